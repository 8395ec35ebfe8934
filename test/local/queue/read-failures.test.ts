import { expect, test } from 'vitest';
import { readFailures } from '../../../local/queue/read-failures.ts';

const batch = ['a', 'b'];
const failures = (...ids: unknown[]) => ({ batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })) });

test.each([
  ['nothing', undefined, []],
  ['null', null, []],
  ['an empty object', {}, []],
  ['an empty list', failures(), []],
  ['null instead of a list', { batchItemFailures: null }, []],
  ['one of them', failures('b'), ['b']],
  ['a message that was not in the batch', failures('c'), batch],
  ['an empty id', failures(''), batch],
  ['no id', failures(null), batch],
  ['a text', 'all well', batch],
])('an answer of %s', (_, answer, failed) => {
  expect([...readFailures(answer, batch)]).toEqual(failed);
});
