import { expect, test } from 'vitest';
import { revisionIdOf } from '../../../../records/keys.ts';
import { BODY, REPORT, reportDocx, YEAR } from '../uploads.ts';
import { digest, ingest, ingested, settlementOf, type World } from '../world.ts';

export function describeUpload(openWorld: () => Promise<World>): void {
  test('that is in order is accepted: ledger, head, revision, record and evidence', async () => {
    const world = await openWorld();
    const bytes = reportDocx();
    const sha256 = digest(bytes);
    const upload = await ingested(world, 'inbox/鹿城区/报告 2020 #1.docx', bytes);
    const revision = revisionIdOf(sha256);
    expect(await world.reader.ledgerEntry(upload)).toMatchObject({
      ...upload,
      office: '鹿城区',
      state: 'settled',
      token: 1,
      settlement: { outcome: 'accepted', body: BODY, year: YEAR, bodyKey: REPORT.bodyKey, sha256, revision },
    });
    expect(await world.reader.readHead(REPORT)).toMatchObject({
      ...REPORT,
      body: BODY,
      status: 'accepted',
      newest: { revision, number: 1, uploadedAt: '2021-01-20T08:00:00.000Z' },
      accepted: { revision },
      counts: { error: 0, explain: 0, hint: 0 },
      revisions: 1,
    });
    expect(await world.reader.revisions(REPORT)).toMatchObject([
      { revision, number: 1, outcome: 'accepted', sha256, upload },
    ]);
    expect(await world.reader.readRecord(REPORT, revision)).toMatchObject({
      body: BODY,
      source: { sha256, fileName: '报告 2020 #1.docx' },
    });
    expect(await world.evidence(sha256)).toMatchObject({ format: 'docx' });
  });

  test('with a broken sum needs review and is a revision all the same', async () => {
    const world = await openWorld();
    const upload = await ingested(world, 'inbox/鹿城区/a.docx', reportDocx({ isBroken: true }));
    expect(await settlementOf(world, upload)).toMatchObject({ outcome: 'needs-review', body: BODY, year: YEAR });
    expect(await world.reader.readHead(REPORT)).toMatchObject({
      status: 'needs-review',
      accepted: null,
      counts: { error: 2 },
    });
  });

  test('that is gone when it is its turn failed, and says so', async () => {
    const world = await openWorld();
    const upload = await world.upload('inbox/鹿城区/a.docx', reportDocx());
    await world.remove(upload);
    await ingest(world, upload);
    expect(await settlementOf(world, upload)).toMatchObject({ outcome: 'failed', code: 'object-gone' });
  });

  test('with the wrong extension is read, and the record notes it', async () => {
    const world = await openWorld();
    const bytes = reportDocx();
    await ingested(world, 'inbox/鹿城区/报告.doc', bytes);
    const record = await world.reader.readRecord(REPORT, revisionIdOf(digest(bytes)));
    expect(record?.notes).toContainEqual({ code: 'wrong-extension' });
  });

  test.each([
    ['an office of its own', 'inbox/鹿城区/a.docx', '鹿城区'],
    ['no office', 'a.docx', null],
    ['odd signs', 'inbox/鹿 城+区/报告#1?%20&(终).docx', '鹿 城+区'],
    ['a name of 1000 bytes', `inbox/鹿城区/${'长'.repeat(320)}.docx`, '鹿城区'],
  ])('with a key of %s', async (_, key, office) => {
    const world = await openWorld();
    const upload = await ingested(world, key, reportDocx());
    expect(await world.reader.ledgerEntry(upload)).toMatchObject({ key, office, settlement: { outcome: 'accepted' } });
  });
}
