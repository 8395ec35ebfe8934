import { expect, test } from 'vitest';
import { stream } from '../pdfjs/small-pdf.ts';
import { draw } from './read-lean.ts';

const SPACES =
  '/ColorSpace<</Icc [/ICCBased 5 0 R] /Bare [/ICCBased 6 0 R] /Cal [/CalRGB <<>>] /Index [/Indexed /DeviceRGB 2 <000000 ff0000 ffffff>]' +
  ' /Ink [/Separation /Black /DeviceCMYK 7 0 R] /Inks [/DeviceN [/A /B] /DeviceCMYK 7 0 R] /Lab [/Lab <<>>] /Pat [/Pattern /DeviceRGB]' +
  ' /Loop 8 0 R>>';
const OBJECTS = [
  stream('/N 4', ''),
  stream('/Alternate/DeviceGray', ''),
  '<</FunctionType 2/N 1/Domain[0 1]>>',
  '[/Indexed 8 0 R 1 <00>]',
];

const colourAfter = (content: string) =>
  draw(`${content} 0 0 9 9 re f`, { resources: SPACES, objects: OBJECTS }).paths[0]?.fill?.rgb;

test.each([
  ['', 0],
  ['1 g', 0xffffff],
  ['.5 g', 0x808080],
  ['1 0 0 rg', 0xff0000],
  ['0 0 0 0 k', 0xffffff],
  ['0 0 0 1 k', 0],
  ['0 1 1 0 k', 0xff0000],
  ['2 -1 0 rg', 0xff0000],
  ['1 g /DeviceRGB cs', 0],
  ['/DeviceRGB cs 0 1 0 sc', 0x00ff00],
  ['/DeviceCMYK cs 0 0 0 0 scn', 0xffffff],
  ['/Icc cs 0 0 0 0 scn', 0xffffff],
  ['/Bare cs 1 scn', 0xffffff],
  ['/Cal cs 1 1 1 sc', 0xffffff],
  ['/Index cs', 0],
  ['/Index cs 1 sc', 0xff0000],
  ['/Index cs 2 sc', 0xffffff],
  ['/Ink cs', 0],
  ['/Ink cs 0 scn', 0xffffff],
  ['/Ink cs 1 scn', 0],
  ['/Inks cs 0 0 scn', 0xffffff],
  ['/Inks cs 0 1 scn', 0],
  ['/Lab cs 100 0 0 scn', 0xffffff],
  ['/Pattern cs /P scn', null],
  ['/Pat cs 1 0 0 /P scn', null],
  ['/Missing cs 1 scn', null],
  ['/Loop cs 0 scn', null],
  ['q /DeviceRGB cs Q 1 sc', 0xffffff],
])('%s', (content, rgb) => {
  expect(colourAfter(content)).toBe(rgb);
});

test.each([
  ['1 G', 0xffffff],
  ['0 0 1 RG', 0x0000ff],
  ['0 0 0 0 K', 0xffffff],
  ['/DeviceRGB CS 1 1 0 SC', 0xffff00],
  ['/DeviceRGB CS 1 1 0 SCN', 0xffff00],
])('%s is for strokes', (content, rgb) => {
  const [path] = draw(`${content} 0 0 9 9 re B`).paths;
  expect([path?.fill?.rgb, path?.stroke?.rgb]).toEqual([0, rgb]);
});
