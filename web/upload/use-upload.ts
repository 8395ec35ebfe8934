import { useEffect, useState } from 'preact/hooks';
import type { UploadStatus } from '../../records/contract/api/uploads.ts';
import { askApi, Refused } from '../api/ask-api.ts';

const AGAIN_MS = 1500;

/** How far an upload is; `lost` when it will not come by itself. */
export type Followed = UploadStatus | 'lost' | undefined;

/**
 * Asks how far an upload is until it is settled.
 * @param isSent whether this page sent it, or still does: what nobody sends any more, for instance because the page was
 *   loaded anew meanwhile, is lost unless the store has it
 */
export function useUpload(id: string, isSent: boolean): Followed {
  const [followed, setFollowed] = useState<Followed>();
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    let next: ReturnType<typeof setTimeout> | undefined;
    const look = async (): Promise<void> => {
      const status = await askApi('getUpload', { path: { id }, signal }).catch((fault: unknown) =>
        fault instanceof Refused && fault.problem?.code === 'not-found' ? ('lost' as const) : undefined,
      );
      if (signal.aborted) return;
      const isLost = status === 'lost' || (status?.stage === 'awaited' && !isSent);
      // What cannot be asked just now stays as it was.
      if (isLost) setFollowed('lost');
      else if (status) setFollowed(status);
      if (!isLost && status?.stage !== 'settled') next = setTimeout(look, AGAIN_MS);
    };
    void look();
    return () => {
      leaving.abort();
      clearTimeout(next);
    };
  }, [id, isSent]);
  return followed;
}
