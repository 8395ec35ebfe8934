import { describe, expect, test } from 'vitest';
import { figuresOf, TABLE_IDS, tableForm } from '../../../../forms/catalogue.ts';
import type { FigureId } from '../../../../forms/form.ts';
import { compareNeighbours } from '../../../../functions/neighbours/compare-neighbours.ts';
import type { UploadRef } from '../../../../records/keys.ts';
import { derive } from '../../../dresses/arbitrary.ts';
import { docxOf } from '../../../records/assessed.ts';
import { docxOfYear, type Which } from '../carried-years.ts';
import { REPORT } from '../uploads.ts';
import { deliverUntilDone, ingest, ingested, type World } from '../world.ts';

const COUNTY = '示例县人民政府';
const BELOW = ['示例县人民政府办公室', '示例县水利局'] as const;

/** A county and two offices below it, as a roster would tell. */
const withFamily = (world: World): World => ({
  ...world,
  deps: {
    ...world.deps,
    bodies: {
      ...world.deps.bodies,
      above: async (bodyKey) => (BELOW.some((name) => name === bodyKey) ? COUNTY : undefined),
      below: async (bodyKey) => (bodyKey === COUNTY ? BELOW.map((name) => ({ bodyKey: name, name })) : []),
    },
  },
});

function docxOfBody(body: string, granted: number): Uint8Array {
  const forms = { t2: '2021', t3: '2021', t4: '2021' } as const;
  const tables = TABLE_IDS.map((table) => tableForm(forms[table], table));
  const leaves: Record<FigureId, number> = Object.fromEntries(tables.flatMap(figuresOf).map(({ id }) => [id, 0]));
  leaves['t3.granted.natural_person'] = granted;
  const sums = tables.flatMap((table) => table.sums);
  return docxOf({ forms, figures: derive(leaves, sums), body, year: 2021 });
}

const orders = <Item>(items: readonly Item[]): Item[][] =>
  items.length === 0
    ? [[]]
    : items.flatMap((first, at) => orders(items.toSpliced(at, 1)).map((others) => [first, ...others]));

/** Puts the files into the inbox in the order in which they were published, an hour apart. */
async function published<Name extends Which>(world: World, names: readonly Name[]): Promise<Map<Name, UploadRef>> {
  const uploads = new Map<Name, UploadRef>();
  for (const name of names) {
    uploads.set(name, await world.upload(`inbox/鹿城区/${name}.docx`, docxOfYear(name)));
    world.clock.pass(3600);
  }
  return uploads;
}

/** What stands of the three years, without when it was written and how often. */
async function standing(world: World) {
  return Promise.all(
    [2020, 2021, 2022].map(async (year) => {
      const report = { ...REPORT, year };
      const head = await world.reader.readHead(report);
      const across = await world.reader.readAcross(report);
      return {
        year,
        status: head?.status,
        accepted: head?.accepted?.revision,
        newest: head?.newest.revision,
        counts: head?.counts,
        across,
      };
    }),
  );
}

const carryOf = (state: Awaited<ReturnType<typeof standing>>, year: number) =>
  state
    .find((report) => report.year === year)
    ?.across?.findings.filter(({ rule }) => rule === 'T3-CARRY')
    .map(({ scope, expected, found }) => [scope, expected, found]);

/** The second way of reading finds these natural persons carried in and out, whatever the file; counts how often it is asked. */
function readingAgain(world: World, found: { readonly carriedIn: number; readonly carriedOut: number }) {
  let asked = 0;
  const readAgain = async () => {
    asked += 1;
    return new Map(
      ['natural_person', 'total'].flatMap((column) => [
        [`t3.carried_in.${column}`, found.carriedIn] as const,
        [`t3.carried_out.${column}`, found.carriedOut] as const,
      ]),
    );
  };
  return { world: { ...world, deps: { ...world.deps, readAgain } }, asked: () => asked };
}

export function describeNeighbours(openWorld: () => Promise<World>): void {
  const inOrder = [2020, 2021, 2022] as const;

  test.each([
    ['agrees', 'report', { carriedIn: 3, carriedOut: 1 }],
    ['disagrees', 'possibly-misread', { carriedIn: 1, carriedOut: 1 }],
  ] as const)('before a carry is called broken both files are read again: that %s', async (says, cause, found) => {
    const { world, asked } = readingAgain(await openWorld(), found);
    const [first, second, third] = [...(await published(world, inOrder)).values()];
    if (!first || !second || !third) throw new Error('three years were published');
    await ingest(world, first);
    await ingest(world, second);
    expect(asked()).toBe(0);
    await ingest(world, third);
    expect(asked()).toBe(2);
    const across = await world.reader.readAcross({ ...REPORT, year: 2022 });
    const carry = across?.findings.filter(({ rule }) => rule === 'T3-CARRY');
    expect(carry).toMatchObject([
      { scope: 'natural_person', cause, secondReading: says },
      { scope: 'total', cause, secondReading: says },
    ]);
  });

  test('a second reading that was kept is not taken again', async () => {
    const { world, asked } = readingAgain(await openWorld(), { carriedIn: 3, carriedOut: 1 });
    for (const upload of (await published(world, inOrder)).values()) await ingest(world, upload);
    const before = await standing(world);
    await compareNeighbours({ ...REPORT, year: 2021 }, world.deps);
    await compareNeighbours({ ...REPORT, year: 2022 }, world.deps);
    expect(asked()).toBe(2);
    expect(await standing(world)).toEqual(before);
  });

  test('what does not carry over is found in the later report, which goes to review', async () => {
    const world = await openWorld();
    for (const upload of (await published(world, inOrder)).values()) await ingest(world, upload);
    const state = await standing(world);
    expect(carryOf(state, 2022)).toEqual([
      ['natural_person', 1, 3],
      ['total', 1, 3],
    ]);
    expect(carryOf(state, 2021)).toEqual([]);
    expect(state.map(({ year, status }) => [year, status])).toEqual([
      [2020, 'accepted'],
      [2021, 'accepted'],
      [2022, 'needs-review'],
    ]);
    expect(state.at(-1)?.accepted).toBeUndefined();
    expect(state.at(-1)?.across?.findings[0]?.elsewhere).toMatchObject([{ year: 2021 }]);
  });

  test('three years give the same in every order', async () => {
    const seen = new Set<string>();
    for (const order of orders(inOrder)) {
      const world = await openWorld();
      const uploads = await published(world, inOrder);
      for (const name of order) await ingest(world, required(uploads.get(name)));
      seen.add(JSON.stringify(await standing(world)));
    }
    expect(seen.size).toBe(1);
  });

  test('and all at once, each delivered twice', async () => {
    const ordered = await openWorld();
    for (const upload of (await published(ordered, inOrder)).values()) await ingest(ordered, upload);
    const world = await openWorld();
    const uploads = [...(await published(world, inOrder)).values()];
    await Promise.all([...uploads, ...uploads].map((upload) => deliverUntilDone(world, upload)));
    expect(await standing(world)).toEqual(await standing(ordered));
  });

  describe('a corrected report', () => {
    const all = [...inOrder, 'corrected' as const];

    test('is compared anew by the report that rests on it', async () => {
      const world = await openWorld();
      for (const upload of (await published(world, all)).values()) await ingest(world, upload);
      const state = await standing(world);
      expect(carryOf(state, 2022)).toEqual([]);
      expect(state.at(-1)).toMatchObject({ status: 'accepted', counts: { error: 0 } });
      expect(state.at(-1)?.accepted).toBe(state.at(-1)?.newest);
    });

    test('gives the same in every order of arrival', async () => {
      const seen = new Set<string>();
      for (const order of orders(all)) {
        const world = await openWorld();
        const uploads = await published(world, all);
        for (const name of order) await ingest(world, required(uploads.get(name)));
        seen.add(JSON.stringify(await standing(world)));
      }
      expect(seen.size).toBe(1);
    }, 120_000);

    test('and together with the others', async () => {
      const ordered = await openWorld();
      for (const upload of (await published(ordered, all)).values()) await ingest(ordered, upload);
      const world = await openWorld();
      const uploads = [...(await published(world, all)).values()];
      await Promise.all(uploads.map((upload) => deliverUntilDone(world, upload)));
      expect(await standing(world)).toEqual(await standing(ordered));
    });
  });

  describe('a report that adds up those below it', () => {
    const names = [COUNTY, ...BELOW];

    async function ingestFamily(order: readonly string[], received: Readonly<Record<string, number>>) {
      const world = withFamily(await openWorld());
      for (const name of order) {
        await ingested(world, `inbox/示例县/${name}.docx`, docxOfBody(name, received[name] ?? 0));
      }
      const across = await world.reader.readAcross({ bodyKey: COUNTY, year: 2021 });
      return across?.findings
        .filter(({ rule, scope }) => rule === 'LEVEL-SUM' && scope === 't3.new_received.total')
        .map(({ expected, found, elsewhere }) => [expected, found, elsewhere?.length]);
    }

    test('is compared with their sum, whoever comes last', async () => {
      const seen = new Set<string>();
      for (const order of orders(names)) {
        seen.add(JSON.stringify(await ingestFamily(order, { [COUNTY]: 10, 示例县人民政府办公室: 4, 示例县水利局: 5 })));
      }
      expect([...seen]).toEqual([JSON.stringify([[9, 10, 2]])]);
    });

    test('may be more than those on file while one is missing, never less', async () => {
      const [first = ''] = BELOW;
      expect(await ingestFamily([COUNTY, first], { [COUNTY]: 10, [first]: 4 })).toEqual([]);
      expect(await ingestFamily([first, COUNTY], { [COUNTY]: 3, [first]: 4 })).toEqual([[4, 3, 1]]);
    });
  });

  test('a report that stands alone was compared with nothing', async () => {
    const world = await openWorld();
    await ingested(world, 'inbox/鹿城区/a.docx', docxOfYear(2020));
    expect((await standing(world))[0]?.across?.compared).toEqual([]);
  });
}

function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('not there');
  return value;
}
