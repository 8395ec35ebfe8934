import { type Unreadable, unreadable } from '../bytes/unreadable.ts';
import type { Note } from '../document/document.ts';
import { BLOCK_ELEMENTS } from './block-elements.ts';
import { CHANGE_ELEMENTS } from './change-elements.ts';
import { decodeXml } from './decode-xml.ts';
import type { Draft } from './draft.ts';
import type { ElementHandler } from './elements.ts';
import { parseXml } from './parse-xml.ts';
import { PROPERTY_ELEMENTS } from './property-elements.ts';
import { leaveLevel, type Reading, startReading } from './reading.ts';
import { RUN_ELEMENTS } from './run-elements.ts';
import type { StyleSheet } from './styles.ts';

/** What the main part holds, in document order, as after accepting its tracked changes. */
export interface Body {
  readonly content: readonly Draft[];
  readonly notes: readonly Note[];
}

const ELEMENTS: ReadonlyMap<string, ElementHandler> = new Map(
  Object.entries({ ...BLOCK_ELEMENTS, ...PROPERTY_ELEMENTS, ...CHANGE_ELEMENTS, ...RUN_ELEMENTS }),
);

/** Reads the main document part; `not-a-docx` when its root is no `w:document`. */
export function readBody(part: Uint8Array, styles: StyleSheet): Body | Unreadable {
  const xml = decodeXml(part);
  if (typeof xml !== 'string') return xml;
  const reading = startReading(styles, false);
  const body = pass(xml, reading);
  return reading.wantsDetail ? pass(xml, startReading(styles, true)) : body;
}

function pass(xml: string, reading: Reading): Body | Unreadable {
  const { content, notes } = reading.level;
  const failure = parseXml(xml, {
    open(name, attributes) {
      if (reading.rootSeen) return ELEMENTS.get(name)?.open?.(reading, attributes);
      reading.rootSeen = true;
      return name === 'w:document' ? undefined : unreadable('not-a-docx');
    },
    close(name) {
      ELEMENTS.get(name)?.close?.(reading);
    },
    text(text) {
      if (reading.characters !== undefined) reading.characters += text;
    },
  });
  if (failure !== null) return failure;
  leaveLevel(reading);
  return { content, notes };
}
