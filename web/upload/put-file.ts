/** How long one file may take to go up; reports are of a few megabytes. */
const PATIENCE_MS = 10 * 60_000;

/**
 * Puts a file where its ticket says. `fetch` tells nothing of how far it is, so this asks in the older way.
 * @param onProgress share that is sent, 0 to 1
 * @returns whether the store took it
 */
export function putFile(
  file: File,
  put: { readonly url: string; readonly headers: Readonly<Record<string, string>> },
  onProgress: (share: number) => void,
): Promise<boolean> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('PUT', put.url);
    request.timeout = PATIENCE_MS;
    for (const [name, value] of Object.entries(put.headers)) {
      // The browser writes these by itself and lets nobody else do so.
      if (!/^(?:host|content-length)$/iu.test(name)) request.setRequestHeader(name, value);
    }
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(request.status >= 200 && request.status < 300);
    request.onerror = () => resolve(false);
    request.ontimeout = () => resolve(false);
    request.send(file);
  });
}
