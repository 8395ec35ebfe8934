import type { DecisionState } from '../../records/contract/api/decisions.ts';
import type { Problem, ProblemCode } from '../../records/contract/api/problem.ts';

/** A request that is not done: an answer like any other. */
export class Refusal {
  readonly problem: Problem;

  constructor(problem: Problem) {
    this.problem = problem;
  }
}

const MESSAGES: Readonly<Record<ProblemCode, Problem['message']>> = {
  'bad-request': {
    zh: '请求的内容不符合接口说明，请按 docs/api.md 修改后再试。',
    en: 'The request is not as docs/api.md describes it; change it and try again.',
  },
  'not-known': {
    zh: '系统中没有您的账号，请联系管理员用 gouji users add 添加。',
    en: 'You are not known here; ask whoever runs gouji to add you with `gouji users add`.',
  },
  'not-allowed': {
    zh: '您的角色不能进行此操作。',
    en: 'Your role may not do this.',
  },
  'not-found': {
    zh: '没有找到，可能已被更正后的版本取代，请刷新后再试。',
    en: 'There is no such thing here; a newer revision may have replaced it. Reload and try again.',
  },
  conflict: {
    zh: '其他人刚刚对这个问题作出了结论，请查看后再决定。',
    en: 'Somebody else decided on this finding meanwhile; look at their decision before you take yours.',
  },
  'too-large': {
    zh: '内容过大，请缩小范围，或改用 csv、jsonl、parquet 格式。',
    en: 'This is too large; ask for less, or for csv, jsonl or parquet.',
  },
  'out-of-order': {
    zh: '暂时无法处理，请稍后再试。',
    en: 'This cannot be done just now; try again in a moment.',
  },
};

/** @param more what is wrong in particular, in both languages */
export function refuse(
  code: ProblemCode,
  more: { readonly message?: Problem['message']; readonly standing?: DecisionState } = {},
): Refusal {
  return new Refusal({ code, message: MESSAGES[code], ...more });
}
