import type { ReportEvent } from '../../records/contract/report-event.ts';
import { type Language, say, WORDS } from '../language.ts';
import { paint } from './paint.ts';

const TYPES = {
  ReportAccepted: { zh: '采信', en: 'accepted' },
  ReportSuperseded: { zh: '更正', en: 'superseded' },
  ReportWithdrawn: { zh: '撤回采信', en: 'withdrawn' },
  FindingRaised: { zh: '发现问题', en: 'finding raised' },
  FindingResolved: { zh: '问题消除', en: 'finding resolved' },
} as const satisfies Record<ReportEvent['type'], { zh: string; en: string }>;

const PAINT = {
  ReportAccepted: paint.good,
  ReportSuperseded: paint.good,
  ReportWithdrawn: paint.warn,
  FindingRaised: paint.warn,
  FindingResolved: paint.quiet,
} as const;

/** One event in one line: position, time, what happened, to which report. */
export function renderEvent(position: number, event: ReportEvent, language: Language): string {
  const { body, year } = event.report;
  const report = `${body ?? say(WORDS.unknownBody, language)} ${year ?? say(WORDS.unknownYear, language)}`;
  // Sweden writes local time as ISO 8601 does.
  const time = new Date(event.at).toLocaleString('sv-SE');
  const word = PAINT[event.type](say(TYPES[event.type], language));
  return [String(position), time, word, report, particulars(event, language)].filter((part) => part !== '').join('  ');
}

function particulars(event: ReportEvent, language: Language): string {
  switch (event.type) {
    case 'FindingRaised':
    case 'FindingResolved':
      return `${event.finding.rule}  ${say(event.finding.message, language)}`;
    case 'ReportSuperseded':
      return differences(event.differences, language);
    default:
      return '';
  }
}

function differences(count: number | null, language: Language): string {
  if (count === null) return '';
  return language === 'zh' ? `${count} 个单元格不同` : `${count} cells differ`;
}
