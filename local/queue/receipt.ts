import type { StoredMessage } from './message-store.ts';

/** What somebody who received a message shows to delete it or to hide it for longer. */
export function receiptOf({ id, receiveCount }: StoredMessage): string {
  return `${id}#${receiveCount}`;
}

/** The message that a receipt is for, whichever time it was received; undefined for what is no receipt. */
export function readReceipt(handle: string): string | undefined {
  return /^(?<id>[\da-f-]{36})#\d+$/.exec(handle)?.groups?.id;
}
