import { expect, test } from 'vitest';
import { parseXml } from '../../../parsers/docx/parse-xml.ts';

const open = () => undefined;

test('a tag of a million attributes is refused before it is taken apart', () => {
  const attributes = Array.from({ length: 1_000_000 }, (_, n) => ` a${n}="1"`).join('');
  expect(parseXml(`<p${attributes}/>`, { open })).toMatchObject({ code: 'archive-bomb' });
});

test('a long part of ordinary tags is not', () => {
  expect(parseXml(`<d>${'<p/>'.repeat(400_000)}</d>`, { open })).toBeNull();
});
