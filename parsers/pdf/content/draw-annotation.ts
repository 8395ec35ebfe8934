import { isDict, nameOf } from '../file/pdf-kinds.ts';
import { type PdfDict, type PdfObject, PdfStream } from '../file/pdf-objects.ts';
import { transformBox } from '../page/matrix.ts';
import type { Scene } from './scene.ts';

/** Show nothing of their own on the page. */
const UNSEEN: ReadonlySet<string> = new Set(['Link', 'Popup']);
/** Hidden and NoView (ISO 32000-1, table 165). */
const HIDING_FLAGS = 2 | 32;

/** Draws what an annotation shows: its normal appearance, made to fill its rectangle (ISO 32000-1, 12.5.5). */
export function drawAnnotation(scene: Scene, annotation: PdfDict): void {
  const { file } = scene.reading;
  const flags = file.resolve(annotation.get('F'));
  if (UNSEEN.has(nameOf(file.resolve(annotation.get('Subtype'))) ?? '')) return;
  if (typeof flags === 'number' && (flags & HIDING_FLAGS) !== 0) return;
  const appearance = normalAppearance(scene, annotation);
  const rect = scene.boxOf(annotation, 'Rect');
  if (appearance === null || rect === null || !scene.isShown(annotation.get('OC'))) return;
  const bbox = scene.boxOf(appearance.dict, 'BBox');
  if (bbox === null) return;
  const [x0, y0, x1, y1] = transformBox(scene.matrixOf(appearance.dict), bbox);
  const scaleX = x1 > x0 ? (rect[2] - rect[0]) / (x1 - x0) : 1;
  const scaleY = y1 > y0 ? (rect[3] - rect[1]) / (y1 - y0) : 1;
  scene.recorder.beginForm([scaleX, 0, 0, scaleY, rect[0] - x0 * scaleX, rect[1] - y0 * scaleY], null);
  scene.drawForm(appearance);
  scene.recorder.endForm();
}

/** The stream of /AP /N, or of the state of it that /AS names. */
function normalAppearance({ reading: { file } }: Scene, annotation: PdfDict): PdfStream | null {
  const appearances = file.resolve(annotation.get('AP'));
  let normal: PdfObject = isDict(appearances) ? file.resolve(appearances.get('N')) : null;
  if (isDict(normal)) normal = file.resolve(normal.get(nameOf(file.resolve(annotation.get('AS'))) ?? ''));
  return normal instanceof PdfStream ? normal : null;
}
