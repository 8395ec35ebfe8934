import { isArray } from './pdf-kinds.ts';
import type { PdfObject, PdfPage } from './pdf-objects.ts';

type PageBox = PdfPage['box'];

/** What viewers take where a page states no size, though it must: US Letter. */
const DEFAULT_BOX: PageBox = [0, 0, 612, 792];

/** What of a page is shown: the crop box as far as it lies within the media box, which it is unless stated. */
export function pageBox(media: PdfObject, crop: PdfObject, resolve: (object: PdfObject) => PdfObject): PageBox {
  const outer = readBox(media, resolve) ?? DEFAULT_BOX;
  const inner = readBox(crop, resolve);
  if (inner === null) return outer;
  const common: PageBox = [
    Math.max(outer[0], inner[0]),
    Math.max(outer[1], inner[1]),
    Math.min(outer[2], inner[2]),
    Math.min(outer[3], inner[3]),
  ];
  return hasArea(common) ? common : outer;
}

/** Its corners may be given in any order. `null` for what is no box. */
function readBox(object: PdfObject, resolve: (object: PdfObject) => PdfObject): PageBox | null {
  if (!isArray(object) || object.length < 4) return null;
  const numbers = object
    .slice(0, 4)
    .map(resolve)
    .filter((value) => typeof value === 'number');
  const [a, b, c, d] = numbers;
  if (a === undefined || b === undefined || c === undefined || d === undefined) return null;
  const box: PageBox = [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
  return hasArea(box) ? box : null;
}

function hasArea(box: PageBox): boolean {
  return box[2] - box[0] > 0 && box[3] - box[1] > 0;
}
