import type { Transcription } from './transcription.ts';

const WRITERS = {
  word: 'Microsoft Word',
  wps: 'WPS Office',
  libreoffice: 'LibreOffice',
} satisfies Record<Transcription['writer'], string>;

/** `SOURCE.md`: where a sample comes from and what it can and cannot prove. */
export function sourceMarkdown(transcription: Transcription, sha256: string): string {
  const { body, year, forms } = transcription;
  const lines = [
    `# ${body} ${year}`,
    '',
    `- **Published by**: ${body}, for the fiscal year ${year}`,
    `- **Forms**: table 2 ${forms.t2}, table 3 ${forms.t3}, table 4 ${forms.t4}`,
    `- **Scope**: ${transcription.scope}`,
    `- **Transcribed**: every figure of tables 2, 3 and 4, by hand – ${transcription.completeness}`,
    `- **Prose**: ${transcription.prose}`,
    `- **This document**: rebuilt from the transcription by \`samples/build.ts\`, the way ${WRITERS[transcription.writer]} writes a .docx. It is not the published file.`,
    `- **sha256**: \`${sha256}\``,
    '- **Licence**: a published government work; the body is named because it published under its own name, and figures are facts.',
    ...list('Known issues of the published report', transcription.known_issues),
    ...list('Notes', transcription.notes),
    ...list('What its prose claims', transcription.narrative),
  ];
  return `${lines.join('\n')}\n`;
}

function list(heading: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : ['', `## ${heading}`, '', ...items.map((item) => `- ${item}`)];
}
