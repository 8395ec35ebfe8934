import { expect, test } from 'vitest';
import { ReaderStarved } from '../../../../functions/reader-starved.ts';
import { REJECTED_UPLOADS } from '../rejected-uploads.ts';
import { reportDocx, YEAR } from '../uploads.ts';
import { ingest, ingested, settlementOf, type World } from '../world.ts';

export function describeRejection(openWorld: () => Promise<World>): void {
  test.each(REJECTED_UPLOADS.map((rejected) => [rejected.what, rejected.code, rejected] as const))(
    '%s ends in the ledger as %s',
    async (_, code, { fileName, bytes }) => {
      const world = await openWorld();
      const upload = await ingested(world, `inbox/鹿城区/${fileName}`, bytes());
      const settlement = await settlementOf(world, upload);
      expect(settlement).toMatchObject({ outcome: 'rejected', code });
      expect(settlement?.message?.zh).toMatch(/^[^{}]+。$/);
      expect(settlement?.message?.en).toMatch(/^[^{}]+\.$/);
      expect(await world.reader.reportsOfYear(YEAR)).toEqual([]);
      expect(await world.reader.ledgerOfDay(world.clock.now())).toHaveLength(1);
    },
  );

  test('is rejected again when it is sent again, each upload by itself', async () => {
    const world = await openWorld();
    const first = await ingested(world, 'inbox/鹿城区/a.docx', new Uint8Array());
    const second = await ingested(world, 'inbox/鹿城区/b.docx', new Uint8Array());
    expect([await settlementOf(world, first), await settlementOf(world, second)]).toMatchObject([
      { outcome: 'rejected', code: 'empty' },
      { outcome: 'rejected', code: 'empty' },
    ]);
  });

  test.each(['reader-stopped', 'reader-crashed'] as const)(
    'a file on which the reader ended as %s is settled, once, and not delivered again',
    async (failed) => {
      const opened = await openWorld();
      let asked = 0;
      const assess = async () => {
        asked += 1;
        return { readable: false, failed } as const;
      };
      const world = { ...opened, deps: { ...opened.deps, assess } };
      const upload = await ingested(world, 'inbox/鹿城区/a.pdf', new Uint8Array([1]));
      await ingest(world, upload);
      expect(asked).toBe(1);
      const settlement = await settlementOf(world, upload);
      expect(settlement).toMatchObject({ outcome: 'failed', code: failed });
      expect(settlement?.fault).toBeUndefined();
      expect(settlement?.message?.zh).toMatch(/^[^{}]+。$/);
      expect(world.logged).toContain(failed);
    },
  );

  test('a file whose reader was starved is delivered again, and read once there is time for it', async () => {
    const opened = await openWorld();
    let asked = 0;
    const assess: typeof opened.deps.assess = async (upload) => {
      asked += 1;
      return asked < 3 ? { readable: false, starved: true } : opened.deps.assess(upload);
    };
    const world = { ...opened, deps: { ...opened.deps, assess } };
    const upload = await world.upload('inbox/鹿城区/a.docx', reportDocx());
    await expect(ingest(world, upload)).rejects.toThrow(ReaderStarved);
    await expect(ingest(world, upload)).rejects.toThrow(ReaderStarved);
    await ingest(world, upload);
    expect(await settlementOf(world, upload)).toMatchObject({ outcome: 'accepted' });
  });
}
