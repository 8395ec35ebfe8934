import { useEffect, useState } from 'preact/hooks';
import { onHanded, readHanded } from './hand-in.ts';
import type { HandedFile } from './handed-file.ts';

/** The files that were handed in here, as they are now. */
export function useHanded(): readonly HandedFile[] {
  const [handed, setHanded] = useState(readHanded);
  useEffect(() => {
    const look = () => setHanded(readHanded());
    look();
    return onHanded(look);
  }, []);
  return handed;
}
