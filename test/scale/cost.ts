import type { PerReport } from './measure-reports.ts';
import prices from './prices.json' with { type: 'json' };

/** What is asked: how many reports, and how a function reads one of them. */
export interface Load {
  readonly reports: number;
  /** Billed milliseconds of the function for each report, waiting for the stores included. */
  readonly milliseconds: number;
  readonly memoryMiB: number;
  readonly concurrency: number;
}

/** A line of the sum. */
export interface Cost {
  readonly what: string;
  readonly amount: number;
}

/** Lines that the function writes for one upload: what it did, how it ended, and two metrics. */
const LOG_BYTES = 3000;
/** Sending, receiving and deleting one message; batches make it fewer. */
const QUEUE_REQUESTS = 3;
const GB = 1e9;

/** What the reports cost once. Changes told to other systems, and whoever reads, come on top. */
export function costOnce({ reports, milliseconds, memoryMiB }: Load, one: PerReport): Cost[] {
  const { perMillion } = prices;
  const million = (each: number) => (reports * each) / 1e6;
  const requests = (name: string) => one.requests[name] ?? 0;
  return [
    { what: 'table, writes', amount: million(one.writeUnits) * perMillion.dynamodbWriteUnits },
    { what: 'table, reads', amount: million(one.readUnits) * perMillion.dynamodbReadUnits },
    {
      what: 'function',
      amount:
        million(1) * perMillion.lambdaRequests +
        ((reports * milliseconds) / 1000) * (memoryMiB / 1024) * prices.lambdaArmGbSecond,
    },
    // The upload itself is one more put.
    { what: 'buckets, puts', amount: million(requests('s3 PutObject') + 1) * perMillion.s3Puts },
    { what: 'buckets, gets', amount: million(requests('s3 GetObject')) * perMillion.s3Gets },
    { what: 'queue', amount: million(QUEUE_REQUESTS) * perMillion.sqsRequests },
    { what: 'events of the inbox', amount: million(1) * perMillion.events },
    { what: 'log', amount: ((reports * LOG_BYTES) / GB) * prices.logGb },
  ];
}

/** What they cost each month from then on, whether or not anybody asks for them. */
export function costMonthly(reports: number, one: PerReport, fixed: { alarms: number; metrics: number }): Cost[] {
  const { perGbMonth, perMonth } = prices;
  return [
    {
      what: 'table',
      amount: ((reports * one.tableBytes) / GB) * (perGbMonth.dynamodb + perGbMonth.pointInTimeRecovery),
    },
    { what: 'buckets', amount: ((reports * (one.uploadBytes + one.evidenceBytes)) / GB) * perGbMonth.s3 },
    { what: `alarms, on ${fixed.alarms} metrics`, amount: fixed.alarms * perMonth.alarm },
    { what: `metrics, ${fixed.metrics}`, amount: fixed.metrics * perMonth.metric },
    { what: 'dashboard', amount: perMonth.dashboard },
  ];
}

/** Reports a second that each stage can take, the narrowest first. */
export function bottlenecks(
  { milliseconds, concurrency }: Load,
  one: PerReport,
): { what: string; perSecond: number }[] {
  /** What a table on demand takes at once that has seen no traffic yet. */
  const newTableWriteUnits = 4000;
  /** What one partition of an index takes: of the ledger by day, and the reports by year, each day or year is one. */
  const partitionWriteUnits = 1000;
  return [
    { what: 'ingest functions at once (maxConcurrency)', perSecond: (concurrency * 1000) / milliseconds },
    { what: 'writes of a new table', perSecond: newTableWriteUnits / one.writeUnits },
    // Claiming and settling an entry replace it in the index: a delete and a put where its key changes.
    { what: 'writes to one day of the ledger', perSecond: partitionWriteUnits / 4 },
  ].sort((a, b) => a.perSecond - b.perSecond);
}
