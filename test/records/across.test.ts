import { describe, expect, test } from 'vitest';
import { compareWithNeighbours, withFindingsAcross } from '../../records/across.ts';
import { acrossSchema } from '../../records/across-schema.ts';
import { FORMS_2021, readingOf } from '../checks/readings.ts';
import { recordWith } from './parts.ts';

const ABOUT = { revision: 'r', compared: [] };

/** 12 requests of natural persons of which 9 were carried in; who were carried in was typed as 6 in both columns. */
const misstated = recordWith({
  reading: readingOf(FORMS_2021, {
    't3.new_received.natural_person': 3,
    't3.new_received.total': 3,
    't3.carried_in.natural_person': 6,
    't3.carried_in.total': 6,
    't3.granted.natural_person': 12,
    't3.granted.total': 12,
    't3.processed_total.natural_person': 12,
    't3.processed_total.total': 12,
  }),
});
const yearBefore = recordWith({
  reading: readingOf(FORMS_2021, {
    't3.new_received.natural_person': 9,
    't3.new_received.total': 9,
    't3.carried_out.natural_person': 9,
    't3.carried_out.total': 9,
  }),
  identity: { year: [{ value: 2020, source: 'title', text: '2020年' }] },
});

describe('beside last year’s report', () => {
  const across = compareWithNeighbours(misstated, { before: yearBefore }, ABOUT);

  test('what does not carry over is found', () => {
    expect(across.findings.filter(({ rule }) => rule === 'T3-CARRY').map(({ scope }) => scope)).toEqual([
      'natural_person',
      'total',
    ]);
    expect(acrossSchema.parse(across)).toEqual(across);
  });

  test('the carry tells which of several cells is wrong in a sum that is broken by itself', () => {
    const alone = misstated.findings.find(({ rule }) => rule === 'T3-BALANCE');
    const together = withFindingsAcross(misstated, across).findings.find(({ rule }) => rule === 'T3-BALANCE');
    expect(alone?.suspicion).toBe('several');
    expect(together?.suspects[0]).toMatchObject({
      changes: [
        { figure: 't3.carried_in.natural_person', value: 9 },
        { figure: 't3.carried_in.total', value: 9 },
      ],
      supportedBy: ['year-before'],
    });
    expect(together?.suspected?.zh).toContain('与上年结转一致');
  });

  test('no finding is lost or doubled by it', () => {
    const names = withFindingsAcross(misstated, across).findings.map(({ rule, scope }) => `${rule} ${scope}`);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBe(misstated.findings.length + across.findings.length);
  });
});

test('a report that stands alone is told as it told itself', () => {
  const across = compareWithNeighbours(misstated, {}, ABOUT);
  expect(across.retold).toEqual([]);
  expect(across.findings).toEqual([]);
  expect(withFindingsAcross(misstated, undefined)).toBe(misstated);
});
