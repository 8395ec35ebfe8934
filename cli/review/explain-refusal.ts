import type { Problem, ProblemCode } from '../../records/contract/api/problem.ts';

type Reason = 'no-credentials' | 'credentials-refused' | 'may-not-call' | 'too-many' | 'out-of-reach' | 'failed';

const REASONS: Readonly<Record<Reason, readonly [code: ProblemCode, zh: string, en: string]>> = {
  'no-credentials': [
    'not-known',
    '没有可用的 AWS 凭证，或已经过期。请重新登录（如 aws sso login），再重新启动 gouji review。',
    'There are no AWS credentials, or they expired. Sign in again (such as aws sso login), then restart gouji review.',
  ],
  'credentials-refused': [
    'not-known',
    'AWS 不接受这些凭证：可能已过期或不属于这个账户，也可能本机时间不准。请重新登录、核对时间，再重新启动 gouji review。',
    'AWS does not take these credentials: they expired, are of another account, or the clock of this machine is wrong. Sign in again, look at the clock, then restart gouji review.',
  ],
  'may-not-call': [
    'not-allowed',
    '您的 AWS 身份没有调用接口的权限，请管理员授予堆栈输出中的 UserPolicyArn。',
    'Your AWS identity may not call the API; ask whoever runs gouji for the policy UserPolicyArn of the stack.',
  ],
  'too-many': ['out-of-order', '请求过于频繁，请稍后再试。', 'There were too many requests; try again in a moment.'],
  'out-of-reach': [
    'out-of-order',
    '无法连接接口。请检查网络，以及堆栈是否仍在。',
    'The API cannot be reached. Look at the network, and whether the stack is still there.',
  ],
  failed: ['out-of-order', '接口出错，请稍后再试。', 'The API failed; try again in a moment.'],
};

/** By the `x-amzn-errortype` of what API Gateway answers by itself; the function behind it sends none. */
const BY_ERROR_TYPE: Readonly<Record<string, Reason>> = {
  ExpiredTokenException: 'credentials-refused',
  IncompleteSignatureException: 'credentials-refused',
  InvalidSignatureException: 'credentials-refused',
  MissingAuthenticationTokenException: 'credentials-refused',
  UnrecognizedClientException: 'credentials-refused',
  AccessDeniedException: 'may-not-call',
  ForbiddenException: 'may-not-call',
  LimitExceededException: 'too-many',
  ThrottlingException: 'too-many',
  TooManyRequestsException: 'too-many',
};

export const reasonOf = (errorType: string): Reason => BY_ERROR_TYPE[errorType.split(':')[0] ?? ''] ?? 'failed';

/** What the page shows of a request that did not get as far as the API's function. */
export function explainRefusal(reason: Reason): Problem {
  const [code, zh, en] = REASONS[reason];
  return { code, message: { zh, en } };
}
