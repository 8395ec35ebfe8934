import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { generateDocuments } from '../../docs/generators/generate-documents.ts';
import { reportRecordSchema } from '../../records/report-record.ts';

const documents = await generateDocuments();

describe('documents made from the code', () => {
  test.each([...documents.keys()])('docs/%s is fresh (npm run docs)', async (name) => {
    const kept = await readFile(new URL(`../../docs/${name}`, import.meta.url), 'utf8');
    expect(kept).toBe(documents.get(name));
  });

  test('the schema of a record names every field of it', () => {
    const schema = JSON.parse(documents.get('record.schema.json') ?? '');
    expect(Object.keys(schema.properties)).toEqual(Object.keys(reportRecordSchema.shape));
  });
});
