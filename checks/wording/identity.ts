import type { Evidence, IdentitySource } from '../../parsers/figures/identity.ts';
import type { Message } from '../finding.ts';

const SOURCE_WORDS: Readonly<Record<IdentitySource, Message>> = {
  title: { zh: '标题', en: 'the title' },
  opening: { zh: '开头说明', en: 'the opening' },
  'section-1': { zh: '第一部分', en: 'section one' },
  'file-name': { zh: '文件名', en: 'the file name' },
};

export function sayYears(evidence: readonly Evidence<number>[]): Message {
  const said = collect(evidence, (year) => ({ zh: `${year} 年`, en: `${year}` }));
  return { zh: `报告年度前后不一致：${said.zh}。`, en: `The report states different fiscal years: ${said.en}.` };
}

export function sayBodies(evidence: readonly Evidence<string>[]): Message {
  const said = collect(evidence, (body) => ({ zh: `「${body}」`, en: `“${body}”` }));
  return { zh: `机关名称前后不一致：${said.zh}。`, en: `The report names different bodies: ${said.en}.` };
}

/** `标题、开头说明为 2023 年，文件名为 2022 年`: each value with the places that state it. */
function collect<Value>(evidence: readonly Evidence<Value>[], name: (value: Value) => Message): Message {
  const values = [...new Set(evidence.map(({ value }) => value))].map((value) => ({
    name: name(value),
    sources: [...new Set(evidence.filter((it) => it.value === value).map(({ source }) => source))],
  }));
  return {
    zh: values
      .map((it) => `${it.sources.map((source) => SOURCE_WORDS[source].zh).join('、')}为${spaced(it.name.zh)}`)
      .join('，'),
    en: values
      .map((it) => `${it.name.en} in ${it.sources.map((source) => SOURCE_WORDS[source].en).join(' and ')}`)
      .join(', '),
  };
}

const spaced = (word: string) => (/^\d/u.test(word) ? ` ${word}` : word);
