import { addNote } from './draft.ts';
import { type ElementHandler, type ElementHandlers, SKIPPED } from './elements.ts';
import { type Attributes, attribute, integerAttribute, isOn } from './parse-xml.ts';
import type { Reading } from './reading.ts';
import { blankFormat, isDark, readRunProperty } from './run-format.ts';

/** Properties of runs, paragraphs, rows and cells. What they were before a tracked change is skipped. */
export const PROPERTY_ELEMENTS: ElementHandlers = {
  'w:pPr': {
    open(reading) {
      reading.properties = 'paragraph';
      reading.mark = blankFormat();
      return undefined;
    },
    close(reading) {
      reading.properties = undefined;
      const { paragraph } = reading.level;
      if (paragraph === undefined) return;
      if (reading.mark.deleted) addNote(paragraph.notes, 'deleted-text');
      paragraph.unmarked = reading.mark.deleted || reading.styles.resolve(reading.mark, paragraph.style).hidden;
    },
  },
  'w:rPr': {
    open(reading) {
      reading.format = reading.properties === 'paragraph' ? reading.mark : reading.level.run;
      return undefined;
    },
    close(reading) {
      reading.format = undefined;
    },
  },
  'w:pStyle': on((reading, attributes) => {
    const { paragraph } = reading.level;
    if (paragraph !== undefined) paragraph.style = attribute(attributes, 'w:val');
  }),
  'w:numPr': on((reading) => {
    const { paragraph } = reading.level;
    if (paragraph !== undefined) paragraph.numbering = {};
  }),
  'w:numId': on((reading, attributes) => {
    const numbering = reading.level.paragraph?.numbering;
    if (numbering !== undefined) numbering.list = integerAttribute(attributes, 'w:val') ?? 0;
  }),
  'w:ilvl': on((reading, attributes) => {
    const numbering = reading.level.paragraph?.numbering;
    if (numbering !== undefined) numbering.level = integerAttribute(attributes, 'w:val') ?? 0;
  }),
  'w:shd': on((reading, attributes) => {
    if (!reading.detailed) return;
    if (reading.format !== undefined) readRunProperty(reading.format, 'w:shd', attributes);
    else if (reading.level.paragraph !== undefined) reading.level.paragraph.shaded ||= isDark(attributes);
    else if (reading.level.cell !== undefined) reading.level.cell.shaded ||= isDark(attributes);
  }),
  ...runProperties(
    'w:rStyle',
    'w:vanish',
    'w:specVanish',
    'w:strike',
    'w:dstrike',
    'w:vertAlign',
    'w:color',
    'w:highlight',
  ),
  'w:trPr': {
    open(reading) {
      reading.properties = 'row';
      return undefined;
    },
    close(reading) {
      reading.properties = undefined;
    },
  },
  'w:hidden': on((reading, attributes) => {
    if (reading.level.row !== undefined) reading.level.row.hidden = isOn(attributes);
  }),
  'w:gridBefore': on((reading, attributes) => {
    if (reading.level.row !== undefined) reading.level.row.skippedBefore = integerAttribute(attributes, 'w:val') ?? 0;
  }),
  'w:gridAfter': on((reading, attributes) => {
    if (reading.level.row !== undefined) reading.level.row.skippedAfter = integerAttribute(attributes, 'w:val') ?? 0;
  }),
  'w:wBefore': on((reading, attributes) => {
    if (reading.level.row !== undefined) reading.level.row.widthBefore = readWidth(attributes);
  }),
  'w:gridCol': on((reading, attributes) => {
    reading.level.table?.gridColumns.push(readWidth(attributes) ?? 0);
  }),
  'w:tcW': on((reading, attributes) => {
    if (reading.detailed && reading.level.cell !== undefined) reading.level.cell.width = readWidth(attributes);
  }),
  'w:gridSpan': on((reading, attributes) => {
    if (reading.level.cell !== undefined) reading.level.cell.span = integerAttribute(attributes, 'w:val') ?? 1;
  }),
  'w:vMerge': on((reading, attributes) => {
    if (reading.level.cell !== undefined) reading.level.cell.vertical = readMerge(attributes);
  }),
  'w:hMerge': on((reading, attributes) => {
    if (reading.level.cell !== undefined) reading.level.cell.horizontal = readMerge(attributes);
  }),
  'w:cellDel': on((reading) => {
    if (reading.level.cell !== undefined) reading.level.cell.deleted = true;
  }),
  'w:cellIns': on((reading) => {
    addNote(reading.level.notes, 'inserted-text');
  }),
  // A tracked merge (17.13.5.3): `cont` joins the cell above, `rest` or nothing leaves it apart.
  'w:cellMerge': on((reading, attributes) => {
    const { cell } = reading.level;
    if (cell === undefined) return;
    const merge = attribute(attributes, 'w:vMerge');
    cell.vertical = merge === 'cont' ? 'continue' : merge === 'rest' ? 'restart' : undefined;
  }),
  'w:tblPr': SKIPPED,
  'w:tblPrEx': SKIPPED,
  'w:tabs': SKIPPED,
  'w:rPrChange': SKIPPED,
  'w:pPrChange': SKIPPED,
  'w:numberingChange': SKIPPED,
  'w:sectPrChange': SKIPPED,
  'w:tblPrChange': SKIPPED,
  'w:tblPrExChange': SKIPPED,
  'w:tblGridChange': SKIPPED,
  'w:trPrChange': SKIPPED,
  'w:tcPrChange': SKIPPED,
};

function on(handle: (reading: Reading, attributes: Attributes) => void): ElementHandler {
  return {
    open(reading, attributes) {
      handle(reading, attributes);
      return undefined;
    },
  };
}

function runProperties(...names: string[]): ElementHandlers {
  return Object.fromEntries(
    names.map((name) => [
      name,
      on((reading, attributes) => {
        if (reading.format !== undefined) readRunProperty(reading.format, name, attributes);
      }),
    ]),
  );
}

/** ST_Merge (17.18.57): `continue` when nothing is said. */
function readMerge(attributes: Attributes): 'restart' | 'continue' {
  return attribute(attributes, 'w:val') === 'restart' ? 'restart' : 'continue';
}

/** A width in twentieths of a point (17.4.71); percentages and `auto` say nothing about columns. */
function readWidth(attributes: Attributes): number | undefined {
  const type = attribute(attributes, 'w:type');
  if (type !== undefined && type !== 'dxa') return undefined;
  const width = attribute(attributes, 'w:w');
  return width !== undefined && /^\d{1,6}(?:\.\d{1,6})?$/.test(width) ? Number(width) : undefined;
}
