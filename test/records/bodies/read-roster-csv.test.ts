import { describe, expect, test } from 'vitest';
import { readRosterCsv } from '../../../records/bodies/read-roster-csv.ts';

const HEADER = '名称,别名,区划代码,层级,上级,主管办公室';
const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (...lines: string[]) => readRosterCsv(utf8([HEADER, ...lines].join('\n')));

/** Lines with the sentences that are said of them. */
function troublesOf(...lines: string[]): readonly string[] {
  const reading = read(...lines);
  return reading.ok ? [] : reading.troubles.map(({ line, message }) => `${line} ${message.zh}`);
}

function entriesOf(bytes: Uint8Array) {
  const reading = readRosterCsv(bytes);
  if (!reading.ok) throw new Error(reading.troubles.map(({ line, message }) => `${line}: ${message.en}`).join('\n'));
  return reading.entries;
}

const TWO = [
  {
    name: '洪泽区人民政府',
    aliases: ['洪泽区政府', '洪泽县'],
    code: '320813',
    level: 'county',
    office: '洪泽区政务公开办',
  },
  { name: '洪泽区财政局', aliases: [], level: 'department', parent: '洪泽区人民政府' },
];
const CHINESE = `${HEADER}\r\n洪泽区人民政府,洪泽区政府、洪泽县,320813,县级,,洪泽区政务公开办\r\n洪泽区财政局,,,部门,洪泽区人民政府,\r\n`;

/** What Excel on a Chinese Windows saves: the same file in GB18030, as Python's codec writes it. */
const GB18030 = Uint8Array.from(
  atob(
    'w/uzxiyx8MP7LMf4u660+sLrLLLjvLYsyc+8tizW97ncsOy5q8rSDQq66dTzx/jIy8Px1f64riy66dTzx/jV/riuoaK66dTzz9gsMzIwODEzLM/YvLYsLLrp1PPH+NX+zvG5q7+qsOwNCrrp1PPH+LLG1f6+1iwsLLK/w8UsuunU88f4yMvD8dX+uK4sDQo=',
  ),
  (character) => character.charCodeAt(0),
);

describe('a roster is read as it was saved', () => {
  test.each([
    ['UTF-8', utf8(CHINESE)],
    ['UTF-8 with a byte-order mark', utf8(`\uFEFF${CHINESE}`)],
    ['GB18030', GB18030],
    ['UTF-16', new Uint8Array(Buffer.from(`\uFEFF${CHINESE}`, 'utf16le'))],
    ['tab-separated UTF-16', new Uint8Array(Buffer.from(`\uFEFF${CHINESE.replaceAll(',', '\t')}`, 'utf16le'))],
    ['line feeds alone', utf8(CHINESE.replaceAll('\r', ''))],
    ['everything in quotes', utf8(CHINESE.replaceAll(/[^,\r\n]+/gu, '"$&"'))],
    [
      'English headings',
      utf8(
        `name,aliases,code,level,parent,office\n${CHINESE.split('\r\n').slice(1).join('\n')}`.replace('县级', 'county'),
      ),
    ],
    ['columns in another order', utf8(reorder(CHINESE, [2, 0, 5, 4, 3, 1]))],
    ['empty lines and lines of commas', utf8(CHINESE.replaceAll('\r\n', '\r\n\r\n,,,,,\r\n'))],
    ['twelve-digit codes', utf8(CHINESE.replace('320813', '320813000000'))],
    ['full-width codes', utf8(CHINESE.replace('320813', '３２０８１３'))],
    ['other separators of aliases', utf8(CHINESE.replace('、', '；'))],
  ])('%s', (_, bytes) => {
    expect(entriesOf(bytes)).toEqual(TWO);
  });

  test('columns that a roster has no use for are told', () => {
    const reading = readRosterCsv(utf8('机关名称,电话,备注\n洪泽区财政局,0517,\n'));
    expect(reading).toEqual({
      ok: true,
      entries: [{ name: '洪泽区财政局', aliases: [] }],
      ignored: ['电话', '备注'],
    });
  });

  test('names may hold commas and quotes', () => {
    const reading = read('"洪泽区财政局,""洪泽""",,,部门,,');
    expect(reading.ok && reading.entries[0]?.name).toBe('洪泽区财政局,"洪泽"');
  });
});

describe('of a file with any trouble nothing is taken', () => {
  test.each([
    ['nothing', '', '1 名册是空的'],
    ['a header alone', HEADER, '1 名册是空的'],
    ['no column of names', '电话,地址\n1,2', '1 表头中没有「名称」一栏'],
    ['a column twice', '名称,代码,区划代码\n洪泽区财政局,,', '1 「区划代码」一栏出现了两次'],
  ])('%s', (_, text, said) => {
    const reading = readRosterCsv(utf8(text));
    expect(reading.ok ? '' : `${reading.troubles[0]?.line} ${reading.troubles[0]?.message.zh}`).toContain(said);
  });

  test('a workbook is no text', () => {
    const reading = readRosterCsv(Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0, 0xff, 0xff));
    expect(reading.ok ? '' : reading.troubles[0]?.message.zh).toContain('另存为 CSV');
  });

  test.each([
    [[',,,,,洪泽区政务公开办'], '2 没有名称'],
    [['洪泽区财政局,,32081,,,'], '2 「32081」不是区划代码'],
    [['洪泽区财政局,,992013,,,'], '2 区划代码 992013 的前两位不是任何省份'],
    [['洪泽区财政局,,320812,,,'], '2 区划代码 320812 与名称「洪泽区财政局」不符：洪泽区 是 320813'],
    [['洪泽区财政局,,,科级,,'], '2 不认识的层级「科级」'],
    [['平潭综合实验区,,,,,'], '2 从「平潭综合实验区」看不出层级'],
    [['洪泽区财政局,a,,,,,多'], '2 这一行的格数多于表头'],
    [['——,,,部门,,'], '2 「——」不能作名称或别名'],
    [[`${'长'.repeat(120)}局,,,,,`], '2 「长长'],
    [['洪泽区财政局,,,,洪泽区人民政府,'], '2 名册中没有上级「洪泽区人民政府」'],
    [['洪泽区财政局,,,,洪泽区财政局,'], '2 上级绕成了圈：洪泽区财政局 → 洪泽区财政局'],
    [['洪泽区财政局,,,,,', '洪泽区 财政局,,,,,'], '3 「洪泽区 财政局」与第 2 行的「洪泽区财政局」是同一机关'],
    [
      ['洪泽区人民政府,,,,,', '淮安市洪泽区人民政府,,,,,'],
      '3 「淮安市洪泽区人民政府」与第 2 行的「洪泽区人民政府」是同一机关',
    ],
    [
      ['洪泽区财政局,洪泽区财政办,,,,', '洪泽区审计局,洪泽区财政办,,,,'],
      '3 「洪泽区财政办」也指第 2 行的「洪泽区财政局」',
    ],
    [
      ['洪泽区财政局,,,,,', '洪泽区审计局,淮安市洪泽区财政局,,,,'],
      '3 「淮安市洪泽区财政局」也指第 2 行的「洪泽区财政局」',
    ],
    [['洪泽区财政局,"洪泽区"财政办",,,,'], '2 双引号不成对'],
  ])('%j', (lines, said) => {
    expect(troublesOf(...lines)).toEqual([expect.stringContaining(said)]);
  });

  test('every bad line is named at once, by its number in the editor', () => {
    const said = troublesOf(
      '洪泽区人民政府,"洪泽县',
      '洪泽县人民政府",,,,',
      '',
      '洪泽区财政局,,12,,洪泽区人民政府,',
      '洪泽区审计局,,,,洪泽市人民政府,',
      ',,,,,',
      '洪泽区水利局,,,什么,,',
    );
    expect(said.map((text) => text.split(' ')[0])).toEqual(['5', '6', '8']);
  });

  test('parents that go round in a circle are named, each with its way', () => {
    const said = troublesOf(
      '洪泽区财政局,,,,洪泽区审计局,',
      '洪泽区审计局,,,,洪泽区财政局,',
      '洪泽区水利局,,,,洪泽区审计局,',
    );
    expect(said).toEqual([
      expect.stringContaining('2 上级绕成了圈：洪泽区财政局 → 洪泽区审计局 → 洪泽区财政局'),
      expect.stringContaining('3 上级绕成了圈：洪泽区审计局 → 洪泽区财政局 → 洪泽区审计局'),
    ]);
  });
});

test('a name of several places is told apart by its code', () => {
  expect(troublesOf('鼓楼区教育局,,320106,,,')).toEqual([]);
  expect(troublesOf('南京市鼓楼区教育局,,320106,,,', '徐州市鼓楼区教育局,鼓楼区教育局,320302,,,')).toEqual([
    expect.stringContaining('3 「鼓楼区教育局」也可以指第 2 行的「南京市鼓楼区教育局」'),
  ]);
});

test('a code that the table does not know yet is taken', () => {
  expect(troublesOf('两江新区人民政府,,500199,县级,,')).toEqual([]);
});

test('ten thousand bodies are read in a few seconds', () => {
  const lines = Array.from(
    { length: 10_000 },
    (_, at) => `洪泽区第${at}镇人民政府,洪泽区${at}镇,320813,,洪泽区人民政府,`,
  );
  const reading = read('洪泽区人民政府,,320813,,,', ...lines);
  expect(reading.ok && reading.entries.length).toBe(10_001);
}, 20_000);

function reorder(csv: string, order: readonly number[]): string {
  return csv
    .split('\r\n')
    .map((line) => (line === '' ? '' : order.map((at) => line.split(',')[at]).join(',')))
    .join('\r\n');
}
