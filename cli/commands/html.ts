import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { isUnreadable, tooLarge } from '../../parsers/bytes/unreadable.ts';
import { explainUnreadable } from '../../records/explain.ts';
import { readDocument } from '../../records/read-document.ts';
import { Complaint } from '../complaint.ts';
import { expandPaths, readUpload } from '../files.ts';
import { openReaders } from '../open-readers.ts';

interface HtmlOptions {
  readonly output?: string;
}

export function htmlCommand(): Command {
  return new Command('html')
    .summary('把报告转成网页供人阅读 a report as a web page for people')
    .description(
      '把 .docx 转成简单网页，便于对照阅读；由另一个读取程序（mammoth）转换，数字以 check 为准。\n' +
        'Turns a .docx into a plain web page to read beside the findings; converted by another reader (mammoth): figures are those of check.',
    )
    .argument('<file>', '.docx')
    .option('-o, --output <file>', '写入文件，默认输出到终端 write to a file instead of the terminal')
    .action(async (file: string, { output }: HtmlOptions) => {
      const page = await convert(file);
      if (output) await writeFile(output, page);
      else process.stdout.write(page);
    });
}

async function convert(file: string): Promise<string> {
  const [path = file] = await expandPaths([file]);
  const { bytes, name } = await readUpload(path);
  // The bounded reader goes first: what it refuses would exhaust the converter, which builds a tree of everything.
  const read = bytes ? await readDocument(bytes, openReaders()) : tooLarge();
  if (isUnreadable(read)) throw new Complaint(explainUnreadable(read));
  if (read.format === 'pdf') {
    throw new Complaint({
      zh: '只能转换 .docx；PDF 请用 gouji draw。',
      en: 'Only a .docx can be converted; for a PDF use gouji draw.',
    });
  }
  const html = await openReaders().docxToHtml(bytes ?? new Uint8Array());
  if (html === undefined) {
    throw new Complaint({ zh: 'mammoth 未能转换这个文件。', en: 'mammoth could not convert this file.' });
  }
  return wrap(name, html);
}

/** The document is a stranger's: the page may run and fetch nothing. */
function wrap(name: string, body: string): string {
  const title = name.replace(/[&<>"]/gu, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<style>body{max-width:60rem;margin:2rem auto;padding:0 1rem;font-family:serif;line-height:1.7}
table{border-collapse:collapse;margin:1rem 0}td,th{border:1px solid #888;padding:.2rem .5rem;font-size:.9rem}</style>
</head><body>${body}</body></html>
`;
}
