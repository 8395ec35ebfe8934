import pc from 'picocolors';
import { expect, test } from 'vitest';
import { guardTerminal, showControls } from '../../../cli/render/guard-terminal.ts';

const { red, bold } = pc.createColors(true);

test.each([
  ['a line is cleared', '报告\u001b[2K.docx', '报告<U+001B>[2K.docx'],
  ['the title is set', '\u001b]0;root\u0007.docx', '<U+001B>]0;root<U+0007>.docx'],
  ['what was typed is answered', 'a\u009b6n', 'a<U+009B>6n'],
  ['the cursor goes back', '拒绝\b\b接受', '拒绝<U+0008><U+0008>接受'],
  ['a line is written over', '拒绝 原因\r接受', '拒绝 原因<U+000D>接受'],
  ['the ending is turned round', '报告\u202excod.pdf', '报告<U+202E>xcod.pdf'],
  ['nothing', 'a\u0000b\u007f', 'a<U+0000>b<U+007F>'],
])('a name by which %s is shown as what it is', (_, name, shown) => {
  expect(showControls(name)).toBe(shown);
});

test.each([
  ['colours', red(bold('错误'))],
  ['lines and columns', '甲\t乙\n丙\r\n'],
  ['a line that counts', `\r${bold('3 / 9')}`],
  ['a line that is cleared', '\r\u001b[K'],
  ['words of any script', '政府信息公开 – “年报” 😀 e\u0301'],
])('%s stay as they are', (_, text) => {
  expect(showControls(text)).toBe(text);
});

test('only a terminal is guarded', () => {
  const written: unknown[] = [];
  const stream = (isTTY: boolean) => ({
    isTTY,
    write: (chunk: unknown) => {
      written.push(chunk);
      return true;
    },
  });
  for (const isTTY of [true, false]) {
    const one = stream(isTTY);
    guardTerminal(one);
    one.write('a\u001bc');
  }
  const bytes = new Uint8Array([27]);
  const guarded = stream(true);
  guardTerminal(guarded);
  guarded.write(bytes);
  expect(written).toEqual(['a<U+001B>c', 'a\u001bc', bytes]);
});
