import { decimalToNumber, shiftDecimal } from './decimal.ts';
import type { FigureNoteCode } from './figure-notes.ts';
import type { CellReading } from './read-number.ts';

/** Money units by the power of ten that turns them into yuan. */
const POWERS: Readonly<Record<string, number>> = {
  元: 0,
  元整: 0,
  百元: 2,
  千元: 3,
  万: 4,
  万元: 4,
  十万元: 5,
  百万元: 6,
  亿: 8,
  亿元: 8,
};

/** A unit in a header stands at its end or in brackets, behind 单位, a sign or the word 金额: 多元采购 names none. */
const HEADER_UNIT =
  /(?:单位为?[:：]?|[(（【[:：/／]|金额|人民币[:：]?)(百万元|十万元|万元|亿元|千元|百元|元)(?:$|[)）】\],，;；、。])/u;
const FOREIGN = /美元|港元|港币|欧元|日元|外币/u;

export interface Money {
  /** Yuan; null where the unit is unknown or the number cannot be kept exactly. */
  readonly value: number | null;
  readonly unit: string;
  readonly more: readonly FigureNoteCode[];
}

/**
 * Converts an amount to yuan: by the unit in the cell, else the header's, else the form's. Zero is zero in any unit.
 * @param statutoryUnit the unit that the form prints over the column, if it does
 * @param header the column's label as published
 * @param nearby other words printed around the cell; a unit there is followed with doubt
 */
export function moneyInYuan(
  reading: Extract<CellReading, { state: 'stated' }>,
  statutoryUnit: string | undefined,
  header: string,
  nearby: readonly string[] = [],
): Money {
  const printed = header.replace(/\s+/gu, '');
  const foreign = reading.unit === '' && (FOREIGN.test(printed) || /[元币]/u.test(reading.remark));
  const inHeader = HEADER_UNIT.exec(printed)?.[1];
  const notUnderstood = reading.unit === '' && inHeader === undefined && /元/u.test(printed);
  // A unit that is there and not understood leaves the amount without one.
  if (foreign || notUnderstood) return { value: null, unit: '', more: ['unit-not-stated'] };
  const around = reading.unit === '' && inHeader === undefined ? unitNearby(nearby) : undefined;
  const unit = reading.unit || inHeader || around || statutoryUnit;
  const zero = decimalToNumber(reading.decimal) === 0;
  if (unit === undefined) {
    return zero ? { value: 0, unit: '', more: [] } : { value: null, unit: '', more: ['unit-not-stated'] };
  }
  const power = POWERS[unit];
  if (power === undefined) return { value: null, unit, more: ['unit-unexpected'] };
  // Nobody pays less than a fen: an amount that needs more than two decimals is not in yuan, whatever is printed.
  const finerThanFen = power === 0 && reading.decimal.fraction.replace(/0+$/u, '').length > 2;
  if (finerThanFen) return { value: null, unit, more: ['finer-than-fen'] };
  const value = decimalToNumber(shiftDecimal(reading.decimal, power));
  return {
    value: value ?? null,
    unit,
    more:
      value === undefined
        ? ['too-many-digits']
        : around && !zero
          ? ['unit-nearby']
          : sources(reading.unit, inHeader, zero),
  };
}

/** A unit in the row's label, in a line of its own or in the caption. */
function unitNearby(nearby: readonly string[]): string | undefined {
  for (const text of nearby.toReversed()) {
    const unit = HEADER_UNIT.exec(text.replace(/\s+/gu, ''))?.[1];
    if (unit) return unit;
  }
  return undefined;
}

function sources(inCell: string, inHeader: string | undefined, zero: boolean): readonly FigureNoteCode[] {
  if (inCell === '') return [inHeader ? 'unit-from-header' : 'unit-from-form'];
  // 万 alone in a 万元 column is short for 万元; anything else that differs may be a slip.
  const same = inHeader === undefined || POWERS[inCell] === POWERS[inHeader];
  return same || zero ? [] : ['units-disagree'];
}
