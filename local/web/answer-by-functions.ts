import * as z from 'zod';
import type { FunctionPool } from '../functions/function-pool.ts';
import type { FunctionWiring, RouteWiring } from '../template/wiring.ts';
import { describeRequest } from './describe-request.ts';
import type { AnswerApi } from './front-request.ts';
import { json } from './start-front.ts';

interface Behind {
  readonly routes: readonly RouteWiring[];
  readonly functions: readonly FunctionWiring[];
  readonly pools: ReadonlyMap<string, FunctionPool>;
}

/** As Lambda's proxy integration wants it. */
const resultSchema = z.object({
  statusCode: z.number().int(),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).transform(String)).default({}),
  body: z.string().default(''),
  isBase64Encoded: z.boolean().default(false),
});

/** Lambda answers with no more. */
const MOST_ANSWER_BYTES = 6 * 1024 ** 2;

/** Answer requests by the functions that the template's REST API hands them to. */
export function answerByFunctions({ routes, functions, pools }: Behind): AnswerApi {
  const able = routes.map((route) => ({ route, matches: patternOf(route) }));
  return async (request) => {
    const found = able.find(
      ({ route, matches }) => [request.method, 'ANY'].includes(route.method) && matches.test(request.path),
    );
    const called = functions.find(({ arn }) => arn === found?.route.functionArn);
    const pool = pools.get(called?.name ?? '');
    // So API Gateway answers for a path that it does not know, if the request is signed.
    if (!found || !pool) return json(403, 'Missing Authentication Token');
    const result = resultSchema.parse(await pool.invoke(describeRequest(request, found.route)));
    if (result.body.length > MOST_ANSWER_BYTES)
      throw new Error(`An answer of ${result.body.length} bytes is too large`);
    const { statusCode, headers, body, isBase64Encoded } = result;
    return { status: statusCode, headers, body: isBase64Encoded ? Buffer.from(body, 'base64') : body };
  };
}

function patternOf({ path }: RouteWiring): RegExp {
  const parts = path.split(/(?<part>\{\w+\+?\})/u).map((part) => {
    if (part.endsWith('+}')) return '.+';
    return part.startsWith('{') ? '[^/]+' : part.replaceAll(/[.*+?^$()|[\]\\]/gu, '\\$&');
  });
  return new RegExp(`^${parts.join('')}$`, 'u');
}
