import { expect, test } from 'vitest';
import { isUnreadable } from '../../parsers/bytes/unreadable.ts';
import { readDocx } from '../../parsers/docx/read-docx.ts';
import { drawDrop } from './drop.ts';

test('the same seed draws the same drop, another seed another', () => {
  const summary = (seed: number) =>
    drawDrop(40, seed).map(({ key, sha256, deliveries }) => ({ key, sha256, deliveries }));
  expect(summary(1)).toEqual(summary(1));
  expect(summary(1)).not.toEqual(summary(2));
});

test('a drop holds new reports, corrections, copies and files that nobody can read', () => {
  const drop = drawDrop(400, 3);
  expect(drop).toHaveLength(400);
  const hostile = drop.filter(({ report }) => report === null);
  expect(hostile.length).toBeGreaterThan(0);
  expect(new Set(hostile.map(({ sha256 }) => sha256)).size).toBe(hostile.length);
  for (const { bytes } of hostile) expect(isUnreadable(readDocx(bytes))).toBe(true);
  const reports = drop.filter(({ report }) => report !== null);
  const pdf = reports.filter(({ key }) => key.endsWith('.pdf'));
  expect(pdf.length).toBeGreaterThan(reports.length / 5);
  for (const { key, bytes } of reports)
    expect(Buffer.from(bytes.subarray(0, 4)).toString()).toBe(key.endsWith('.pdf') ? '%PDF' : 'PK\u0003\u0004');
  const contents = new Set(reports.map(({ sha256 }) => sha256)).size;
  const stated = new Set(reports.map(({ report }) => `${report?.body} ${report?.year}`)).size;
  expect(contents).toBeLessThan(reports.length);
  expect(stated).toBeLessThan(contents);
  expect(new Set(drop.map(({ deliveries }) => deliveries))).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]));
});
