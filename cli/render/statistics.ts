import { misreadShare } from '../../records/statistics/count-rules.ts';
import type { Statistics } from '../../records/statistics/statistics.ts';
import { type Language, say, WORDS } from '../language.ts';
import { lineUp } from './columns.ts';
import { paint } from './paint.ts';

/** More divisions than this do not fit beside each other; the largest are shown. */
const MOST_DIVISIONS = 8;

/** Rules by division, then reviewers' verdicts, then how well files were read. */
export function renderStatistics(statistics: Statistics, language: Language): readonly string[] {
  const zh = language === 'zh';
  const { reports, accepted } = statistics;
  const head = zh ? `共 ${reports} 份报告，通过 ${accepted}` : `${reports} reports, ${accepted} accepted`;
  if (reports === 0) return [head];
  return [paint.strong(head), '', ...renderRules(statistics, language), '', ...renderReading(statistics, language)];
}

function renderRules({ divisions, rules, reports }: Statistics, language: Language): string[] {
  const zh = language === 'zh';
  if (rules.length === 0) return [zh ? '没有问题。' : 'No findings.'];
  const shown = Object.entries(divisions)
    .sort(([, one], [, other]) => other - one)
    .slice(0, MOST_DIVISIONS)
    .map(([name]) => name);
  const heads = zh
    ? ['规则', '级别', '报告', '问题', '误读占比']
    : ['rule', 'severity', 'reports', 'findings', 'misread'];
  const rows = rules.map((rule) => {
    const share = misreadShare(rule);
    return [
      rule.rule,
      say(WORDS[rule.severity], language),
      `${rule.reports}（${percent(rule.reports / reports)}）`,
      String(rule.findings),
      share === undefined ? '–' : percent(share),
      ...shown.map((division) => percentOf(rule.byDivision[division] ?? 0, divisions[division] ?? 0)),
    ];
  });
  const left = Object.keys(divisions).length - shown.length;
  const more = zh ? `另有 ${left} 个地区，见 --format json` : `${left} more divisions in --format json`;
  return [...lineUp([[...heads, ...shown], ...rows]), ...(left > 0 ? [paint.quiet(more)] : [])];
}

function renderReading({ reading }: Statistics, language: Language): string[] {
  const heads =
    language === 'zh'
      ? ['格式', '报告', '数字', '未找到', '无法读取', '存疑']
      : ['format', 'reports', 'figures', 'missing', 'unreadable', 'doubtful'];
  const rows = reading.map(({ format, reports, figures, missing, unreadable, doubtful }) =>
    [format, reports, figures, missing, unreadable, doubtful].map(String),
  );
  return lineUp([heads, ...rows]);
}

const percent = (share: number) => `${(share * 100).toFixed(share > 0 && share < 0.01 ? 2 : 0)} %`;

const percentOf = (count: number, total: number) => (count === 0 ? '·' : percent(count / total));
