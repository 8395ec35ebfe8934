import type { Message } from '../checks/finding.ts';

/** Something that the caller can put right, said in both languages, since the language may be what is wrong. */
export class Complaint extends Error {
  readonly said: Message;
  constructor(said: Message) {
    super(said.en);
    this.said = said;
  }
}

export const complain = ({ said }: Complaint): string => `${said.zh}\n${said.en}`;
