import {
  type Draft,
  type DraftBlock,
  type DraftCell,
  type DraftTable,
  PLAIN_ENCODING,
  paragraph,
} from '../../../samples/writers/draft.ts';
import type { Random } from '../../dresses/random.ts';

/** Prose, footnotes and tables with numbers that are nobody's figures, put where reports have such things. */
export function addDecoys(draft: Draft, year: number, random: Random): { draft: Draft; about: string[] } {
  const about: string[] = [];
  let blocks = draft.blocks;
  const first = blocks.findIndex((block) => block.kind === 'paragraph' && block.role === 'body');
  const insert = (at: number, ...further: DraftBlock[]) => {
    blocks = [...blocks.slice(0, at), ...further, ...blocks.slice(at)];
  };
  if (random.chance(0.7)) {
    about.push('decoy prose');
    // Different lengths move the tables up and down the page, some to its foot.
    insert(first + 1, ...Array.from({ length: random.int(14) }, () => paragraph('body', prose(year, random))));
  }
  if (random.chance(0.2) && first >= 0) {
    about.push('decoy table');
    insert(first + 1, decoyTable(year, random), paragraph('blank', ''));
  }
  if (random.chance(0.25)) {
    about.push('footnotes');
    for (let at = blocks.length - 1; at > 0; at--)
      if (blocks[at]?.kind === 'table' && random.chance(0.6)) insert(at + 1, paragraph('note', footnote(random)));
  }
  return { draft: { ...draft, blocks }, about };
}

function prose(year: number, random: Random): string {
  const count = () => String(random.int(400));
  return random.pick([
    `（一）主动公开情况。${year}年主动公开政府信息${count()}条，其中规范性文件${count()}件，比${year - 1}年增加${count()}条。`,
    `（二）依申请公开情况。全年新收政府信息公开申请${count()}件，上年结转${count()}件，予以公开${count()}件，结转下年度继续办理${count()}件。`,
    `（三）政府信息管理。审核发布稿件${count()}篇，政务微博、微信公众号分别发布信息${count()}条、${count()}条。`,
    `（四）监督保障。组织培训${random.int(9)}期，参加人员${count()}人次，行政复议${random.int(9)}件，行政诉讼${random.int(9)}件，均结果维持。`,
    '持续深化重点领域信息公开，着力提升公开质量，做好政策解读和回应关切工作，切实保障人民群众知情权、参与权、表达权、监督权。',
  ]);
}

const footnote = (random: Random): string =>
  random.pick([
    `注：1.本表数据截至12月31日。2.另有咨询${random.int(90)}件未计入。`,
    '说明：本表统计口径为本机关及所属单位。',
    `备注：其中网上申请${random.int(90)}件，当面申请${random.int(9)}件，信函申请${random.int(9)}件。`,
  ]);

/** A small table of the office's own, ruled like the others. */
function decoyTable(year: number, random: Random): DraftTable {
  const rows = [
    ['公开渠道', `${year - 1}年`, `${year}年`],
    ...['政府网站', '政务微信', '政府公报'].map((name) => [name, String(random.int(900)), String(random.int(900))]),
  ];
  const cells = rows.flatMap((row, at) =>
    row.map(
      (text, column): DraftCell => ({
        row: at,
        column,
        rowSpan: 1,
        columnSpan: 1,
        role: 'extra',
        paragraphs: [paragraph(at === 0 ? 'header' : 'figure', text)],
      }),
    ),
  );
  return { kind: 'table', widths: [3240, 3250, 3250], rowCount: rows.length, cells, encoding: PLAIN_ENCODING };
}
