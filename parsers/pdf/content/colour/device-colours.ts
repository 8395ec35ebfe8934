import type { ColourSpace } from '../../page/colour-space.ts';

/*
 * Colours are told well enough to see what is white and what is not, and which are the same: no profile is applied.
 */

export const GREY: ColourSpace = { initial: 0, rgbOf: ([grey = 0]) => rgb(grey, grey, grey) };

export const RGB: ColourSpace = { initial: 0, rgbOf: ([red = 0, green = 0, blue = 0]) => rgb(red, green, blue) };

export const CMYK: ColourSpace = {
  initial: 0,
  rgbOf: ([cyan = 0, magenta = 0, yellow = 0, black = 0]) =>
    rgb((1 - cyan) * (1 - black), (1 - magenta) * (1 - black), (1 - yellow) * (1 - black)),
};

/** Lightness from 0 to 100; hue is left out. */
export const LAB: ColourSpace = { initial: 0, rgbOf: ([lightness = 0]) => GREY.rgbOf([lightness / 100]) };

export const PATTERN: ColourSpace = { initial: null, rgbOf: () => null };

/** Tints of inks: as dark as the strongest of them. What its function would make of them is not worked out. */
export const TINT: ColourSpace = { initial: 0, rgbOf: (tints) => GREY.rgbOf([1 - Math.max(0, ...tints)]) };

function rgb(red: number, green: number, blue: number): number {
  return (byteOf(red) << 16) | (byteOf(green) << 8) | byteOf(blue);
}

const byteOf = (share: number) => Math.round(Math.min(1, Math.max(0, share)) * 255);
