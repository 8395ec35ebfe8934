import { execFile, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { dynamodbLetters } from '../../../functions/adapters/dynamodb-letters.ts';
import { decideOn } from '../../../functions/review/decide-on.ts';
import { writeLetters } from '../../../functions/review/write-letters.ts';
import { letterSchema } from '../../../records/contract/api/overview.ts';
import { writeLetter } from '../../../records/letters/write-letter.ts';
import { openAdapterWorld } from '../adapters/adapter-world.ts';
import { hasTableEngine, openStores, type Stores, WHY_SKIPPED } from '../adapters/stores.ts';
import { REPORT, reportDocx } from '../ingest/uploads.ts';
import { ingested } from '../ingest/world.ts';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const NOWHERE = { bodyKey: '别处', year: 2020 };

describe.skipIf(!hasTableEngine())(`letters in the table (${WHY_SKIPPED})`, () => {
  let stores: Stores | undefined;
  beforeAll(async () => {
    stores = await openStores();
  });
  afterAll(() => stores?.close());

  async function openOffice() {
    if (!stores) throw new Error('the stores were not opened');
    const world = await openAdapterWorld(stores);
    await ingested(world, 'inbox/鹿城区/a.docx', reportDocx({ isBroken: true }));
    const letters = dynamodbLetters(stores.dynamodb, world.tableName);
    const letterStores = { reports: world.reader, letters, digest, clock: world.clock.now };
    const request = async (expected = 0) => {
      const key = (await world.reader.readHead(REPORT))?.lines?.find(({ rule }) => rule === 'T3-APPLICANTS')?.key ?? '';
      const asked = { report: REPORT, key, decision: 'correction-requested', note: '合计不符', expected } as const;
      expect(await decideOn(asked, { name: '甲' }, { ...world.deps, digest })).toMatchObject({ outcome: 'decided' });
    };
    return { world, letters, letterStores, request };
  }

  test('none is written while no correction was requested', async () => {
    const { letterStores, letters } = await openOffice();
    expect(await writeLetters([REPORT, NOWHERE], '审批人', letterStores)).toEqual({
      letters: [],
      without: [REPORT, NOWHERE],
    });
    expect(await letters.ofYear(2020)).toEqual([]);
  });

  test('one is written once, and stays as it was', async () => {
    const { world, letterStores, letters, request } = await openOffice();
    await request();
    const first = await writeLetters([REPORT], '审批人', letterStores);
    expect(first.letters).toMatchObject([{ report: REPORT, findings: 1, by: '审批人' }]);
    const [letter] = first.letters.map((one) => letterSchema.parse(one));
    if (!letter) throw new Error('no letter was written');
    const bytes = await letters.docx(letter.id);
    world.clock.pass(60);
    expect(await writeLetters([REPORT], '另一人', letterStores)).toEqual(first);
    expect(await letters.docx(letter.id)).toEqual(bytes);
    expect(await letters.ofYear(2020)).toEqual([letter]);
    expect(await letters.ofYear(2019)).toEqual([]);
    expect(await letters.docx('2020-0000000000')).toBeUndefined();
  });

  test('a corrected report that is still wrong gets another, listed first', async () => {
    const { world, letterStores, letters, request } = await openOffice();
    await request();
    const [first] = (await writeLetters([REPORT], '审批人', letterStores)).letters;
    world.clock.pass(3600);
    await ingested(world, 'inbox/鹿城区/a.docx', reportDocx({ isBroken: true, edition: 1 }));
    const [second] = (await writeLetters([REPORT], '审批人', letterStores)).letters;
    expect((await letters.ofYear(2020)).map(({ id }) => id)).toEqual([second?.id, first?.id]);
    expect(second?.id).not.toBe(first?.id);
  });
});

const isInstalled = spawnSync('soffice', ['--version']).status === 0;
if (!isInstalled) console.log('skipped: LibreOffice is not installed');

test.skipIf(!isInstalled)(
  'LibreOffice opens a letter, with every word of a hostile name (skipped where it is not installed)',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gouji-letter-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const point = {
      place: '表三「总计」',
      found: 12,
      expected: 13,
      rule: '合计相符（T3）',
      message: '少 1 < 2 & 𠮷',
    };
    const letter = {
      id: '2020-abc',
      body: '平潭<w:p/>&县',
      opening: '文件：年\u0001报.docx',
      closing: '请更正',
      points: [point],
    };
    const file = join(folder, 'letter.docx');
    await writeFile(file, writeLetter(letter));
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const options = [profile, '--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder, file];
    await promisify(execFile)('soffice', options, { timeout: 60_000 });
    const text = await readFile(join(folder, 'letter.txt'), 'utf8');
    const words = ['更正通知', '编号：2020-abc', '平潭<w:p/>&县：', '文件：年报.docx', '请更正'];
    for (const word of [...words, '报送数', '应为', '12', '13', '依据规则', '少 1 < 2 & 𠮷', '（盖章）']) {
      expect(text).toContain(word);
    }
  },
  90_000,
);
