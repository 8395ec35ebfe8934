import { expect, test } from 'vitest';
import { readConfig } from '../../../functions/ingest/config.ts';

const COMPLETE = { TABLE_NAME: 'reports', EVIDENCE_BUCKET: 'evidence', MAX_RECEIVE_COUNT: '5' };

test('a complete environment, with whatever else Lambda puts there', () => {
  expect(readConfig({ ...COMPLETE, AWS_REGION: 'cn-north-1' })).toEqual({ ...COMPLETE, MAX_RECEIVE_COUNT: 5 });
});

test.each(Object.keys(COMPLETE))('without %s the function does not start, and says which is missing', (name) => {
  expect(() => readConfig({ ...COMPLETE, [name]: undefined })).toThrow(name);
  expect(() => readConfig({ ...COMPLETE, [name]: '' })).toThrow(name);
});

test.each(['0', '-1', '1.5', 'many', 'Infinity'])('%s is no number of deliveries', (count) => {
  expect(() => readConfig({ ...COMPLETE, MAX_RECEIVE_COUNT: count })).toThrow('MAX_RECEIVE_COUNT');
});
