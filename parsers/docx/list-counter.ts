import { LIMITS } from '../bytes/limits.ts';
import { NUMBER_FORMATS } from './number-formats.ts';
import type { Definition, List, NumberingLevel, NumberingPart } from './numbering.ts';
import type { StyleSheet } from './styles.ts';

/** Counts the paragraphs of every list in document order and writes their numbers. */
export interface ListCounter {
  /**
   * The number of the next paragraph at this level of this list: `''` where it shows none, `null` where one is due that
   * cannot be written.
   */
  next(list: number, level: number): string | null;
  /** The level that stands for a paragraph style in this list. */
  levelOfStyle(list: number, style: string): number | undefined;
}

export function countLists(part: NumberingPart, styles: StyleSheet): ListCounter {
  // Lists that share a definition share its count (17.9.15), until an override gives one a start of its own.
  const counts = new Map<Definition, (number | undefined)[]>();
  const started = new Set<List>();
  const resolved = new Map<number, ResolvedList | null>();
  const resolve = (number: number) => {
    const known = resolved.get(number);
    if (known !== undefined) return known;
    const found = resolveList(part, styles, number);
    resolved.set(number, found);
    return found;
  };
  return {
    next(number, index) {
      const found = resolve(number);
      if (found === null) return null;
      const { list, definition, levels } = found;
      const level = levels.get(index);
      if (level === undefined) return null;
      const count = counts.get(definition) ?? [];
      counts.set(definition, count);
      if (!started.has(list)) {
        started.add(list);
        for (const [overridden, { start }] of list.overrides) {
          if (start !== undefined) count[overridden] = undefined;
        }
      }
      advance(count, index, levels);
      return write(count, level, levels);
    },
    levelOfStyle(number, style) {
      const found = resolve(number);
      if (found === null) return undefined;
      return [...found.levels].find(([, level]) => level.style === style)?.[0];
    },
  };
}

type Levels = ReadonlyMap<number, NumberingLevel>;

interface ResolvedList {
  readonly list: List;
  readonly definition: Definition;
  readonly levels: Levels;
}

/** A list and the definition that holds its levels, through numbering styles; `null` where the trail ends or loops. */
function resolveList(part: NumberingPart, styles: StyleSheet, number: number): ResolvedList | null {
  const list = part.lists.get(number);
  let definition = part.definitions.get(list?.definition ?? -1);
  for (let step = 0; definition?.styleLink !== undefined && definition.levels.size === 0; step++) {
    if (step === LIMITS.styleChain) return null;
    const linked = part.lists.get(styles.list(definition.styleLink) ?? -1);
    definition = part.definitions.get(linked?.definition ?? -1);
  }
  if (list === undefined || definition === undefined) return null;
  return { list, definition, levels: levelsOf(list, definition) };
}

function levelsOf(list: List, definition: Definition): Levels {
  if (list.overrides.size === 0) return definition.levels;
  const levels = new Map(definition.levels);
  for (const [index, override] of list.overrides) {
    const level = override.level ?? levels.get(index);
    if (level !== undefined) levels.set(index, { ...level, start: override.start ?? level.start });
  }
  return levels;
}

/** Counts one on, and lets the deeper levels that restart after this one (17.9.10) begin again. */
function advance(count: (number | undefined)[], index: number, levels: Levels): void {
  const before = count[index];
  count[index] = before === undefined ? startOf(levels, index) : before + 1;
  for (let above = 0; above < index; above++) count[above] ??= startOf(levels, above);
  for (let deeper = index + 1; deeper < count.length; deeper++) {
    const after = levels.get(deeper)?.restartAfter;
    if (after === undefined || (after > 0 && index < after)) count[deeper] = undefined;
  }
}

function startOf(levels: Levels, index: number): number {
  return levels.get(index)?.start ?? 1;
}

function write(count: readonly (number | undefined)[], level: NumberingLevel, levels: Levels): string | null {
  if (level.format === 'bullet') return '';
  if (level.text.length > LIMITS.listNumberLength) return null;
  let writable = true;
  const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1;
    const format = level.decimal ? 'decimal' : (levels.get(index)?.format ?? 'decimal');
    const number = NUMBER_FORMATS[format]?.(count[index] ?? startOf(levels, index)) ?? null;
    if (number === null) writable = false;
    return number ?? '';
  });
  return writable && text.length <= LIMITS.listNumberLength ? text : null;
}
