/**
 * Names that no office means to hand in: hidden files, the lock files of Word and LibreOffice (`~$…`, `.~lock…`),
 * what editors and browsers write before they rename, and what file managers leave behind.
 */
const NOT_MEANT = [
  /^\./,
  /^~/,
  /~$/,
  /\.(tmp|part|partial|crdownload|download|swp|bak)$/i,
  /^(thumbs\.db|desktop\.ini)$/i,
];

/** Whether a file below the inbox is meant as an upload. The path is relative, with `/` between its parts. */
export function isUpload(path: string): boolean {
  return path.split('/').every((part) => part !== '' && !NOT_MEANT.some((shape) => shape.test(part)));
}
