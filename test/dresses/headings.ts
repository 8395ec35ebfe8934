import type { Section } from '../../forms/form.ts';
import { SECTIONS } from '../../forms/sections.ts';
import type { ReportSection } from '../../samples/writers/layout-report.ts';
import type { Dress } from './dress.ts';
import { dressCharacters } from './label-characters.ts';
import { labelCore } from './label-losses.ts';
import type { Random } from './random.ts';

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七'] as const;
/** Numbers met before headings that should have another, or none. */
const MISPRINTED = ['一、', '二、', '三、', '四、', '六、', '七、', 'l六、', '1.', ''] as const;

/** The six sections with the headings of the dress and a little prose. */
export function dressedSections(year: number, dress: Dress, random: Random): ReportSection[] {
  return SECTIONS.map((section, at) => ({
    heading: dressCharacters(headingOf(section, at, dress, random), dress.characters, random),
    paragraphs: section.table ? [] : proseOf(section, year, dress),
  }));
}

function headingOf(section: Section, at: number, dress: Dress, random: Random): string {
  const core = labelCore(section.title.zh);
  switch (dress.headings) {
    case 'plain':
      return section.title.zh;
    case 'variants':
      return `${NUMERALS[at]}、${random.pick([core, ...(section.title.variants ?? [])])}`;
    case 'restarted':
      // The prose before the tables has used up numbers of its own.
      return at === 0 ? section.title.zh : `${NUMERALS[at - 1]}、${core}`;
    case 'misnumbered':
      return `${random.pick(MISPRINTED)}${core}`;
    case 'absent':
      return '';
    default:
      return dress.headings satisfies never;
  }
}

function proseOf(section: Section, year: number, dress: Dress): string[] {
  if (section.id === 'section_6') return ['无其他需要报告的事项。'];
  if (section.id === 'section_5') return [`${year}年工作仍有不足，${year + 1}年将继续改进。`];
  const opening = `${year}年，本机关认真贯彻《中华人民共和国政府信息公开条例》，比${year - 1}年有所改进。`;
  return dress.headings === 'restarted' ? [opening, '二、主要做法', '三、下一步打算', '持续推进。'] : [opening];
}
