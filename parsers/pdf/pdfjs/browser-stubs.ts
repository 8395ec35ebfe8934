/** Stands for what only painting needs: pdf.js names these classes when it is loaded and uses them on a canvas. */
class NeverPainted {}

/**
 * A font that is taken as loaded: without one pdf.js compiles the outline of every glyph for a canvas, which takes as
 * long as everything else together.
 */
class LoadedFont {
  readonly family: string;
  readonly loaded: Promise<LoadedFont>;

  constructor(family: string) {
    this.family = family;
    this.loaded = Promise.resolve(this);
  }
}

const STUBS = { DOMMatrix: NeverPainted, ImageData: NeverPainted, Path2D: NeverPainted, FontFace: LoadedFont };

/** Puts what is missing into the global scope, before pdf.js is loaded: otherwise it asks for a native canvas. */
export function stubBrowser(): void {
  for (const [name, stub] of Object.entries(STUBS)) {
    if (!(name in globalThis)) Object.assign(globalThis, { [name]: stub });
  }
}

/** Where pdf.js registers the fonts that it has loaded. */
export function documentOfFonts(): object {
  return { fonts: { add: () => {}, delete: () => {} } };
}
