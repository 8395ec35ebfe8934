import type { Message } from '../../checks/finding.ts';
import type { Head } from '../../records/head.ts';
import type { LedgerEntry, Settlement } from '../../records/ledger.ts';
import type { FoundUpload } from '../find-uploads.ts';
import { type Language, say, WORDS } from '../language.ts';
import { lineUp } from './columns.ts';
import { paint } from './paint.ts';
import { sayRemoval } from './removal.ts';
import { sayTime } from './time.ts';

/** Where one upload stands: for the engineer who was called, and for the officer who asks where the report is. */
export function renderUpload({ upload, entry }: FoundUpload, head: Head | undefined, language: Language): string[] {
  const rows: [Message, string][] = [[{ zh: '版本', en: 'version' }, upload.versionId]];
  if (entry) rows.push(...describe(entry, head, language));
  rows.push([{ zh: '下一步', en: 'next' }, say(nextStep(entry, upload.key), language)]);
  const lines = rows.filter(([, text]) => text !== '').map(([label, text]) => ['', say(label, language), text]);
  return [paint.strong(upload.key), ...lineUp(lines)];
}

function describe(entry: LedgerEntry, head: Head | undefined, language: Language): [Message, string][] {
  const { settlement, receivedAt, settledAt, token, requeuedAt, reopened = [] } = entry;
  const zh = language === 'zh';
  const isSettled = entry.state === 'settled' && settlement !== undefined;
  return [
    [{ zh: '收到', en: 'received' }, sayTime(receivedAt)],
    [
      { zh: '结果', en: 'outcome' },
      isSettled ? sayOutcome(settlement, settledAt, language) : say(WORDS.claimed, language),
    ],
    [{ zh: '说明', en: 'because' }, isSettled ? sayWhy(settlement, language) : ''],
    [{ zh: '报告', en: 'report' }, settlement && isSettled ? sayReport(settlement, head, language) : ''],
    [{ zh: '问题', en: 'findings' }, isSettled && head && isNewest(settlement, head) ? sayCounts(head, language) : ''],
    [{ zh: '处理', en: 'taken up' }, zh ? `${token} 次` : `${token} times`],
    [{ zh: '补排', en: 'queued again' }, requeuedAt === undefined ? '' : sayTime(requeuedAt)],
    [{ zh: '删除', en: 'deleted' }, sayRemoval(entry, language)],
    ...reopened.map(({ did, at, by, settlement: before }): [Message, string] => [
      did === 'replay' ? { zh: '重读', en: 'replayed' } : { zh: '重新处理', en: 'redriven' },
      `${sayTime(at)}  ${by}  ${zh ? '此前' : 'before'} ${say(WORDS[before.outcome], language)} ${before.code ?? ''}`.trimEnd(),
    ]),
  ];
}

function sayOutcome({ outcome, code }: Settlement, settledAt: string | undefined, language: Language): string {
  const colour = outcome === 'accepted' ? paint.good : outcome === 'duplicate' ? paint.quiet : paint.bad;
  const word = (outcome === 'needs-review' ? paint.warn : colour)(say(WORDS[outcome], language));
  return [word, code ?? '', settledAt === undefined ? '' : sayTime(settledAt)].filter((part) => part !== '').join('  ');
}

function sayWhy({ message, duplicateOf }: Settlement, language: Language): string {
  if (message) return say(message, language);
  if (duplicateOf === undefined) return '';
  return language === 'zh' ? `与 ${duplicateOf} 内容相同` : `the same bytes as ${duplicateOf}`;
}

/** By the bytes: what was checked or read again bears a longer name. */
const isNewest = ({ revision }: Settlement, head: Head) => head.newest.revision.slice(0, 32) === revision?.slice(0, 32);

function sayReport(settlement: Settlement, head: Head | undefined, language: Language): string {
  const { body, year, revision } = settlement;
  if (revision === undefined) return '';
  const zh = language === 'zh';
  const name = `${body ?? say(WORDS.unknownBody, language)} ${year ?? say(WORDS.unknownYear, language)}`;
  if (!head) return name;
  const isAccepted = head.accepted?.revision.slice(0, 32) === revision.slice(0, 32);
  const place = isNewest(settlement, head) ? (zh ? '最新修订' : 'the newest revision') : zh ? '历史修订' : 'history';
  const use = isAccepted ? (zh ? '现行采用' : 'the accepted one') : zh ? '未采用' : 'not the accepted one';
  return `${name}  ${place}${zh ? '，' : ', '}${use}${zh ? `（共 ${head.revisions} 次修订）` : ` (of ${head.revisions})`}`;
}

function sayCounts({ counts: { error, explain, hint } }: Head, language: Language): string {
  const counts = { error, explain, hint };
  return (['error', 'explain', 'hint'] as const)
    .map((name) => `${say(WORDS[name], language)} ${counts[name]}`)
    .join('  ');
}

function nextStep(entry: LedgerEntry | undefined, key: string): Message {
  const { settlement } = entry ?? {};
  if (!entry || entry.state === 'claimed' || !settlement) return WAITING;
  const { outcome, code, fault, duplicateOf, body, year } = settlement;
  const report = `${body ?? ''} ${year ?? ''}`.trim();
  switch (outcome) {
    case 'accepted':
      return { zh: `无。查看：gouji show ${report}`, en: `nothing; to see it: gouji show ${report}` };
    case 'needs-review':
      return { zh: `请复核：gouji show ${report}`, en: `review it: gouji show ${report}` };
    case 'duplicate': {
      const first = (duplicateOf ?? '').replace(/^[^/]*\//u, '').replace(/@[^@]*$/u, '');
      return {
        zh: `见先到的那份：gouji status '${first}'`,
        en: `see the one that came first: gouji status '${first}'`,
      };
    }
    case 'rejected':
      return {
        zh: '请报送单位按上面的说明重新上传。程序更新后可用 gouji replay 重读。',
        en: 'its office is to upload it again as said above. After an update of the reader, gouji replay reads it again.',
      };
    case 'failed':
      if (fault)
        return { zh: `排除故障后：gouji redrive '${key}'`, en: `once the fault is mended: gouji redrive '${key}'` };
      if (code === 'object-gone')
        return { zh: '如仍需处理，请重新上传。', en: 'upload it again if it is still to be read.' };
      return {
        zh: '再次投递结果相同。程序更新后：gouji replay --since <日期> --failed',
        en: 'another delivery would end the same. After an update of the reader: gouji replay --since <date> --failed',
      };
  }
}

const WAITING: Message = {
  zh: '等待处理。超过十分钟仍无结果：gouji reconcile',
  en: 'it waits for its turn. Without an outcome for ten minutes: gouji reconcile',
};
