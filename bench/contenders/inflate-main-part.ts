import { strFromU8, unzipSync } from 'fflate';

const MAIN_PART = 'word/document.xml';

/** The markup of the main part, by fflate alone. */
export function inflateMainPart(bytes: Uint8Array): string {
  const part = unzipSync(bytes, { filter: ({ name }) => name === MAIN_PART })[MAIN_PART];
  if (!part) throw new Error(`no ${MAIN_PART}`);
  return strFromU8(part);
}
