import { expect, test } from 'vitest';
import * as z from 'zod';
import { describeApi } from '../../docs/generators/describe-api.ts';
import { OPERATIONS } from '../../records/contract/api/operations.ts';

const described = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), z.looseObject({ operationId: z.string() }))),
  components: z.object({
    schemas: z.record(z.string(), z.looseObject({})),
    responses: z.record(z.string(), z.looseObject({})),
  }),
});

const text = describeApi();
const api = described.parse(JSON.parse(text));

test('every operation is described once, at its path', () => {
  const found = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId }]) => `${operationId}: ${method.toUpperCase()} ${path}`),
  );
  const expected = Object.entries(OPERATIONS).map(([id, { method, path }]) => `${id}: ${method} ${path}`);
  expect(found.toSorted()).toEqual(expected.toSorted());
});

test('what is referred to is there, and what is there is referred to', () => {
  const referred = new Set([...text.matchAll(/"\$ref": "#\/components\/(\w+\/\w+)"/gu)].map(([, name]) => name));
  const { schemas, responses } = api.components;
  const there = [
    ...Object.keys(schemas).map((name) => `schemas/${name}`),
    ...Object.keys(responses).map((name) => `responses/${name}`),
  ];
  expect([...referred].toSorted()).toEqual(there.toSorted());
  expect(text.match(/"\$ref"/gu)?.length).toBeGreaterThan(referred.size);
  expect(text).not.toContain('#/$defs/');
});

test('answers stay open to fields that are added later', () => {
  expect(text).not.toContain('"additionalProperties": false');
});
