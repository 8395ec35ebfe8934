import { LIMITS } from '../../../parsers/bytes/limits.ts';
import { tooLarge } from '../../../parsers/bytes/unreadable.ts';
import type { UploadStatus } from '../../../records/contract/api/uploads.ts';
import { explainUnreadable } from '../../../records/explain.ts';
import { fileNameOf, officeOf } from '../../../records/keys.ts';
import type { LedgerEntry } from '../../../records/ledger.ts';
import type { Performing } from '../call.ts';
import { refuse } from '../refusal.ts';
import { keyOfUpload, type NamedUpload, nameUpload, readUploadName } from '../upload-id.ts';

const CONTENT_TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  doc: 'application/msword',
  pdf: 'application/pdf',
} as const;

export const UPLOADS: Performing<'startUpload' | 'getUpload' | 'getSource'> = {
  async startUpload({ body, sight }, { links, drawId }) {
    const { office, fileName, bytes, publishedOn } = body;
    if (sight !== 'all' && sight.office !== office) return refuse('not-allowed');
    // It would be sent for nothing: whoever reads it says the same.
    if (bytes > LIMITS.fileBytes) return refuse('too-large', { message: explainUnreadable(tooLarge()) });
    const upload: NamedUpload = { office, mark: drawId(), fileName };
    const ending = fileName.split('.').at(-1)?.toLowerCase();
    const contentType = CONTENT_TYPES[ending === 'pdf' || ending === 'doc' ? ending : 'docx'];
    const put = await links.toPut({ key: keyOfUpload(upload), bytes, contentType, publishedOn });
    return { id: nameUpload(upload), put };
  },
  async getUpload({ params, sight }, { reader, links, inboxBucket }) {
    const id = params.id ?? '';
    const upload = readUploadName(id);
    if (!upload || (sight !== 'all' && sight.office !== upload.office)) return refuse('not-found');
    const key = keyOfUpload(upload);
    const { fileName } = upload;
    const entry = (await reader.ledgerOfKey(inboxBucket, key)).toSorted((one, other) =>
      one.receivedAt < other.receivedAt ? 1 : -1,
    )[0];
    if (entry) return { id, fileName, ...describeEntry(entry) };
    const stage = (await links.hasArrived(key)) ? 'received' : 'awaited';
    return { id, fileName, stage, settlement: null };
  },
  async getSource({ params, sight }, { reports, links }) {
    const known = await reports.findContent(params.sha256 ?? '');
    const head = known && (await reports.readHead(known.report));
    if (!known || !head || (sight !== 'all' && sight.office !== officeOf(known.upload.key))) return refuse('not-found');
    const fileName = fileNameOf(known.upload.key);
    const link = await links.toGet(known.upload);
    return { ...link, fileName, format: /\.pdf$/iu.test(fileName) ? 'pdf' : 'docx' };
  },
};

function describeEntry({ state, settlement }: LedgerEntry): Pick<UploadStatus, 'stage' | 'settlement'> {
  if (state !== 'settled' || !settlement) return { stage: 'reading', settlement: null };
  const { outcome, code, message, sha256, body, year, bodyKey, revision, duplicateOf } = settlement;
  return {
    stage: 'settled',
    settlement: {
      outcome,
      code,
      sha256,
      body,
      year,
      bodyKey,
      revision,
      message: message ?? null,
      duplicateOf: duplicateOf === undefined ? null : fileNameOf(duplicateOf.replace(/@[^@/]*$/u, '')),
    },
  };
}
