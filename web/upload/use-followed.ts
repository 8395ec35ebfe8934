import { useEffect, useRef, useState } from 'preact/hooks';
import type { UploadStatus } from '../../records/contract/api/uploads.ts';
import { askApi, Refused } from '../api/ask-api.ts';
import { isUnderWay } from './hand-in.ts';
import type { HandedFile } from './handed-file.ts';

const AGAIN_MS = 1500;
/** As many as a browser asks of one server at a time. */
const AT_ONCE = 6;

/** How far an upload is; `lost` when it will not come by itself. */
export type Followed = UploadStatus | 'lost';

/** What was answered, for whoever comes back to the screen: nothing settled is asked for twice. */
let answered: ReadonlyMap<string, Followed> = new Map();

/** Asks how far uploads are until each is settled; by what the API knows them by. */
export function useFollowed(handed: readonly HandedFile[]): ReadonlyMap<string, Followed> {
  const [known, setKnown] = useState(answered);
  const newest = useRef({ handed, known });
  newest.current = { handed, known };
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    let next: ReturnType<typeof setTimeout> | undefined;
    const look = async (): Promise<void> => {
      const open = newest.current.handed.filter((one) => !isUnderWay(one) && !isOver(one, newest.current.known));
      const work = async () => {
        for (let one = open.shift(); one && !signal.aborted; one = open.shift()) {
          const followed = await ask(one, signal);
          const id = one.upload;
          if (!followed || !id || signal.aborted) continue;
          answered = new Map(answered).set(id, followed);
          setKnown(answered);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
      if (!signal.aborted) next = setTimeout(look, AGAIN_MS);
    };
    void look();
    return () => {
      leaving.abort();
      clearTimeout(next);
    };
  }, []);
  return known;
}

function isOver({ upload }: HandedFile, known: ReadonlyMap<string, Followed>): boolean {
  const followed = upload === null ? 'lost' : known.get(upload);
  return followed === 'lost' || followed?.stage === 'settled';
}

/**
 * What nobody sends any more, for instance because the page was loaded anew meanwhile, is lost unless the store has it.
 * @returns nothing where it cannot be asked just now
 */
async function ask({ upload, sent }: HandedFile, signal: AbortSignal): Promise<Followed | undefined> {
  const status = await askApi('getUpload', { path: { id: upload ?? '' }, signal }).catch((fault: unknown) =>
    fault instanceof Refused && fault.problem?.code === 'not-found' ? ('lost' as const) : undefined,
  );
  return status !== 'lost' && status?.stage === 'awaited' && sent === null ? 'lost' : status;
}
