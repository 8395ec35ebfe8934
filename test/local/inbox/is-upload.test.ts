import { expect, test } from 'vitest';
import { isUpload } from '../../../local/inbox/is-upload.ts';

test.each(['鹿城区/2020年报.docx', '年报.pdf', '平潭 综合实验区/子/a.DOC', 'office/no-ending', 'a~b/年报 (终稿).docx'])(
  '%s is meant',
  (path) => {
    expect(isUpload(path)).toBe(true);
  },
);

test.each([
  '鹿城区/~$2020年报.docx',
  '鹿城区/.~lock.年报.docx#',
  '鹿城区/.DS_Store',
  '.hidden/年报.docx',
  '鹿城区/年报.docx.crdownload',
  '鹿城区/年报.docx.part',
  '鹿城区/~WRL0001.tmp',
  '鹿城区/年报.docx~',
  '鹿城区/Thumbs.db',
  '鹿城区/desktop.ini',
])('%s is not', (path) => {
  expect(isUpload(path)).toBe(false);
});
