import { nameOf } from '../../file/pdf-kinds.ts';
import { type PdfObject, PdfStream } from '../../file/pdf-objects.ts';
import type { Scene } from '../scene.ts';
import type { Operator } from './operator.ts';

/** External objects (ISO 32000-1, 8.8), shadings (8.7.4.2) and marked content (14.6). */
export const OBJECT_OPERATORS: Readonly<Record<string, Operator>> = {
  Do: (scene, operands) => {
    const name = nameOf(operands.at(-1));
    if (name !== null) drawObject(scene, scene.reading.resource(scene.resources, 'XObject', name));
  },
  sh: ({ recorder }) => recorder.shade(),
  BMC: (scene) => scene.beginMarked(false),
  BDC: (scene, operands) => scene.beginMarked(isHidden(scene, operands)),
  EMC: (scene) => scene.endMarked(),
};

function drawObject(scene: Scene, object: PdfObject): void {
  if (!(object instanceof PdfStream)) return;
  const subtype = nameOf(scene.reading.file.resolve(object.dict.get('Subtype')));
  if (subtype === 'Form') scene.drawForm(object);
  else if (subtype === 'Image' && scene.isShown(object.dict.get('OC')))
    scene.recorder.image(isSeeThrough(scene, object));
}

/** A stencil, or a picture with a mask: a stamp, of which most is air. */
function isSeeThrough({ reading }: Scene, { dict }: PdfStream): boolean {
  const has = (key: string) => reading.file.resolve(dict.get(key)) !== null;
  return has('SMask') || has('Mask') || reading.file.resolve(dict.get('ImageMask')) === true;
}

/** Whether it begins optional content that is not shown: `/OC /name BDC`. */
function isHidden(scene: Scene, operands: readonly PdfObject[]): boolean {
  const [tag, properties] = operands.slice(-2);
  if (nameOf(tag) !== 'OC') return false;
  const name = nameOf(properties);
  return !scene.isShown(name === null ? properties : scene.reading.resource(scene.resources, 'Properties', name));
}
