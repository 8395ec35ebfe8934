import { mkdir, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { Command } from 'commander';
import { sniff } from '../../parsers/bytes/sniff.ts';
import { tooLarge } from '../../parsers/bytes/unreadable.ts';
import { readContent } from '../../parsers/pdf/read-content.ts';
import { assessReport } from '../../records/assess-report.ts';
import { explainUnreadable } from '../../records/explain.ts';
import { Complaint } from '../complaint.ts';
import { expandPaths, readUpload } from '../files.ts';
import { openReaders } from '../open-readers.ts';
import { drawPage } from '../render/draw-page.ts';
import { drawnPages } from '../render/drawn-pages.ts';

interface DrawOptions {
  readonly output?: string;
}

export function drawCommand(): Command {
  return new Command('draw')
    .summary('把 PDF 的每一页画出来：框线、单元格、读出的数字 a picture of each page as it was read')
    .description(
      '把 PDF 的每一页画成一个 SVG 文件：框线（红）、单元格（蓝）、读出的数字（绿，存疑为橙，无法读出为红）。可用浏览器打开。\n' +
        'Writes each page of a PDF as an SVG: rulings (red), cells (blue), figures as read (green, doubtful orange, unreadable red). Opens in a browser.',
    )
    .argument('<file>', '.pdf')
    .option('-o, --output <folder>', '写入的文件夹，默认当前文件夹 folder to write to', '.')
    .action(async (file: string, { output = '.' }: DrawOptions) => {
      await mkdir(output, { recursive: true });
      for (const [at, svg] of (await draw(file)).entries()) {
        const target = join(output, `${parse(file).name}-${at + 1}.svg`);
        await writeFile(target, svg);
        console.log(target);
      }
    });
}

/** The pages of a file as SVG. */
async function draw(file: string): Promise<string[]> {
  const [path = file] = await expandPaths([file]);
  const { bytes, sha256, name } = await readUpload(path);
  if (!bytes) throw new Complaint(explainUnreadable(tooLarge()));
  const sniffed = sniff(bytes);
  if ('code' in sniffed) throw new Complaint(explainUnreadable(sniffed));
  if (sniffed.format !== 'pdf') {
    throw new Complaint({
      zh: '只能画 PDF；.docx 没有页，请用 gouji html 或 gouji check --tables。',
      en: 'Only a PDF can be drawn: a .docx has no pages. Use gouji html, or gouji check --tables.',
    });
  }
  const readers = openReaders();
  const content = await readContent(bytes, readers.pdf);
  const assessment = await assessReport({ bytes, sha256, fileName: name }, readers);
  if (!assessment.readable) throw new Complaint(explainUnreadable(assessment));
  const pages = content.outcome === 'read' ? content.pages : [];
  return drawnPages(pages, assessment.document, assessment.record.figures).map(drawPage);
}
