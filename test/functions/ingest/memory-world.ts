import { unpackJson } from '../../../functions/adapters/packed-json.ts';
import { readTwice } from '../../../records/read-again.ts';
import { LEAN_READERS } from '../../readers.ts';
import { assessHere } from './assess-here.ts';
import { MemoryInbox } from './memory-inbox.ts';
import { memoryLedger } from './memory-ledger.ts';
import { memoryReader } from './memory-reader.ts';
import { memoryReports } from './memory-reports.ts';
import { emptyStores, type MemoryStores } from './memory-stores.ts';
import { digest, logInto, NAMED_BODIES, TestClock, turn, type World } from './world.ts';

/** Fakes of every dependency, over plain maps. Each effect takes a turn of the event loop, so that workers interleave. */
export function openMemoryWorld(): World & { readonly stores: MemoryStores; readonly inbox: MemoryInbox } {
  const stores = emptyStores();
  const evidence = new Map<string, Uint8Array>();
  const inbox = new MemoryInbox();
  const clock = new TestClock();
  const logged: string[] = [];
  return {
    stores,
    inbox,
    clock,
    logged,
    reader: memoryReader(stores),
    deps: {
      ledger: memoryLedger(stores),
      reports: memoryReports(stores),
      bodies: NAMED_BODIES,
      assess: assessHere,
      readAgain: (bytes) => readTwice(bytes, LEAN_READERS),
      objects: {
        async fetch(upload, limit) {
          await turn();
          const bytes = inbox.bytesOf(upload);
          const uploadedAt = inbox.versions().find(({ versionId }) => versionId === upload.versionId)?.at;
          if (!bytes || uploadedAt === undefined) return { kind: 'gone' };
          return bytes.length > limit ? { kind: 'too-large' } : { kind: 'bytes', bytes, uploadedAt };
        },
        async versionsOf(_, key) {
          await turn();
          return inbox.versions().filter((version) => version.key === key);
        },
        async putEvidence(sha256, packed) {
          await turn();
          evidence.set(sha256, packed);
        },
      },
      clock: clock.now,
      log: logInto(logged),
      digest,
      wait: turn,
    },
    async upload(key, bytes) {
      return inbox.add(key, clock.now(), bytes);
    },
    async remove(upload) {
      inbox.remove(upload);
    },
    async hide({ key }) {
      return inbox.add(key, clock.now());
    },
    evidence: async (sha256) => {
      const packed = evidence.get(sha256);
      return packed && unpackJson(packed);
    },
  };
}
