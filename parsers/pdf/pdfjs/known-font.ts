import { withoutTag } from '../content/fonts/font-name.ts';
import type { RecordedFont } from '../page/graphics-stack.ts';
import type { ShownGlyph, VerticalMetrics } from '../page/text-recorder.ts';
import type { PdfjsFont, PdfjsGlyph } from './pdfjs-document.ts';
import { textOfCodes } from './text-of-codes.ts';

/** A font as the recorder knows it, and what its glyphs are. */
export interface KnownFont extends RecordedFont {
  /** What is shown, from the argument of a text-showing operator. */
  show(items: readonly unknown[]): readonly (ShownGlyph | number)[];
}

/** A glyph of a font that pdf.js cannot read: of unknown width, and not to be lost without a trace. */
const LOST: ShownGlyph = { text: '', width: 1000, isWordSpace: false, vertical: null };

/** @param found what pdf.js keeps under the font's id: not a font when it could not be read */
export function knownFont(found: unknown): KnownFont {
  if (!isFont(found)) return { name: '', vertical: false, show: () => [LOST] };
  const name = withoutTag(found.name);
  const vertical = found.vertical === true;
  const textOf = textOfCodes(found);
  // Widths are in units of the font's own matrix, which for all but Type 3 fonts is a thousandth.
  const thousandths = 1000 * (found.fontMatrix?.[0] ?? 0.001);
  const known = new Map<number, ShownGlyph>();
  const shown = (glyph: PdfjsGlyph): ShownGlyph => {
    const before = known.get(glyph.originalCharCode);
    if (before?.isWordSpace === glyph.isSpace) return before;
    const code = glyph.originalCharCode;
    const width = glyph.width * thousandths;
    const made = { text: textOf(code), width, isWordSpace: glyph.isSpace, vertical: verticalOf(glyph, width, found) };
    known.set(code, made);
    return made;
  };
  return {
    name,
    vertical,
    show: (items) => items.filter(isShown).map((item) => (typeof item === 'number' ? item : shown(item))),
  };
}

function verticalOf(
  glyph: PdfjsGlyph,
  width: number,
  { vertical, defaultVMetrics }: PdfjsFont,
): VerticalMetrics | null {
  if (!vertical) return null;
  const [advance, originX, originY] = glyph.vmetric ?? [defaultVMetrics?.[0], width / 2, defaultVMetrics?.[2]];
  if (advance === undefined || originX === undefined || originY === undefined) return null;
  return { advance, originX, originY };
}

function isFont(found: unknown): found is PdfjsFont {
  return typeof found === 'object' && found !== null && 'name' in found && typeof found.name === 'string';
}

function isShown(item: unknown): item is PdfjsGlyph | number {
  return typeof item === 'number' || (typeof item === 'object' && item !== null && 'originalCharCode' in item);
}
