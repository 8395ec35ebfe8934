import type { Head } from '../records/head.ts';
import { bodyKeyOf } from '../records/keys.ts';
import { Complaint } from './complaint.ts';
import type { Stores } from './stores.ts';

/**
 * The report of a body and year; a part of the body's name is enough.
 * @throws Complaint when there is none, or several
 */
export async function findReport(
  body: string,
  year: number,
  { reader, bodies }: Pick<Stores, 'reader' | 'bodies'>,
): Promise<Head> {
  const exact = await reader.readHead({ bodyKey: await bodies.keyOf(body), year });
  if (exact) return exact;
  const ofYear = Number.isInteger(year) ? await reader.reportsOfYear(year) : [];
  const matching = ofYear.filter((head) => bodyKeyOf(head.body ?? head.bodyKey).includes(bodyKeyOf(body)));
  const [only, ...more] = matching;
  if (only && more.length === 0) return only;
  const names = (matching.length > 0 ? matching : ofYear).map((head) => head.body ?? head.bodyKey);
  throw new Complaint(
    matching.length > 0
      ? {
          zh: `有多个机关符合「${body}」：${names.join('、')}`,
          en: `Several bodies match “${body}”: ${names.join(', ')}`,
        }
      : {
          zh: `没有「${body}」${year} 年度的报告。该年度已有：${names.join('、') || '无'}`,
          en: `No report of “${body}” for ${year}. On file for that year: ${names.join(', ') || 'none'}`,
        },
  );
}
