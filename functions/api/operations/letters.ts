import { OPERATIONS } from '../../../records/contract/api/operations.ts';
import { writeLetters } from '../../review/write-letters.ts';
import type { Performing } from '../call.ts';
import { refuse } from '../refusal.ts';

const DOCX = OPERATIONS.getLetter.answer.files.docx;

export const LETTERS: Performing<'listLetters' | 'writeLetters' | 'readLetter' | 'getLetter'> = {
  async listLetters({ query }, { letters, queue }) {
    // Corrections are asked for long after the next year's first report has come.
    const years = query.year === undefined ? await queue.years() : [query.year];
    for (const year of years) {
      const items = await letters.ofYear(year);
      if (items.length > 0) return { items: [...items], next: null };
    }
    return { items: [], next: null };
  },
  writeLetters: ({ body, user }, stores) => writeLetters(body.reports, user.name, stores),
  readLetter: async ({ params }, { letters }) => (await letters.content(params.id ?? '')) ?? refuse('not-found'),
  async getLetter({ params }, { letters }) {
    const [, id] = /^(.+)\.docx$/u.exec(params.file ?? '') ?? [];
    const bytes = id === undefined ? undefined : await letters.docx(id);
    return bytes ? { fileName: `更正通知 ${id}.docx`, contentType: DOCX, bytes } : refuse('not-found');
  },
};
