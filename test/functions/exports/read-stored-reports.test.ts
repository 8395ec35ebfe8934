import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { readStoredReports } from '../../../functions/exports/read-stored-reports.ts';
import type { Head } from '../../../records/head.ts';
import { FORMS_2021, readingOf } from '../../checks/readings.ts';
import { recordWith } from '../../records/parts.ts';
import { storedReport } from './stored-report.ts';

const stored = storedReport(recordWith({ reading: readingOf(FORMS_2021, {}) }));
const HEADS: Head[] = Array.from({ length: 100 }, (_, n) => ({ ...stored.head, bodyKey: `机关${n}` }));
const GONE = '机关41';
const FAULTY = '机关60';

/** Stores of which the later heads answer first, that count what is asked at once. */
function openStores(faulty?: string) {
  const counts = { now: 0, most: 0, unreadable: [] as string[] };
  const reports = {
    async readRecord({ bodyKey }: { readonly bodyKey: string }) {
      counts.now += 1;
      counts.most = Math.max(counts.most, counts.now);
      await setTimeout(10 - (Number(bodyKey.slice(2)) % 10));
      counts.now -= 1;
      if (bodyKey === faulty) throw new Error('throttled');
      return bodyKey === GONE ? undefined : stored.record;
    },
    revisions: async () => [stored.revision],
    decisions: async () => [],
    readAcross: async () => undefined,
  };
  const stores = { reports, digest: stored.digest, onUnreadable: (head: Head) => counts.unreadable.push(head.bodyKey) };
  return { counts, stores };
}

test('reports come in the order of their heads, though several are read at the same time', async () => {
  const { counts, stores } = openStores();
  const seen: string[] = [];
  for await (const { head } of readStoredReports(HEADS, 'newest', stores)) seen.push(head.bodyKey);
  expect(seen).toEqual(HEADS.map(({ bodyKey }) => bodyKey).filter((key) => key !== GONE));
  expect(counts.unreadable).toEqual([GONE]);
  expect(counts.most).toBeGreaterThan(8);
  expect(counts.most).toBeLessThanOrEqual(16);
});

test('a fault ends the reading at its place, after what stands before it', async () => {
  const { stores } = openStores(FAULTY);
  const seen: string[] = [];
  const reading = async () => {
    for await (const { head } of readStoredReports(HEADS, 'newest', stores)) seen.push(head.bodyKey);
  };
  await expect(reading()).rejects.toThrow('throttled');
  expect(seen).toEqual(
    HEADS.slice(0, 60)
      .map(({ bodyKey }) => bodyKey)
      .filter((key) => key !== GONE),
  );
});
