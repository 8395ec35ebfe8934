import { S3Error } from './errors.ts';

/** Percent-encodes UTF-8 as SigV4 does: everything but `A–Z a–z 0–9 - . _ ~`. */
export function encodeUri(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** As `encodeUri`, leaving the slashes of a path or an object key. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeUri).join('/');
}

/** Percent-decodes; throws InvalidURI where the bytes are not UTF-8. */
export function decodeUri(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new S3Error('InvalidURI', 'Could not parse the specified URI.');
  }
}

/** The parameters of a query string; a bare name has the value ''. In a query, unlike in a path, `+` is a space. */
export function parseQuery(query: string): Map<string, string> {
  const parameters = new Map<string, string>();
  for (const pair of query.split('&')) {
    if (pair === '') continue;
    const [name = '', ...value] = pair.replaceAll('+', ' ').split('=');
    parameters.set(decodeUri(name), decodeUri(value.join('=')));
  }
  return parameters;
}
