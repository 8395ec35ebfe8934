import * as z from 'zod';
import { API_VERSION, OPERATIONS, type Operation } from '../../records/contract/api/operations.ts';
import { PROBLEMS, problemSchema } from '../../records/contract/api/problem.ts';
import { leaveOutBounds } from './describe-schema.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * The API as an OpenAPI 3.1 document, made of the table that the code routes by. Each operation says in
 * `x-access` which roles may use it, and how far it reaches for each.
 */
export function describeApi(): string {
  const paths: Record<string, Record<string, Json>> = {};
  for (const [id, operation] of Object.entries<Operation>(OPERATIONS)) {
    const item = paths[operation.path] ?? {};
    item[operation.method.toLowerCase()] = describeOperation(id, operation);
    paths[operation.path] = item;
  }
  const document = {
    openapi: '3.1.1',
    info: { title: 'gouji', version: API_VERSION, description: '勾稽：政府信息公开工作年度报告的数字、问题与审核' },
    servers: [{ url: `/api/${API_VERSION}` }],
    paths,
    components: { schemas: { Problem: schemaOf(problemSchema) } },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function describeOperation(operationId: string, operation: Operation): Json {
  const { summary, access, body } = operation;
  return {
    operationId,
    summary: summary.zh,
    description: summary.en,
    'x-access': access,
    parameters: [...pathParameters(operation), ...queryParameters(operation)],
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body, 'input') } } },
    }),
    responses: {
      200: { description: summary.en, content: contentOf(operation.answer) },
      default: {
        description: `not done; by \`code\`: ${Object.entries(PROBLEMS)
          .map(([code, status]) => `${code} ${status}`)
          .join(', ')}`,
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
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

const contentOf = (answer: Operation['answer']): Json =>
  'files' in answer
    ? Object.fromEntries(Object.values(answer.files).map((type) => [type, {}]))
    : { 'application/json': { schema: schemaOf(answer) } };

function schemaOf(schema: z.ZodType, io: 'input' | 'output' = 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, override: leaveOutBounds });
  return rest;
}
