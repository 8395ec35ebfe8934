import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { ingestUpload } from '../../functions/ingest/ingest-upload.ts';
import { openAdapterWorld } from '../functions/adapters/adapter-world.ts';
import { openStores } from '../functions/adapters/stores.ts';

/** What one report takes, on average over the samples. */
export interface PerReport {
  readonly reports: number;
  /** Requests by service and operation. */
  readonly requests: Readonly<Record<string, number>>;
  /** Request units as the table engine counts them: by the rounding of DynamoDB, indexes and transactions included. */
  readonly writeUnits: number;
  readonly readUnits: number;
  readonly uploadBytes: number;
  readonly evidenceBytes: number;
  /** Items without their copies in the indexes. */
  readonly tableBytes: number;
}

const SAMPLES = new URL('../../samples/', import.meta.url).pathname;

/** Ingests the samples over the real adapters and counts what they ask of the stores. */
export async function measureReports(): Promise<PerReport> {
  const stores = await openStores();
  try {
    const world = await openAdapterWorld(stores);
    const requests: Record<string, number> = {};
    const sums = { writeUnits: 0, readUnits: 0, uploadBytes: 0, evidenceBytes: 0 };
    const files = readdirSync(SAMPLES, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.docx'));
    const uploads = [];
    for (const name of files) {
      const bytes = readFileSync(join(SAMPLES, name));
      sums.uploadBytes += bytes.length;
      uploads.push(await world.upload(`inbox/office/${uploads.length}.docx`, bytes));
    }
    stores.dynamodb.middlewareStack.add(
      (next, context) => async (args) => {
        const name = `dynamodb ${String(context.commandName).replace('Command', '')}`;
        requests[name] = (requests[name] ?? 0) + 1;
        Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' });
        const answer = await next(args);
        const { ConsumedCapacity } = Object(answer.output);
        for (const { CapacityUnits = 0 } of [ConsumedCapacity ?? []].flat()) {
          sums[/Get|Query|Scan/.test(name) ? 'readUnits' : 'writeUnits'] += CapacityUnits;
        }
        return answer;
      },
      { step: 'initialize' },
    );
    stores.s3.middlewareStack.add(
      (next, context) => async (args) => {
        const name = `s3 ${String(context.commandName).replace('Command', '')}`;
        requests[name] = (requests[name] ?? 0) + 1;
        const { Body } = Object(args.input);
        if (Body instanceof Uint8Array) sums.evidenceBytes += Body.length;
        return next(args);
      },
      { step: 'initialize' },
    );
    for (const upload of uploads) await ingestUpload(upload, false, world.deps);
    const counted = { requests: { ...requests }, ...sums };
    const { Items = [] } = await stores.dynamodb.send(new ScanCommand({ TableName: world.tableName }));
    const mean = (sum: number) => Math.round((sum / files.length) * 100) / 100;
    return {
      reports: files.length,
      requests: Object.fromEntries(Object.entries(counted.requests).map(([name, count]) => [name, mean(count)])),
      writeUnits: mean(counted.writeUnits),
      readUnits: mean(counted.readUnits),
      uploadBytes: mean(counted.uploadBytes),
      evidenceBytes: mean(counted.evidenceBytes),
      tableBytes: mean(Items.flatMap((item) => Object.entries(item)).reduce((sum, one) => sum + sizeOf(one), 0)),
    };
  } finally {
    await stores.close();
  }
}

/** As DynamoDB counts an attribute, nearly: its name and its value, text in UTF-8. */
function sizeOf([name, value]: [string, unknown]): number {
  if (value instanceof Uint8Array) return name.length + value.length;
  return name.length + Buffer.byteLength(typeof value === 'string' ? value : JSON.stringify(value));
}
