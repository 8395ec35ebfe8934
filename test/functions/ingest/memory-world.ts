import type { Document } from '../../../parsers/document/document.ts';
import type { UploadRef } from '../../../records/keys.ts';
import { LEAN_READERS } from '../../readers.ts';
import { memoryLedger } from './memory-ledger.ts';
import { memoryReader } from './memory-reader.ts';
import { memoryReports } from './memory-reports.ts';
import { emptyStores, nameOf } from './memory-stores.ts';
import { digest, logInto, NAMED_BODIES, TestClock, turn, type World } from './world.ts';

/** Fakes of every dependency, over plain maps. Each effect takes a turn of the event loop, so that workers interleave. */
export function openMemoryWorld(): World {
  const stores = emptyStores();
  const evidence = new Map<string, Document>();
  const objects = new Map<string, { bytes: Uint8Array; uploadedAt: string }>();
  const clock = new TestClock();
  const logged: string[] = [];
  let versions = 0;
  return {
    clock,
    logged,
    reader: memoryReader(stores),
    deps: {
      ledger: memoryLedger(stores),
      reports: memoryReports(stores),
      bodies: NAMED_BODIES,
      readers: LEAN_READERS,
      objects: {
        async fetch(upload, limit) {
          await turn();
          const object = objects.get(nameOf(upload));
          if (!object) return { kind: 'gone' };
          return object.bytes.length > limit ? { kind: 'too-large' } : { kind: 'bytes', ...object };
        },
        async putEvidence(sha256, document) {
          await turn();
          evidence.set(sha256, document);
        },
      },
      clock: clock.now,
      log: logInto(logged),
      digest,
      wait: turn,
    },
    async upload(key, bytes) {
      versions += 1;
      const upload: UploadRef = { bucket: 'inbox', key, versionId: `v${versions}` };
      objects.set(nameOf(upload), { bytes, uploadedAt: clock.now().toISOString() });
      return upload;
    },
    async remove(upload) {
      objects.delete(nameOf(upload));
    },
    evidence: async (sha256) => evidence.get(sha256),
  };
}
