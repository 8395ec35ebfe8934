import { packJson } from '../../../functions/adapters/packed-json.ts';
import type { Assessed } from '../../../functions/dependencies.ts';
import { assessReport } from '../../../records/assess-report.ts';
import type { Upload } from '../../../records/upload.ts';
import { LEAN_READERS } from '../../readers.ts';

/** What the reading thread does, without the thread. */
export async function assessHere(upload: Upload): Promise<Assessed> {
  const assessment = await assessReport(upload, LEAN_READERS);
  if (!assessment.readable) return assessment;
  return { readable: true, record: assessment.record, evidence: packJson(assessment.document) };
}
