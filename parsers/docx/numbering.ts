import type { Unreadable } from '../bytes/unreadable.ts';
import { type Attributes, attribute, integerAttribute, isOn, type Opened, parsePart } from './parse-xml.ts';

/** The lists of the numbering part (ECMA-376-1, 17.9): a list points at a definition and may change its levels. */
export interface NumberingPart {
  readonly lists: ReadonlyMap<number, List>;
  readonly definitions: ReadonlyMap<number, Definition>;
}

export interface List {
  definition: number;
  readonly overrides: Map<number, Override>;
}

/** `w:lvlOverride`: another first number, another level, or both. */
export interface Override {
  start: number | undefined;
  level: NumberingLevel | undefined;
}

export interface Definition {
  readonly levels: Map<number, NumberingLevel>;
  /** Numbering style that holds the levels in its stead (`w:numStyleLink`). */
  styleLink: string | undefined;
}

export interface NumberingLevel {
  start: number;
  format: string;
  /** Text with `%1` … `%9` for the numbers of the levels. */
  text: string;
  /** Writes the numbers of all levels in decimal (`w:isLgl`). */
  decimal: boolean;
  /** Level, from 1, after which the count starts again; 0 never; `undefined` after any level above. */
  restartAfter: number | undefined;
  /** Paragraph style that stands for this level. */
  style: string | undefined;
}

const LEVELS = 9;

export function readNumbering(part: Uint8Array | null): NumberingPart | Unreadable {
  const reader = new NumberingReader();
  const failure = part === null ? null : reader.read(part);
  return failure ?? reader;
}

class NumberingReader implements NumberingPart {
  readonly lists = new Map<number, List>();
  readonly definitions = new Map<number, Definition>();
  private definition: Definition | undefined;
  private list: List | undefined;
  private override: Override | undefined;
  private level: NumberingLevel | undefined;

  read(part: Uint8Array): Unreadable | null {
    return parsePart(part, {
      open: (name, attributes) => this.open(name, attributes),
      close: (name) => this.close(name),
    });
  }

  private open(name: string, attributes: Attributes): Opened {
    if (name === 'w:pPr' || name === 'w:rPr' || name === 'w:numPicBullet') return 'skip';
    if (name === 'w:abstractNum') this.startDefinition(attributes);
    else if (name === 'w:num') this.startList(attributes);
    else if (name === 'w:lvlOverride') this.startOverride(attributes);
    else if (name === 'w:lvl') this.startLevel(attributes);
    else if (this.level !== undefined) LEVEL_PROPERTIES[name]?.(this.level, attributes);
    else this.readLink(name, attributes);
    return undefined;
  }

  private close(name: string): void {
    if (name === 'w:abstractNum') this.definition = undefined;
    else if (name === 'w:num') this.list = undefined;
    else if (name === 'w:lvlOverride') this.override = undefined;
    else if (name === 'w:lvl') this.level = undefined;
  }

  private startDefinition(attributes: Attributes): void {
    this.definition = { levels: new Map(), styleLink: undefined };
    this.definitions.set(integerAttribute(attributes, 'w:abstractNumId') ?? -1, this.definition);
  }

  private startList(attributes: Attributes): void {
    this.list = { definition: -1, overrides: new Map() };
    this.lists.set(integerAttribute(attributes, 'w:numId') ?? -1, this.list);
  }

  private startOverride(attributes: Attributes): void {
    this.override = { start: undefined, level: undefined };
    const index = integerAttribute(attributes, 'w:ilvl') ?? 0;
    if (index >= 0 && index < LEVELS) this.list?.overrides.set(index, this.override);
  }

  private startLevel(attributes: Attributes): void {
    const index = integerAttribute(attributes, 'w:ilvl') ?? 0;
    this.level = { start: 0, format: 'decimal', text: '', decimal: false, restartAfter: undefined, style: undefined };
    if (this.override !== undefined) this.override.level = this.level;
    else if (index >= 0 && index < LEVELS) this.definition?.levels.set(index, this.level);
  }

  private readLink(name: string, attributes: Attributes): void {
    if (name === 'w:abstractNumId' && this.list !== undefined) {
      this.list.definition = integerAttribute(attributes, 'w:val') ?? -1;
    } else if (name === 'w:startOverride' && this.override !== undefined) {
      this.override.start = integerAttribute(attributes, 'w:val') ?? 0;
    } else if (name === 'w:numStyleLink' && this.definition !== undefined) {
      this.definition.styleLink = attribute(attributes, 'w:val');
    }
  }
}

const LEVEL_PROPERTIES: Readonly<Record<string, (level: NumberingLevel, attributes: Attributes) => void>> = {
  'w:start': (level, attributes) => {
    level.start = integerAttribute(attributes, 'w:val') ?? 0;
  },
  'w:numFmt': (level, attributes) => {
    level.format = attribute(attributes, 'w:val') ?? 'decimal';
  },
  'w:lvlText': (level, attributes) => {
    level.text = attribute(attributes, 'w:val') ?? '';
  },
  'w:isLgl': (level, attributes) => {
    level.decimal = isOn(attributes);
  },
  'w:lvlRestart': (level, attributes) => {
    level.restartAfter = integerAttribute(attributes, 'w:val');
  },
  'w:pStyle': (level, attributes) => {
    level.style = attribute(attributes, 'w:val');
  },
};
