import { LIMITS } from '../../bytes/limits.ts';
import type { ObjectStore } from './object-store.ts';
import { pageBox } from './page-box.ts';
import { countOf, isArray, isDict } from './pdf-kinds.ts';
import { type PdfDict, type PdfObject, type PdfPage, PdfRef, PdfStream } from './pdf-objects.ts';
import { PdfTrouble } from './pdf-trouble.ts';

const INHERITED = ['Resources', 'MediaBox', 'CropBox', 'Rotate'];
/** Nodes of the tree for each page that it may have: one that branches and bears nothing must end as well. */
const NODES_PER_PAGE = 4;

interface Walk {
  readonly store: ObjectStore;
  /** A reference that leads nowhere means that something was lost, not that it was left out. */
  readonly strict: boolean;
  readonly pages: PdfPage[];
  /** Nodes between the root and here. */
  readonly path: PdfDict[];
  nodes: number;
}

/**
 * The pages of a file in order (ISO 32000-1, 7.7.3). A file with fewer pages than it counts is damaged, not short; so
 * is one, when its cross-reference was rebuilt (`strict`), of which parts that pages refer to are nowhere.
 * @throws PdfTrouble
 */
export function readPageTree(catalogue: PdfDict, store: ObjectStore, strict: boolean): readonly PdfPage[] {
  const root = store.resolve(catalogue.get('Pages'));
  if (!isDict(root)) throw new PdfTrouble('damaged', 'no page tree');
  const walk: Walk = { store, strict, pages: [], path: [], nodes: 0 };
  readNode(root, new Map(), walk);
  const promised = countOf(store.resolve(root.get('Count'))) ?? 0;
  if (walk.pages.length < Math.max(promised, 1)) throw new PdfTrouble('damaged', 'pages missing');
  return walk.pages;
}

/** A node is one by its kids: some writers give pages and nodes each other's /Type. */
function readNode(node: PdfDict, above: PdfDict, walk: Walk): void {
  walk.nodes++;
  if (walk.path.length > LIMITS.pdfPageTreeDepth) throw new PdfTrouble('too-complex', 'page tree depth');
  if (walk.nodes > LIMITS.pdfPages * NODES_PER_PAGE) throw new PdfTrouble('too-complex', 'page tree');
  const inherited = inherit(node, above);
  const kids = walk.store.resolve(node.get('Kids'));
  if (!isArray(kids)) {
    addPage(node, inherited, walk);
    return;
  }
  if (walk.path.includes(node)) throw new PdfTrouble('damaged', 'page tree cycle');
  walk.path.push(node);
  for (const kid of kids) {
    const child = walk.store.resolve(kid);
    if (isDict(child)) readNode(child, inherited, walk);
  }
  walk.path.pop();
}

function addPage(node: PdfDict, inherited: PdfDict, walk: Walk): void {
  if (walk.pages.length === LIMITS.pdfPages) throw new PdfTrouble('too-complex', 'pages');
  walk.pages.push(readPage(node, inherited, walk));
}

function inherit(node: PdfDict, above: PdfDict): PdfDict {
  const merged = new Map(above);
  for (const key of INHERITED) {
    const own = node.get(key);
    if (own !== undefined && own !== null) merged.set(key, own);
  }
  return merged;
}

function readPage(dict: PdfDict, inherited: PdfDict, walk: Walk): PdfPage {
  const { store } = walk;
  const resources = need(inherited.get('Resources'), walk);
  if (walk.strict && isDict(resources)) for (const kind of ['Font', 'XObject']) needEach(resources.get(kind), walk);
  return {
    dict,
    resources: isDict(resources) ? resources : new Map(),
    box: pageBox(store.resolve(inherited.get('MediaBox')), store.resolve(inherited.get('CropBox')), store.resolve),
    rotate: rotation(store.resolve(inherited.get('Rotate'))),
    contents: readContents(dict, walk),
    annotations: listOf(store.resolve(dict.get('Annots')))
      .map(store.resolve)
      .filter(isDict),
  };
}

function readContents(dict: PdfDict, walk: Walk): readonly PdfStream[] {
  const contents = listOf(need(dict.get('Contents'), walk)).map((content) => need(content, walk));
  return contents.filter((content) => {
    if (content !== null && !(content instanceof PdfStream)) throw new PdfTrouble('damaged', 'content is no stream');
    return content !== null;
  });
}

function need(object: PdfObject | undefined, walk: Walk): PdfObject {
  const found = walk.store.resolve(object);
  if (walk.strict && found === null && object instanceof PdfRef) throw new PdfTrouble('damaged', 'part missing');
  return found;
}

function needEach(object: PdfObject | undefined, walk: Walk): void {
  const dict = walk.store.resolve(object);
  if (isDict(dict)) for (const part of dict.values()) need(part, walk);
}

function listOf(object: PdfObject): readonly PdfObject[] {
  if (isArray(object)) return object;
  return object === null ? [] : [object];
}

function rotation(object: PdfObject): number {
  return typeof object === 'number' && object % 90 === 0 ? ((object % 360) + 360) % 360 : 0;
}
