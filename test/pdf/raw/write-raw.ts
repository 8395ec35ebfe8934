import type { Random } from '../../dresses/random.ts';
import { drawText, type TextLook } from './draw-text.ts';
import { draftFile, type FileDraft, type FileStyle, latin } from './file.ts';
import type { RawFont } from './fonts.ts';
import type { LaidOutPage, LayoutLook, PlacedLine } from './layout.ts';
import { type Frame, type Matrix, matrixText, newPen, type Pen, show } from './pen.ts';
import { drawRulings, type RulingsId } from './rulings.ts';

export interface RawLook {
  readonly layout: LayoutLook;
  readonly text: TextLook;
  readonly fonts: readonly RawFont[];
  readonly rulings: RulingsId;
  readonly shaded: boolean;
  readonly order: 'rows' | 'columns' | 'labels first' | 'shuffled' | 'cells';
  readonly rulingsLast: boolean;
  readonly file: FileStyle;
  /** /Rotate of the pages, whose content stands upright once turned. */
  readonly rotate: 0 | 90 | 180 | 270;
  /** The pages are shown lying on their side. */
  readonly turned: boolean;
  readonly scale: number;
  readonly unit: number;
  readonly flipped: boolean;
  readonly baked: boolean;
  /** Where the crop box begins, in points, within a larger media box. */
  readonly crop: number;
  /** The whole page in a form XObject. */
  readonly inForm: boolean;
  /** Into how many streams the content of a page is split. */
  readonly streams: number;
}

/** What is drawn besides the report: under it, or over it. */
export interface Extras {
  readonly under: (pen: Pen) => void;
  readonly over: (pen: Pen) => void;
  /** Lines that are not drawn with the others. */
  readonly omitted: ReadonlySet<PlacedLine>;
  /** A stamp: an image XObject that the extras draw as /Stamp. */
  readonly stamp: boolean;
}

/** Writes pages as laid out into a PDF. */
export function writeRaw(
  pages: readonly LaidOutPage[],
  extras: readonly Extras[],
  look: RawLook,
  random: Random,
): Uint8Array {
  const file = draftFile(look.file);
  const catalogue = file.reserve();
  const tree = file.reserve();
  const resources = file.reserve();
  const kids = pages.map((page, at) => {
    const operators = drawPage(page, extras[at], look, random);
    return writePage(file, operators, { look, tree, resources, random });
  });
  const fonts = look.fonts.map((font) => `/${font.key} ${font.write(file)} 0 R`);
  const stamp = extras.some((extra) => extra.stamp) ? ` /XObject << /Stamp ${writeStamp(file)} 0 R >>` : '';
  const state = file.add('<< /Type /ExtGState /ca 0.35 /CA 0.35 >>');
  file.put(resources, `<< /Font << ${fonts.join(' ')} >> /ExtGState << /Pale ${state} 0 R >>${stamp} >>`);
  file.put(tree, `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`);
  file.put(catalogue, `<< /Type /Catalog /Pages ${tree} 0 R >>`);
  return file.finish(catalogue);
}

function drawPage(page: LaidOutPage, extra: Extras | undefined, look: RawLook, random: Random): string[] {
  const pen = newPen(frameOf(look));
  const lines = page.lines.filter((line) => !extra?.omitted.has(line));
  const rulings = () => drawRulings(pen, page, look.rulings, look.shaded, look.layout.tableSize);
  // What fills the cells would cover their text.
  const fills = look.rulings === 'grounds' || look.rulings === 'white on shade' || look.shaded;
  if (!look.rulingsLast || fills) rulings();
  extra?.under(pen);
  drawText(pen, inOrder(lines, look.order, random), look.text, random);
  if (look.rulingsLast && !fills) rulings();
  extra?.over(pen);
  return pen.operators;
}

function inOrder(lines: readonly PlacedLine[], order: RawLook['order'], random: Random): readonly PlacedLine[] {
  const rank = (line: PlacedLine) => (line.role === 'figure' ? 1 : 0);
  switch (order) {
    case 'cells':
      return lines;
    case 'rows':
      return lines.toSorted((a, b) => a.y - b.y || a.x - b.x);
    case 'columns':
      return lines.toSorted((a, b) => (a.cell?.x0 ?? 0) - (b.cell?.x0 ?? 0) || a.y - b.y);
    case 'labels first':
      return lines.toSorted((a, b) => rank(a) - rank(b));
    case 'shuffled':
      return random.some(lines, lines.length);
    default:
      return order satisfies never;
  }
}

/** Turns an upright page of this size so that /Rotate, a clockwise turn, sets it upright again. */
function turn(rotate: RawLook['rotate'], width: number, height: number): Matrix {
  if (rotate === 90) return [0, 1, -1, 0, height, 0];
  if (rotate === 180) return [-1, 0, 0, -1, width, height];
  return rotate === 270 ? [0, -1, 1, 0, 0, width] : [1, 0, 0, 1, 0, 0];
}

/** The turn of the content in the file: that of /Rotate, or one that nothing undoes. */
const turnOf = (look: RawLook): RawLook['rotate'] => (look.turned ? 90 : look.rotate);

function frameOf(look: RawLook): Frame {
  const { width, height } = look.layout;
  const [a, b, c, d, e, f] = turn(turnOf(look), width, height);
  const { scale, crop } = look;
  const placement: Matrix = [a * scale, b * scale, c * scale, d * scale, e * scale + crop, f * scale + crop];
  return {
    height,
    unit: look.baked ? 1 : look.unit,
    flipped: !look.baked && look.flipped,
    placement,
    baked: look.baked,
  };
}

interface Place {
  readonly look: RawLook;
  readonly tree: number;
  readonly resources: number;
  readonly random: Random;
}

function writePage(file: FileDraft, operators: readonly string[], { look, tree, resources, random }: Place): number {
  const { layout, crop, scale } = look;
  const isOnSide = turnOf(look) === 90 || turnOf(look) === 270;
  const [width, height] = (isOnSide ? [layout.height, layout.width] : [layout.width, layout.height]).map(
    (v) => v * scale,
  );
  const box = `[${show(crop)} ${show(crop)} ${show((width ?? 0) + crop)} ${show((height ?? 0) + crop)}]`;
  const media =
    crop === 0 ? box : `[${show(-crop)} 0 ${show((width ?? 0) + 2 * crop)} ${show((height ?? 0) + 3 * crop)}]`;
  const rotate = look.turned ? 0 : look.rotate;
  const entries = `/MediaBox ${media}${crop === 0 ? '' : ` /CropBox ${box}`}${rotate === 0 ? '' : ` /Rotate ${rotate}`}`;
  if (look.inForm) {
    const dict = `/Type /XObject /Subtype /Form /BBox ${media} /Matrix ${`[${matrixText([1, 0, 0, 1, 0, 0])}]`} /Resources ${resources} 0 R`;
    const form = file.addStream(dict, latin(operators.join('\n')));
    const content = file.addStream('', latin('q /Whole Do Q'));
    return file.add(
      `<< /Type /Page /Parent ${tree} 0 R ${entries} /Resources << /XObject << /Whole ${form} 0 R >> >> /Contents ${content} 0 R >>`,
    );
  }
  const contents = split(operators, look.streams, random).map((part) => `${file.addStream('', latin(part))} 0 R`);
  return file.add(
    `<< /Type /Page /Parent ${tree} 0 R ${entries} /Resources ${resources} 0 R /Contents [${contents.join(' ')}] >>`,
  );
}

/** Splits content between any two tokens: also between operands and their operator. */
function split(operators: readonly string[], count: number, random: Random): string[] {
  const text = operators.join('\n');
  if (count === 1) return [text];
  const tokens = text.split(/(?<=\s)/u);
  const cuts = Array.from({ length: count - 1 }, () => random.int(tokens.length)).sort((a, b) => a - b);
  const bounds = [0, ...cuts, tokens.length];
  return bounds.slice(1).map((to, at) => tokens.slice(bounds[at] ?? 0, to).join(''));
}

/** A red ring with nothing in it, as a mask of 64 × 64. */
function writeStamp(file: FileDraft): number {
  const size = 64;
  const bits = Array.from({ length: size * (size / 8) }, (_, at) => {
    const y = Math.floor(at / 8) - size / 2;
    return Array.from({ length: 8 }, (_unused, bit) => {
      const x = (at % 8) * 8 + bit - size / 2;
      const radius = Math.hypot(x, y);
      return radius > 25 && radius < 31 ? 0 : 128 >> bit;
    }).reduce((sum, value) => sum + value, 0);
  });
  const dict = `/Type /XObject /Subtype /Image /Width ${size} /Height ${size} /ImageMask true /BitsPerComponent 1`;
  return file.addStream(dict, Uint8Array.from(bits));
}
