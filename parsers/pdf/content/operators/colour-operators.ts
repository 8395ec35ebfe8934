import { nameOf } from '../../file/pdf-kinds.ts';
import type { PdfObject } from '../../file/pdf-objects.ts';
import type { ColourSpace } from '../../page/colour-space.ts';
import { CMYK, GREY, PATTERN, RGB } from '../colour/device-colours.ts';
import type { Scene } from '../scene.ts';
import { numeric, type Operator } from './operator.ts';

type Side = 'fill' | 'stroke';

const DEVICE_SPACES: ReadonlyMap<string, ColourSpace> = new Map([
  ['DeviceGray', GREY],
  ['DeviceRGB', RGB],
  ['DeviceCMYK', CMYK],
  ['Pattern', PATTERN],
]);

/** ISO 32000-1, 8.6.8. */
export const COLOUR_OPERATORS: Readonly<Record<string, Operator>> = {
  ...operatorsOf('fill', { g: 'g', rg: 'rg', k: 'k', cs: 'cs', sc: 'sc', scn: 'scn' }),
  ...operatorsOf('stroke', { g: 'G', rg: 'RG', k: 'K', cs: 'CS', sc: 'SC', scn: 'SCN' }),
};

type Names = Readonly<Record<'g' | 'rg' | 'k' | 'cs' | 'sc' | 'scn', string>>;

function operatorsOf(side: Side, names: Names): Record<string, Operator> {
  const inDevice = (count: number, space: ColourSpace) =>
    numeric(count, (scene, numbers) => {
      setSpace(scene, side, space);
      setColour(scene, side, space.rgbOf(numbers.slice(0, count)));
    });
  return {
    [names.g]: inDevice(1, GREY),
    [names.rg]: inDevice(3, RGB),
    [names.k]: inDevice(4, CMYK),
    [names.cs]: (scene, operands) => {
      const space = spaceOf(scene, nameOf(operands.at(-1)));
      setSpace(scene, side, space);
      setColour(scene, side, space.initial);
    },
    [names.sc]: (scene, operands) => setComponents(scene, side, operands),
    [names.scn]: (scene, operands) => setComponents(scene, side, operands),
  };
}

function spaceOf({ reading, resources }: Scene, name: string | null): ColourSpace {
  const device = DEVICE_SPACES.get(name ?? '');
  if (device || name === null) return device ?? PATTERN;
  return reading.colourSpaceOf(reading.resource(resources, 'ColorSpace', name));
}

function setComponents(scene: Scene, side: Side, operands: readonly PdfObject[]): void {
  const { fillSpace, strokeSpace } = scene.recorder.state;
  const space = (side === 'fill' ? fillSpace : strokeSpace) ?? GREY;
  const components = operands.filter((operand) => typeof operand === 'number');
  // A name at the end is that of a pattern; numbers before it colour the pattern.
  if (nameOf(operands.at(-1)) !== null) setColour(scene, side, null);
  else if (components.length > 0) setColour(scene, side, space.rgbOf(components));
}

function setSpace({ recorder }: Scene, side: Side, space: ColourSpace): void {
  if (side === 'fill') recorder.state.fillSpace = space;
  else recorder.state.strokeSpace = space;
}

function setColour({ recorder }: Scene, side: Side, rgb: number | null): void {
  if (side === 'fill') recorder.setFillColour(rgb);
  else recorder.setStrokeColour(rgb);
}
