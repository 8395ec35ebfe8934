import { checkResultSchema } from '../../records/contract/check-result.ts';
import { reportEventSchema } from '../../records/contract/report-event.ts';
import { reportRecordSchema } from '../../records/report-record.ts';
import { describeApi } from './describe-api.ts';
import { describeCodes } from './describe-codes.ts';
import { describeExports } from './describe-exports.ts';
import { describeFigures } from './describe-figures.ts';
import { describeRules } from './describe-rules.ts';
import { describeSchema } from './describe-schema.ts';
import { describeStages } from './describe-stages.ts';
import { measureImports } from './measure-imports.ts';

/** Every document that is made from the code, by its name under `docs/`. */
export async function generateDocuments(): Promise<ReadonlyMap<string, string>> {
  return new Map([
    ['rules.md', describeRules()],
    ['figures.md', describeFigures()],
    ['codes.md', describeCodes()],
    ['exports.md', describeExports()],
    ['record.schema.json', describeSchema('gouji report record', reportRecordSchema)],
    ['check.schema.json', describeSchema('gouji check result', checkResultSchema)],
    ['event.schema.json', describeSchema('gouji event', reportEventSchema)],
    ['openapi.json', describeApi()],
    ['stages.md', describeStages(await measureImports())],
  ]);
}
