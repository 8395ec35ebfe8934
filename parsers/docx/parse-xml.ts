import { Parser } from 'saxen';
import { LIMITS } from '../bytes/limits.ts';
import { type Unreadable, unreadable } from '../bytes/unreadable.ts';
import { decodeXml } from './decode-xml.ts';
import { resolveReferences } from './entities.ts';
import { NAMESPACES } from './namespaces.ts';

/** Attributes of the element just opened, by prefixed name, as written: read values through `attribute`. */
export type Attributes = () => Readonly<Record<string, string>>;

/** A name as it is looked up: written out, since building it for every element would cost as much as reading it. */
export type WordAttribute = `w:${string}`;

/** What a handler answers to an opening tag: nothing, to leave the element out with all it holds, or to give up. */
export type Opened = 'skip' | Unreadable | undefined;

export interface XmlHandlers {
  open(name: string, attributes: Attributes): Opened;
  close?(name: string): void;
  /** Character data, references resolved; one run of text may come in pieces. */
  text?(text: string): void;
}

/** {@link parseXml} of a part still encoded. */
export function parsePart(part: Uint8Array, handlers: XmlHandlers): Unreadable | null {
  const xml = decodeXml(part);
  return typeof xml === 'string' ? parseXml(xml, handlers) : xml;
}

/**
 * One pass over an XML part. Ends with `null`, or with `forbidden-xml` at a document type declaration, `damaged` where
 * the XML is not well-formed or nests too deeply, or what a handler gave up with.
 */
export function parseXml(xml: string, handlers: XmlHandlers): Unreadable | null {
  if (declaresTooManyNamespaces(xml) || holdsHugeTag(xml)) return unreadable('archive-bomb');
  return new Pass(handlers).run(xml);
}

class Pass {
  private readonly parser = new Parser();
  private readonly handlers: XmlHandlers;
  private failure: Unreadable | null = null;
  private depth = 0;
  /** Depth of the element that is left out, 0 outside of one. */
  private skippedFrom = 0;

  constructor(handlers: XmlHandlers) {
    this.handlers = handlers;
  }

  run(xml: string): Unreadable | null {
    const malformed = () => this.fail(unreadable('damaged'));
    this.parser
      .ns(NAMESPACES)
      .on('openTag', (name, attributes) => this.open(name, attributes))
      .on('closeTag', (name) => this.close(name))
      .on('attention', () => this.fail(unreadable('forbidden-xml')))
      .on('error', malformed)
      .on('warn', malformed);
    if (this.handlers.text) {
      this.parser.on('text', (raw) => this.text(resolveReferences(raw))).on('cdata', (text) => this.text(text));
    }
    this.parser.parse(xml);
    return this.failure;
  }

  private open(name: string, attributes: Attributes): void {
    this.depth++;
    if (this.depth > LIMITS.xmlDepth) this.fail(unreadable('damaged'));
    if (this.skippedFrom !== 0 || this.failure !== null) return;
    const opened = this.handlers.open(name, attributes);
    if (opened === 'skip') this.skippedFrom = this.depth;
    else if (opened !== undefined) this.fail(opened);
  }

  private close(name: string): void {
    if (this.skippedFrom === 0) {
      if (this.failure === null) this.handlers.close?.(name);
    } else if (this.skippedFrom === this.depth) {
      this.skippedFrom = 0;
    }
    this.depth--;
  }

  private text(text: string | null): void {
    if (text === null) this.fail(unreadable('damaged'));
    else if (this.skippedFrom === 0) this.handlers.text?.(text);
  }

  private fail(failure: Unreadable): void {
    this.failure ??= failure;
    this.parser.stop();
  }
}

/** Each declaration costs the parser a table entry: a part of nothing else would take all memory. */
function declaresTooManyNamespaces(xml: string): boolean {
  let count = 0;
  for (let at = xml.indexOf('xmlns'); at !== -1; at = xml.indexOf('xmlns', at + 5)) {
    if (++count > LIMITS.xmlNamespaceDeclarations) return true;
  }
  return false;
}

function holdsHugeTag(xml: string): boolean {
  if (xml.length <= LIMITS.xmlTagCharacters) return false;
  for (let from = 0; from < xml.length; ) {
    const end = xml.indexOf('>', from);
    if ((end === -1 ? xml.length : end) - from > LIMITS.xmlTagCharacters) return true;
    if (end === -1) return false;
    from = end + 1;
  }
  return false;
}

/** Value of a `w:` attribute, also where a default namespace leaves it without prefix. */
export function attribute(attributes: Attributes, name: WordAttribute): string | undefined {
  const all = attributes();
  const raw = all[name] ?? all[name.slice(2)];
  return raw === undefined ? undefined : (resolveReferences(raw) ?? raw);
}

/** A `w:` attribute that holds a whole number (ST_DecimalNumber); others are taken as absent. */
export function integerAttribute(attributes: Attributes, name: WordAttribute): number | undefined {
  const value = attribute(attributes, name)?.trim();
  return value !== undefined && /^[+-]?\d{1,99}$/.test(value) ? Number(value) : undefined;
}

/** An on/off property (ST_OnOff, 22.9.2.7): present without a value is on. */
export function isOn(attributes: Attributes): boolean {
  const value = attribute(attributes, 'w:val');
  return value === undefined || !/^(?:0|false|off)$/i.test(value);
}
