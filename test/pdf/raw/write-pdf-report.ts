import { layoutReport } from '../../../samples/writers/layout-report.ts';
import { dress } from '../../dresses/dress.ts';
import type { ReportToDress } from '../../dresses/dress-report.ts';
import { dressedContent } from '../../dresses/dressed-content.ts';
import { dressedSections } from '../../dresses/headings.ts';
import { seededRandom } from '../../dresses/random.ts';
import { NO_EXTRAS } from '../dresses/oddities.ts';
import { drawRawLook } from '../dresses/raw-look.ts';
import type { FontKind } from './fonts.ts';
import { layReport } from './lay-report.ts';
import { type RawLook, writeRaw } from './write-raw.ts';

interface Wear {
  readonly font?: FontKind;
  /** What is not left to the seed. */
  readonly look?: Partial<RawLook>;
}

/** A report in plain words and ruled tables as a PDF, without any program that prints. The same seed gives the same bytes. */
export function writePdfReport(
  { figures, forms, body, year, seed }: Omit<ReportToDress, 'dress'>,
  wear: Wear = {},
): Uint8Array {
  const random = seededRandom(seed);
  const worn = dress('plain');
  const draft = layoutReport({
    title: [body, `${year}年政府信息公开工作年度报告`],
    preface: [`根据《中华人民共和国政府信息公开条例》，现公布${body}${year}年政府信息公开工作年度报告。`],
    sections: dressedSections(year, worn, random),
    forms,
    content: dressedContent(forms, figures, worn, random),
  });
  const drawn = drawRawLook({ kind: 'raw-ruled', ...(wear.font && { font: wear.font }) }, random);
  const look = { ...drawn.look, ...wear.look };
  const pages = layReport(draft, look.layout);
  return writeRaw(
    pages,
    pages.map(() => NO_EXTRAS),
    look,
    random,
  );
}
