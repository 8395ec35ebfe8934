import { LIMITS } from '../bytes/limits.ts';
import type { Unreadable } from '../bytes/unreadable.ts';
import type { NumberingReference } from './draft.ts';
import { attribute, integerAttribute, type Opened, parsePart } from './parse-xml.ts';
import { blankFormat, type RunFormat, readRunProperty } from './run-format.ts';

/** What the styles part says about text being read at all, and about automatic numbering (ECMA-376-1, 17.7). */
export interface StyleSheet {
  /** Whether a run is hidden, struck or raised, its own properties before those of its styles. */
  resolve(format: RunFormat, paragraphStyle: string | undefined): ResolvedFormat;
  /** Numbering that a paragraph style brings, and the style of its chain that states it. */
  numbering(paragraphStyle: string | undefined): StyleNumbering | null;
  /** The list that a numbering style stands for (`w:numStyleLink`). */
  list(numberingStyle: string): number | undefined;
}

export interface StyleNumbering extends NumberingReference {
  readonly style: string;
}

export interface ResolvedFormat {
  readonly hidden: boolean;
  readonly struck: boolean;
  readonly raised: boolean;
}

interface Style {
  readonly id: string;
  basedOn: string | undefined;
  readonly format: RunFormat;
  readonly numbering: NumberingReference;
}

interface StylesPart {
  readonly styles: Map<string, Style>;
  readonly defaults: RunFormat;
  defaultParagraph: string | undefined;
}

export function readStyles(part: Uint8Array | null): StyleSheet | Unreadable {
  const found: StylesPart = { styles: new Map(), defaults: blankFormat(), defaultParagraph: undefined };
  if (part !== null) {
    const failure = new StylesReader(found).read(part);
    if (failure) return failure;
  }
  return styleSheet(found);
}

class StylesReader {
  private style: Style | null = null;
  private inDefaults = false;
  private readonly found: StylesPart;

  constructor(found: StylesPart) {
    this.found = found;
  }

  read(part: Uint8Array): Unreadable | null {
    return parsePart(part, {
      open: (name, attributes) => this.open(name, attributes),
      close: (name) => this.close(name),
    });
  }

  private open(name: string, attributes: () => Readonly<Record<string, string>>): Opened {
    if (name === 'w:latentStyles' || name === 'w:tblStylePr' || name.endsWith('Change')) return 'skip';
    if (name === 'w:style') this.start(attributes);
    else if (name === 'w:rPrDefault') this.inDefaults = true;
    else if (this.style !== null) readStyleProperty(this.style, name, attributes);
    else if (this.inDefaults) readRunProperty(this.found.defaults, name, attributes);
    return undefined;
  }

  private start(attributes: () => Readonly<Record<string, string>>): void {
    const id = attribute(attributes, 'w:styleId') ?? '';
    this.style = { id, basedOn: undefined, format: blankFormat(), numbering: {} };
    this.found.styles.set(id, this.style);
    const isDefault = /^(?:1|true|on)$/i.test(attribute(attributes, 'w:default') ?? '');
    if (isDefault && attribute(attributes, 'w:type') === 'paragraph') this.found.defaultParagraph = id;
  }

  private close(name: string): void {
    if (name === 'w:style') this.style = null;
    else if (name === 'w:rPrDefault') this.inDefaults = false;
  }
}

function readStyleProperty(style: Style, name: string, attributes: () => Readonly<Record<string, string>>): void {
  if (name === 'w:basedOn') style.basedOn = attribute(attributes, 'w:val');
  else if (name === 'w:numId') style.numbering.list = integerAttribute(attributes, 'w:val') ?? 0;
  else if (name === 'w:ilvl') style.numbering.level = integerAttribute(attributes, 'w:val') ?? 0;
  else readRunProperty(style.format, name, attributes);
}

/** What a style states together with those it is based on, the nearest first. */
interface Summary {
  readonly hidden: boolean | undefined;
  readonly struck: boolean | undefined;
  readonly raised: boolean | undefined;
  readonly numbering: StyleNumbering | null;
}

function styleSheet({ styles, defaults, defaultParagraph }: StylesPart): StyleSheet {
  const summaries = new Map<string | undefined, Summary>();
  const summaryOf = (id: string | undefined): Summary => {
    const known = summaries.get(id) ?? summarise(followChain(styles, id));
    summaries.set(id, known);
    return known;
  };
  return {
    resolve(format, paragraphStyle) {
      const paragraph = summaryOf(paragraphStyle ?? defaultParagraph);
      const character = summaryOf(format.style);
      // A toggle property stated by both kinds of style is off again (17.7.3).
      const toggle = (property: 'hidden' | 'struck') =>
        format[property] ??
        (defaults[property] === true || paragraph[property] === true) !== (character[property] === true);
      return {
        hidden: toggle('hidden'),
        struck: toggle('struck'),
        raised: format.raised ?? character.raised ?? paragraph.raised ?? defaults.raised ?? false,
      };
    },
    numbering: (paragraphStyle) => summaryOf(paragraphStyle ?? defaultParagraph).numbering,
    list: (numberingStyle) => summaryOf(numberingStyle).numbering?.list,
  };
}

function summarise(chain: readonly Style[]): Summary {
  const stated = (property: 'hidden' | 'struck' | 'raised') =>
    chain.find((style) => style.format[property] !== undefined)?.format[property];
  const source = chain.find((style) => style.numbering.list !== undefined);
  return {
    hidden: stated('hidden'),
    struck: stated('struck'),
    raised: stated('raised'),
    numbering: source === undefined ? null : { ...source.numbering, style: source.id },
  };
}

/** A style and those it is based on, nearest first; a loop ends where it closes. */
function followChain(styles: ReadonlyMap<string, Style>, id: string | undefined): readonly Style[] {
  const chain: Style[] = [];
  for (let style = styles.get(id ?? ''); style !== undefined; style = styles.get(style.basedOn ?? '')) {
    if (chain.includes(style) || chain.length === LIMITS.styleChain) break;
    chain.push(style);
  }
  return chain;
}
