const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const NAMESPACE = 'http://s3.amazonaws.com/doc/2006-03-01/';

type Child = string | undefined | false;

/** One element around children that are XML already; absent children are left out. */
export function element(name: string, ...children: Child[]): string {
  return `<${name}>${children.filter((child) => child !== undefined && child !== false).join('')}</${name}>`;
}

/** One element around text, or nothing when there is no value. */
export function leaf(name: string, value: string | number | boolean | undefined): string | undefined {
  return value === undefined ? undefined : element(name, escapeText(String(value)));
}

/** A whole response document in S3's namespace. */
export function s3Document(name: string, ...children: Child[]): string {
  const body = element(name, ...children).replace(`<${name}>`, `<${name} xmlns="${NAMESPACE}">`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${body}`;
}

// Control characters are not allowed in XML 1.0 even as references, but S3 sends them so and clients read them so.
function escapeText(text: string): string {
  return text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: object keys may hold them
    /[&<>"\u0000-\u001f\u007f-\u009f\u2028\ufffe\uffff]/g,
    (mark) => ENTITIES[mark] ?? `&#x${mark.charCodeAt(0).toString(16)};`,
  );
}
