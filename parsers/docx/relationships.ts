import { LIMITS } from '../bytes/limits.ts';
import { isUnreadable, type Unreadable } from '../bytes/unreadable.ts';
import type { Archive } from '../bytes/unzip.ts';
import { resolveReferences } from './entities.ts';
import { parsePart } from './parse-xml.ts';

/** A part's relationships to other parts of the package: kind (`styles`, `officeDocument`) to part name. */
export type Relationships = ReadonlyMap<string, string>;

const TYPE =
  /^http:\/\/(?:schemas\.openxmlformats\.org\/officeDocument\/2006|purl\.oclc\.org\/ooxml\/officeDocument)\/relationships\/(\w+)$/;

/**
 * Relationships of a part, `''` for the package itself (ECMA-376-2, 9.3): the first of each kind, those to the outside
 * left out. A part without relationships has none.
 */
export function readRelationships(archive: Archive, part: string): Relationships | Unreadable {
  const folder = folderOf(part);
  const name = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const bytes = archive.read(name, LIMITS.partBytes);
  if (bytes === null) return new Map();
  if (isUnreadable(bytes)) return bytes;
  const found = new Map<string, string>();
  const failure = parsePart(bytes, {
    open(element, attributes) {
      if (element !== 'rel:Relationship') return undefined;
      const { Type, Target, TargetMode } = attributes();
      const kind = TYPE.exec(Type ?? '')?.[1];
      if (kind === undefined || Target === undefined || TargetMode === 'External' || found.has(kind)) return undefined;
      found.set(kind, resolveTarget(folder, resolveReferences(Target) ?? Target));
      return undefined;
    },
  });
  return failure ?? found;
}

function folderOf(part: string): string {
  return part.slice(0, part.lastIndexOf('/') + 1);
}

/** A target against the folder of its source; one that climbs out of the package stays at its root (RFC 3986, 5.2.4). */
function resolveTarget(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const segments: string[] = [];
  for (const segment of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}
