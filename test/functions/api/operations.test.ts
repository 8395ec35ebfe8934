import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import * as z from 'zod';
import { storeReports } from '../../../bench/store-reports.ts';
import { OPERATIONS, type Operation, type OperationId } from '../../../records/contract/api/operations.ts';
import { problemSchema } from '../../../records/contract/api/problem.ts';
import { ROLES } from '../../../records/contract/api/roles.ts';
import { revisionIdOf } from '../../../records/keys.ts';
import { hasTableEngine, openStores, type Stores, WHY_SKIPPED } from '../adapters/stores.ts';
import { assessHere } from '../ingest/assess-here.ts';
import { BODY, REPORT, reportDocx, YEAR } from '../ingest/uploads.ts';
import { digest, ingest, ingested } from '../ingest/world.ts';
import { type Answer, type ApiWorld, openApiWorld, type UserId } from './api-world.ts';

const FIRST = reportDocx({ isBroken: true });
const CORRECTED = reportDocx({ isBroken: true, edition: 7 });
const HERE = `/reports/${encodeURIComponent(REPORT.bodyKey)}/${YEAR}`;

interface Sample {
  readonly path: string;
  readonly query?: Record<string, string>;
  /** Made anew for each request. */
  readonly body?: () => unknown;
}

describe.skipIf(!hasTableEngine())(`every operation (${WHY_SKIPPED})`, () => {
  let stores: Stores;
  let world: ApiWorld;
  let samples: Record<OperationId, Sample>;

  beforeAll(async () => {
    stores = await openStores();
    world = await openApiWorld(stores);
    await ingested(world, 'inbox/鹿城区/甲/2020年报.docx', FIRST);
    world.clock.pass(60);
    await ingested(world, 'inbox/鹿城区/乙/2020年报（更正）.docx', CORRECTED);
    samples = await drawSamples(world);
  });
  afterAll(() => stores?.close());

  const operations: [OperationId, Operation][] = Object.entries(OPERATIONS) as [OperationId, Operation][];

  const asked = (user: UserId | 'nobody', id: OperationId): Promise<Answer> => {
    const { path, query, body } = samples[id];
    return world.ask(user, OPERATIONS[id].method, path, { ...(query && { query }), body: body?.() });
  };

  describe.each(operations)('%s', (id, { access, answer }) => {
    const allowed = ROLES.filter((role) => access[role] !== undefined);
    const refused = ROLES.filter((role) => access[role] === undefined);

    it.each(allowed)('answers a %s by its schema', async (role) => {
      const got = await asked(role, id);
      expect(got.status, got.bytes.toString().slice(0, 300)).toBe(200);
      expect(got.headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
      if (answer instanceof z.ZodType) expect(answer.parse(got.json)).toEqual(got.json);
      else expect(Object.values(answer.files)).toContain(got.headers['content-type']);
    });

    it('refuses everybody else', async () => {
      for (const role of refused) {
        const got = await asked(role, id);
        expect([role, got.status, problemSchema.parse(got.json).code]).toEqual([role, 403, 'not-allowed']);
      }
      const unknown = await asked('nobody', id);
      expect([unknown.status, problemSchema.parse(unknown.json).code]).toEqual([401, 'not-known']);
    });
  });

  test('an office is shown nothing of another one’s', async () => {
    const hidden = (['getReport', 'getDocument', 'getDiff', 'getYears', 'getSource', 'getUpload'] as const).map(
      async (id) => (await asked('stranger', id)).status,
    );
    expect(await Promise.all(hidden)).toEqual([404, 404, 404, 404, 404, 404]);
    expect((await asked('stranger', 'startUpload')).status).toBe(403);
    for (const id of ['listReports', 'listFindings'] as const) {
      expect((await asked('stranger', id)).json).toMatchObject({ total: 0, items: [], facets: {} });
      expect((await asked('office', id)).json).not.toMatchObject({ total: 0 });
    }
    expect((await asked('stranger', 'listDivisions')).json).toEqual({ divisions: {} });
  });

  test('divisions are named for the reports of the year that is asked for', async () => {
    // 温州市鹿城区, in 浙江省, as the ministry codes them.
    const names = async (query: Record<string, string>) => {
      const answer = await world.ask('reader', 'GET', '/divisions', { query });
      return Object.keys(OPERATIONS.listDivisions.answer.parse(answer.json).divisions);
    };
    expect(await names({})).toEqual(expect.arrayContaining(['330000', '330300', '330302']));
    expect(await names({ year: String(YEAR) })).toEqual(expect.arrayContaining(['330000', '330300', '330302']));
    expect(await names({ year: '2019' })).toEqual([]);
  });

  test('an office that handed in a later revision is not shown the earlier one of another office', async () => {
    const body = '瓯海区教育局';
    const [theirs, ours] = [reportDocx({ body }), reportDocx({ body, edition: 3 })];
    await ingested(world, 'inbox/瓯海区/丙/2020年报.docx', theirs);
    world.clock.pass(60);
    await ingested(world, 'inbox/鹿城区/丁/2020年报.docx', ours);
    const path = `/reports/${encodeURIComponent(body)}/${YEAR}`;
    const query = { revision: revisionIdOf(digest(theirs)) };
    const own = OPERATIONS.getReport.answer.parse((await world.ask('office', 'GET', path)).json);
    expect(own.revisions.map(({ revision }) => revision)).toEqual([revisionIdOf(digest(ours))]);
    const diff = { query: { from: query.revision, to: revisionIdOf(digest(ours)) } };
    const statuses = async (user: UserId) => [
      (await world.ask(user, 'GET', path, { query })).status,
      (await world.ask(user, 'GET', `${path}/document`, { query })).status,
      (await world.ask(user, 'GET', `${path}/diff`, diff)).status,
      (await world.ask(user, 'GET', `/sources/${digest(theirs)}`)).status,
    ];
    expect(await statuses('office')).toEqual([404, 404, 404, 404]);
    expect(await statuses('reader')).toEqual([200, 200, 200, 200]);
  });

  test('what the contract does not name is not there', async () => {
    for (const [method, path] of [
      ['GET', '/'],
      ['GET', '/users'],
      ['DELETE', '/decisions'],
      ['POST', '/me'],
      ['GET', `${HERE}/secrets`],
      ['GET', '/reports/%E0%A4%A/2020'],
    ] as const) {
      const got = await world.ask('approver', method, path);
      expect([path, got.status, problemSchema.parse(got.json).code]).toEqual([path, 404, 'not-found']);
    }
  });

  test('a request that is not as described is told which field is wrong', async () => {
    const wrong = await world.ask('reviewer', 'GET', '/findings', { query: { limit: '0' } });
    expect([wrong.status, problemSchema.parse(wrong.json).message.zh]).toEqual([400, expect.stringContaining('limit')]);
    for (const body of [undefined, 'words', [], { decision: 'confirmed' }]) {
      expect((await world.ask('reviewer', 'POST', '/decisions', { body })).status).toBe(400);
    }
    const year = await world.ask('reader', 'GET', `/reports/${encodeURIComponent(REPORT.bodyKey)}/20x0`);
    expect(year.status).toBe(404);
  });

  test('a decision is taken once, and whoever comes second is told by whom', async () => {
    const { items } = OPERATIONS.listFindings.answer.parse((await world.ask('reviewer', 'GET', '/findings')).json);
    const { key, state } = items[0] ?? {};
    const body = { report: REPORT, key, decision: 'misread', note: '串列', expected: state?.version ?? 0 };
    const headers = { 'idempotency-key': 'a click' };
    const [first, again] = [
      await world.ask('reviewer', 'POST', '/decisions', { body, headers }),
      await world.ask('reviewer', 'POST', '/decisions', { body, headers }),
    ];
    expect([first.status, again.json]).toEqual([200, first.json]);
    const second = await world.ask('other', 'POST', '/decisions', {
      body: { ...body, decision: 'confirmed', note: '' },
    });
    const problem = problemSchema.parse(second.json);
    expect([second.status, problem.code]).toEqual([409, 'conflict']);
    expect(problem.standing).toMatchObject({ by: '审核员甲', decision: 'misread', note: '串列' });
    // The list shows it at once.
    const listed = OPERATIONS.listFindings.answer.parse((await world.ask('other', 'GET', '/findings')).json);
    expect(listed.items.find((item) => item.key === key)?.state).toMatchObject({ decision: 'misread' });
    const owed = { ...body, note: ' ', expected: (state?.version ?? 0) + 1 };
    expect((await world.ask('other', 'POST', '/decisions', { body: owed })).status).toBe(400);
  });

  test('pages hold every finding once', async () => {
    const whole = OPERATIONS.listFindings.answer.parse((await world.ask('reader', 'GET', '/findings')).json);
    const seen: string[] = [];
    let cursor: string | null = '';
    for (let page = 0; page < 100 && cursor !== null; page++) {
      const query: Record<string, string> = { limit: '1', ...(cursor === '' ? {} : { cursor }) };
      const got = OPERATIONS.listFindings.answer.parse((await world.ask('reader', 'GET', '/findings', { query })).json);
      seen.push(...got.items.map(({ key }) => key));
      cursor = got.next;
    }
    expect(seen).toEqual(whole.items.map(({ key }) => key));
    expect(seen.length).toBe(whole.total);
  });

  test('a file is put by a link that is good for its size and kind only, and its way can be followed', async () => {
    const bytes = reportDocx({ year: YEAR + 1 });
    const body = {
      office: '鹿城区',
      fileName: '鹿城区教育局 2021 年报（终稿）.docx',
      bytes: bytes.length,
      publishedOn: '2022-01-28',
    };
    const ticket = OPERATIONS.startUpload.answer.parse((await world.ask('office', 'POST', '/uploads', { body })).json);
    const { url, headers } = ticket.put;
    expect(new URL(url).searchParams.get('X-Amz-SignedHeaders')).toBe(
      'content-length;content-type;host;x-amz-meta-published-on',
    );
    const stage = async () =>
      OPERATIONS.getUpload.answer.parse((await world.ask('office', 'GET', `/uploads/${ticket.id}`)).json);
    expect(await stage()).toMatchObject({ stage: 'awaited', fileName: body.fileName });
    // Links are signed as of now, not as of the world's clock.
    stores.setClock(() => new Date());
    const put = await fetch(url, { method: 'PUT', headers, body: Buffer.from(bytes) });
    expect(put.status).toBe(200);
    expect(await stage()).toMatchObject({ stage: 'received', settlement: null });
    const key = decodeURIComponent(new URL(url).pathname).split('/').slice(2).join('/');
    const upload = { bucket: world.buckets.inbox, key, versionId: put.headers.get('x-amz-version-id') ?? '' };
    await ingest(world, upload);
    expect(await stage()).toMatchObject({
      stage: 'settled',
      settlement: { outcome: 'accepted', body: BODY, year: YEAR + 1, message: null },
    });
    const { sha256 } = (await stage()).settlement ?? {};
    const source = OPERATIONS.getSource.answer.parse((await world.ask('office', 'GET', `/sources/${sha256}`)).json);
    const fetched = await fetch(source.url);
    expect(fetched.headers.get('content-disposition')).toContain(encodeURIComponent(body.fileName));
    expect(Buffer.from(await fetched.arrayBuffer()).equals(Buffer.from(bytes))).toBe(true);
  });

  test('a file that nobody would read is refused before it is sent, by the sentence that a sent one gets', async () => {
    const upload = (bytes: number) =>
      world.ask('office', 'POST', '/uploads', { body: { office: '鹿城区', fileName: '年报.docx', bytes } });
    // 32 MB, as the sentence says.
    expect((await upload(32 * 1024 * 1024)).status).toBe(200);
    const refused = await upload(32 * 1024 * 1024 + 1);
    expect(refused.status).toBe(413);
    expect(refused.json).toMatchObject({
      code: 'too-large',
      message: { zh: '文件超过 32 MB，未读取。请压缩图片或只保留报告正文后再上传。' },
    });
  });

  test('a report says what its cells were read as, revision by revision', async () => {
    const report = OPERATIONS.getReport.answer.parse((await asked('reader', 'getReport')).json);
    expect(report.row).toMatchObject({ body: BODY, year: YEAR, office: '鹿城区', format: 'docx' });
    expect(report.revisions.map(({ number }) => number)).toEqual([1, 2]);
    expect(report.findings.filter(({ severity }) => severity === 'error').length).toBeGreaterThan(0);
    const diff = OPERATIONS.getDiff.answer.parse((await asked('reader', 'getDiff')).json);
    expect(diff.diff.map(({ figure }) => figure)).toEqual(['t2.licensing.decisions']);
    const document = OPERATIONS.getDocument.answer.parse((await asked('reader', 'getDocument')).json);
    const cells = document.blocks.flatMap((block) => (block.kind === 'grid' ? block.cells : []));
    const byFigure = new Map(cells.flatMap((cell) => (cell.figure ? [[cell.figure, cell.text] as const] : [])));
    const read = Object.entries(report.record.figures).flatMap(([id, { raw }]) =>
      raw === null ? [] : [[id, raw] as const],
    );
    expect(byFigure.size).toBe(read.length);
    for (const [id, raw] of read) expect([id, byFigure.get(id)]).toEqual([id, raw]);
  });

  test('what is listed is what is downloaded, reports of an unknown year as well', async () => {
    const assessed = await assessHere({ bytes: FIRST, sha256: 'unknown', fileName: '年报.docx' });
    if (!assessed.readable) throw new Error('the report cannot be read');
    const upload = { bucket: 'inbox', key: 'inbox/鹿城区/不明/年报.docx', versionId: 'v' };
    const { record } = assessed;
    await storeReports(stores.dynamodb, world.tableName, [
      { record, body: '年度不明的机关', year: null, upload, at: '2021-02-01T08:00:00.000Z' },
    ]);
    const listed = async (query: Record<string, string>) =>
      OPERATIONS.listReports.answer
        .parse((await world.ask('reader', 'GET', '/reports', { query })).json)
        .items.map(({ body }) => body);
    const downloaded = async (query: Record<string, string>) =>
      (await world.ask('reader', 'GET', '/exports/reports.csv', { query })).bytes
        .toString('utf8')
        .split('\r\n')
        .slice(1, -1)
        .map((line) => line.split(',')[1]);
    // Lists may be some seconds old.
    await expect.poll(() => listed({ year: '2009' }), { timeout: 15_000 }).toEqual(['年度不明的机关']);
    for (const query of [{ year: String(YEAR) }, { year: '2009' }, { year: String(YEAR), severity: 'error' }]) {
      const bodies = await listed(query);
      expect(bodies).toContain('年度不明的机关');
      expect((await downloaded(query)).toSorted()).toEqual(bodies.toSorted());
    }
  }, 30_000);
});

async function drawSamples(world: ApiWorld): Promise<Record<OperationId, Sample>> {
  const findings = OPERATIONS.listFindings.answer.parse((await world.ask('reviewer', 'GET', '/findings')).json);
  const [finding] = findings.items.filter(({ severity }) => severity === 'error');
  if (!finding) throw new Error('nothing was found');
  const decision = { report: REPORT, key: finding.key, decision: 'correction-requested', note: '请核对', expected: 0 };
  const idempotent = { headers: { 'idempotency-key': 'first' }, body: decision };
  const decided = await world.ask('reviewer', 'POST', '/decisions', idempotent);
  if (decided.status !== 200) throw new Error(decided.bytes.toString());
  const uploading = { office: '鹿城区', fileName: '年报.docx', bytes: 12 };
  const upload = OPERATIONS.startUpload.answer.parse(
    (await world.ask('office', 'POST', '/uploads', { body: uploading })).json,
  );
  const letters = OPERATIONS.writeLetters.answer.parse(
    (await world.ask('approver', 'POST', '/letters', { body: { reports: [REPORT] } })).json,
  );
  const revisions = { from: revisionIdOf(digest(FIRST)), to: revisionIdOf(digest(CORRECTED)) };
  const overlaid = {
    report: REPORT,
    revision: revisions.to,
    figure: 't2.licensing.decisions',
    value: 3,
    reason: '看错',
  };
  const later = { ...decision, decision: 'later', note: '', expected: 9 };
  let decisions = 0;
  const [otherFinding] = findings.items.filter(({ key }) => key !== finding.key);
  if (!otherFinding) throw new Error('one finding is not enough');
  return {
    getMe: { path: '/me' },
    listRules: { path: '/rules' },
    listDivisions: { path: '/divisions' },
    listReports: { path: '/reports', query: { year: String(YEAR), limit: '5' } },
    getReport: { path: HERE },
    getDocument: { path: `${HERE}/document` },
    getDiff: { path: `${HERE}/diff`, query: revisions },
    getYears: { path: `/bodies/${encodeURIComponent(REPORT.bodyKey)}/years` },
    listChanges: { path: '/changes' },
    listFindings: { path: '/findings', query: { severity: 'error,explain' } },
    decide: { path: '/decisions', body: () => ({ ...later, key: otherFinding.key, expected: decisions++ }) },
    decideMany: { path: '/decisions/bulk', body: () => ({ decisions: [later] }) },
    assign: { path: '/assignments', body: () => ({ reports: [REPORT], assignee: '审核员甲' }) },
    listDecisions: { path: '/decisions', query: { day: '2021-01-20' } },
    overlay: { path: '/overlays', body: () => overlaid },
    startUpload: { path: '/uploads', body: () => uploading },
    getUpload: { path: `/uploads/${upload.id}` },
    getSource: { path: `/sources/${digest(CORRECTED)}` },
    getRoster: { path: '/roster' },
    listMissing: { path: '/roster/missing', query: { year: String(YEAR) } },
    export: { path: '/exports/findings.csv' },
    getStatistics: { path: '/statistics' },
    listLetters: { path: '/letters' },
    writeLetters: { path: '/letters', body: () => ({ reports: [REPORT] }) },
    readLetter: { path: `/letters/${letters.letters[0]?.id}/content` },
    getLetter: { path: `/letters/${letters.letters[0]?.id}.docx` },
  };
}
