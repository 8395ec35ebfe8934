import { type ElementHandler, type ElementHandlers, SKIPPED } from './elements.ts';
import { beginField, extendInstruction, isMarker, isTyped } from './field.ts';
import { type Attributes, attribute } from './parse-xml.ts';
import { noteHere, type Reading } from './reading.ts';
import { blankFormat } from './run-format.ts';
import { appendText, shownText } from './run-text.ts';

const REPLACEMENT = '\uFFFD';

/** What runs hold: text and what stands for characters, fields, note marks, and things that are no text. */
export const RUN_ELEMENTS: ElementHandlers = {
  'w:r': { open: startRun, close: endRun },
  'm:r': { open: startRun, close: endRun },
  'w:t': {
    open(reading, attributes) {
      reading.characters = '';
      reading.keepsSpace = attributes()['xml:space'] === 'preserve';
      return undefined;
    },
    close(reading) {
      const text = shownText(reading.characters ?? '', reading.keepsSpace);
      reading.characters = undefined;
      appendText(reading, text);
    },
  },
  'm:t': {
    open(reading) {
      reading.characters = '';
      return undefined;
    },
    close(reading) {
      appendText(reading, shownText(reading.characters ?? '', true));
      reading.characters = undefined;
    },
  },
  'w:tab': character('\t'),
  'w:ptab': character('\t'),
  'w:br': character('\n'),
  'w:cr': character('\n'),
  'w:noBreakHyphen': character('-'),
  'w:sym': {
    open(reading, attributes) {
      const code = Number.parseInt(attribute(attributes, 'w:char') ?? '', 16);
      // F000–F0FF are places in a symbol font (17.3.3.30), not characters.
      const known = code >= 0x20 && code < 0xe000;
      if (!known) noteHere(reading, 'symbol-character', attribute(attributes, 'w:font')?.slice(0, 30));
      appendText(reading, known ? String.fromCodePoint(code) : REPLACEMENT);
      return undefined;
    },
  },
  'w:footnoteReference': { open: noteMark },
  'w:endnoteReference': { open: noteMark },
  'w:fldChar': {
    open(reading, attributes) {
      const { fields } = reading.level;
      const type = attribute(attributes, 'w:fldCharType');
      const field = fields.at(-1);
      if (type === 'begin') beginField(fields);
      else if (type === 'separate' && field !== undefined) field.phase = 'result';
      else if (type === 'end') endField(reading);
      return undefined;
    },
  },
  'w:fldSimple': {
    open(reading, attributes) {
      const field = beginField(reading.level.fields);
      extendInstruction(field, attribute(attributes, 'w:instr') ?? '');
      field.phase = 'result';
      return undefined;
    },
    close: endField,
  },
  'w:instrText': {
    open(reading) {
      reading.characters = '';
      return undefined;
    },
    close(reading) {
      const field = reading.level.fields.at(-1);
      if (field !== undefined) extendInstruction(field, reading.characters ?? '');
      reading.characters = undefined;
    },
  },
  'w:ruby': noted('ruby'),
  'w:rt': SKIPPED,
  'm:oMath': noted('formula'),
  'm:ctrlPr': SKIPPED,
  'a:blip': noted('picture'),
  'pic:pic': noted('picture'),
  'v:imagedata': noted('picture'),
  'c:chart': noted('picture'),
  'cx:chart': noted('picture'),
  'dgm:relIds': noted('picture'),
  'w:contentPart': noted('picture'),
  'w:object': skippedObject(),
  'w:control': skippedObject(),
};

function startRun(reading: Reading): undefined {
  reading.level.run = blankFormat();
  reading.level.customMark = false;
  return undefined;
}

function endRun(reading: Reading): void {
  reading.level.customMark = false;
}

function character(text: string): ElementHandler {
  return {
    open(reading) {
      if (reading.properties === undefined) appendText(reading, text);
      return undefined;
    },
  };
}

function noted(code: 'ruby' | 'formula' | 'picture'): ElementHandler {
  return {
    open(reading) {
      noteHere(reading, code);
      return undefined;
    },
  };
}

function skippedObject(): ElementHandler {
  return {
    open(reading) {
      noteHere(reading, 'embedded-object');
      return 'skip';
    },
  };
}

function noteMark(reading: Reading, attributes: Attributes): undefined {
  noteHere(reading, 'note-mark');
  const custom = attribute(attributes, 'w:customMarkFollows');
  reading.level.customMark = custom !== undefined && !/^(?:0|false|off)$/i.test(custom);
  return undefined;
}

function endField(reading: Reading): void {
  const field = reading.level.fields.pop();
  if (field === undefined || isMarker(field.instruction)) return;
  if (!field.hasResult) noteHere(reading, 'field-without-result');
  else if (!isTyped(field.instruction)) noteHere(reading, 'field-result', field.instruction.trim());
}
