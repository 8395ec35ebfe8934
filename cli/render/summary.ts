import type { CheckResult } from '../../records/contract/check-result.ts';
import { type Language, say, WORDS } from '../language.ts';
import { paint } from './paint.ts';

/** Counts what the files came to. */
export function countOutcomes() {
  const outcomes = { accepted: 0, 'needs-review': 0, rejected: 0 };
  let errors = 0;
  return {
    outcomes,
    get errors() {
      return errors;
    },
    add(result: Pick<CheckResult, 'outcome' | 'findings'>) {
      outcomes[result.outcome]++;
      errors += result.findings.filter((finding) => finding.severity === 'error').length;
    },
  };
}

/** `共 10 份：通过 9，需复核 1，未能读取 0；错误 2 处` */
export function renderSummary(counts: ReturnType<typeof countOutcomes>, language: Language): string {
  const { accepted, rejected } = counts.outcomes;
  const review = counts.outcomes['needs-review'];
  const total = accepted + review + rejected;
  const part = (key: 'accepted' | 'needs-review' | 'rejected', count: number) =>
    `${say(WORDS[key], language)} ${count}`;
  const parts = [part('accepted', accepted), part('needs-review', review), part('rejected', rejected)];
  const text =
    language === 'zh'
      ? `共 ${total} 份：${parts.join('，')}；错误 ${counts.errors} 处`
      : `${total} files: ${parts.join(', ')}; ${counts.errors} errors`;
  return paint.strong(text);
}
