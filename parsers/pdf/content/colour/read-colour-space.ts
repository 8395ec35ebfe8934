import { isArray, isDict, nameOf } from '../../file/pdf-kinds.ts';
import { type PdfArray, type PdfFile, type PdfObject, PdfStream } from '../../file/pdf-objects.ts';
import type { ColourSpace } from '../../page/colour-space.ts';
import { CMYK, GREY, LAB, PATTERN, RGB, TINT } from './device-colours.ts';

/** Spaces that name another one: an indexed one of a profile with an alternate is three deep. */
const DEEPEST = 8;

const NAMED: ReadonlyMap<string, ColourSpace> = new Map([
  ['DeviceGray', GREY],
  ['CalGray', GREY],
  ['G', GREY],
  ['DeviceRGB', RGB],
  ['CalRGB', RGB],
  ['RGB', RGB],
  ['DeviceCMYK', CMYK],
  ['CMYK', CMYK],
  ['Lab', LAB],
  ['Pattern', PATTERN],
  ['Separation', TINT],
  ['DeviceN', TINT],
]);

/** What a name or array of a colour space means (ISO 32000-1, 8.6). One that is not known gives no colour. */
export function readColourSpace(object: PdfObject, file: PdfFile, depth = 0): ColourSpace {
  if (depth > DEEPEST) return PATTERN;
  const space = isArray(object) ? object : [object];
  const family = nameOf(file.resolve(space[0])) ?? '';
  if (family === 'ICCBased') return profileSpace(file.resolve(space[1]), file, depth);
  if (family === 'Indexed' || family === 'I') return indexedSpace(space, file, depth);
  return NAMED.get(family) ?? PATTERN;
}

function profileSpace(profile: PdfObject, file: PdfFile, depth: number): ColourSpace {
  const dict = profile instanceof PdfStream ? profile.dict : null;
  const components = file.resolve(dict?.get('N'));
  if (components === 1) return GREY;
  if (components === 3) return RGB;
  if (components === 4) return CMYK;
  return isDict(dict ?? undefined) ? readColourSpace(file.resolve(dict?.get('Alternate')), file, depth + 1) : PATTERN;
}

function indexedSpace(space: PdfArray, file: PdfFile, depth: number): ColourSpace {
  const base = readColourSpace(file.resolve(space[1]), file, depth + 1);
  const size = base === CMYK ? 4 : base === RGB || base === LAB ? 3 : 1;
  const table = file.resolve(space[3]);
  const bytes =
    table instanceof PdfStream ? file.decode(table) : table instanceof Uint8Array ? table : new Uint8Array(0);
  const scale = base === LAB ? 2.55 : 255;
  const rgbOf = ([index = 0]: readonly number[]) => {
    const at = Math.max(0, Math.trunc(index)) * size;
    return base.rgbOf(Array.from(bytes.subarray(at, at + size), (byte) => byte / scale));
  };
  return { initial: rgbOf([0]), rgbOf };
}
