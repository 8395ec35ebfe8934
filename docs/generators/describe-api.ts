import * as z from 'zod';
import { API_VERSION, OPERATIONS, type Operation } from '../../records/contract/api/operations.ts';
import { PROBLEMS, problemSchema } from '../../records/contract/api/problem.ts';
import { type DescribeShape, describeInto, type Json } from './describe-shapes.ts';

/**
 * The API as an OpenAPI 3.1 document, made of the table that the code routes by. Each operation says in
 * `x-access` which roles may use it, and how far it reaches for each.
 */
export function describeApi(): string {
  const paths: Record<string, Record<string, Json>> = {};
  const schemas = new Map<string, Json>();
  const describeShape = describeInto(schemas);
  const problem = describeShape(problemSchema);
  for (const [id, operation] of Object.entries<Operation>(OPERATIONS)) {
    const item = paths[operation.path] ?? {};
    item[operation.method.toLowerCase()] = describeOperation(id, operation, describeShape);
    paths[operation.path] = item;
  }
  const codes = Object.entries(PROBLEMS)
    .map(([code, status]) => `${code} ${status}`)
    .join(', ');
  const document = {
    openapi: '3.1.1',
    info: { title: 'gouji', version: API_VERSION, description: '勾稽：政府信息公开工作年度报告的数字、问题与审核' },
    servers: [{ url: `/api/${API_VERSION}` }],
    paths,
    components: {
      responses: {
        Problem: {
          description: `not done; by \`code\`: ${codes}`,
          content: { 'application/json': { schema: problem } },
        },
      },
      schemas: Object.fromEntries([...schemas].sort(([one], [other]) => (one < other ? -1 : 1))),
    },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function describeOperation(operationId: string, operation: Operation, describeShape: DescribeShape): Json {
  const { summary, access, body } = operation;
  return {
    operationId,
    summary: summary.zh,
    description: summary.en,
    'x-access': access,
    parameters: [...pathParameters(operation), ...queryParameters(operation), ...headerParameters(operation)],
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: describeShape(body, 'input') } } },
    }),
    responses: {
      200: { description: summary.en, content: contentOf(operation.answer, describeShape) },
      ...('files' in operation.answer && {
        303: { description: 'too long for an answer: `location` has it for five minutes' },
      }),
      default: { $ref: '#/components/responses/Problem' },
    },
  };
}

const pathParameters = ({ path }: Operation): Json[] =>
  [...path.matchAll(/\{(\w+)\}/gu)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));

const headerParameters = ({ isDoneOnce }: Operation): Json[] =>
  isDoneOnce
    ? [
        {
          name: 'Idempotency-Key',
          in: 'header',
          required: false,
          description: 'a request that is sent again under the same key is done once',
          schema: { type: 'string', maxLength: 200 },
        },
      ]
    : [];

function queryParameters({ query }: Operation): Json[] {
  if (!query) return [];
  const { properties = {}, required = [] } = z.toJSONSchema(query, { io: 'input', unrepresentable: 'any' });
  return Object.entries(query.shape).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name) && !schema.safeParse(undefined).success,
    schema: properties[name] ?? {},
  }));
}

const contentOf = (answer: Operation['answer'], describeShape: DescribeShape): Json =>
  'files' in answer
    ? Object.fromEntries(Object.values(answer.files).map((type) => [type, {}]))
    : { 'application/json': { schema: describeShape(answer) } };
