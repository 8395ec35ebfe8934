import type { Box } from '../../../parsers/document/document.ts';
import type {
  Glyph,
  PageContent,
  Paint,
  PaintedPath,
  PlacedImage,
  Stroke,
  Subpath,
} from '../../../parsers/pdf/page/page-content.ts';

/** How something is painted; black and opaque unless it says otherwise. */
export interface Ink {
  readonly rgb?: number | null;
  readonly alpha?: number;
  readonly clip?: Box;
}

export interface LineInk extends Ink {
  readonly width?: number;
  readonly dashed?: boolean;
}

export interface TextInk extends Ink {
  readonly size?: number;
  readonly invisible?: boolean;
  readonly font?: string;
}

/**
 * Draws a page by hand: each call paints over what the calls before it painted. Points from the top left corner.
 * `text` sets full-width characters one em apart and all others half an em.
 */
export class PageBuilder {
  readonly #width: number;
  readonly #height: number;
  readonly #page: number;
  readonly #glyphs: Glyph[] = [];
  readonly #paths: PaintedPath[] = [];
  readonly #images: PlacedImage[] = [];
  #order = 0;
  #run = 0;

  constructor(width = 595, height = 842, page = 1) {
    this.#width = width;
    this.#height = height;
    this.#page = page;
  }

  /** A stroked line through the points. */
  line(points: readonly number[], ink: LineInk = {}): this {
    return this.path([{ points, closed: false, curved: false }], { stroke: ink });
  }

  /** A stroked rectangle. */
  frame(box: Box, ink: LineInk = {}): this {
    return this.path([rectangle(box)], { stroke: ink });
  }

  /** A filled rectangle. */
  fill(box: Box, ink: Ink = {}): this {
    return this.path([rectangle(box)], { fill: ink });
  }

  /** A filled polygon. */
  polygon(points: readonly number[], ink: Ink = {}): this {
    return this.path([{ points, closed: true, curved: false }], { fill: ink });
  }

  /** What lies between two rectangles, filled by the even-odd rule. */
  ring(outer: Box, inner: Box, ink: Ink = {}): this {
    return this.path([rectangle(outer), rectangle(inner)], { fill: ink, evenOdd: true });
  }

  /** A filled circle, as its four arcs. */
  dot(x: number, y: number, radius: number, ink: Ink = {}): this {
    const points = [x + radius, y, x, y + radius, x - radius, y, x, y - radius, x + radius, y];
    return this.path([{ points, closed: true, curved: true }], { fill: ink });
  }

  path(subpaths: readonly Subpath[], how: { fill?: Ink; stroke?: LineInk; evenOdd?: boolean }): this {
    const clip = how.fill?.clip ?? how.stroke?.clip ?? this.#whole();
    this.#paths.push({
      subpaths,
      fill: how.fill ? paint(how.fill) : null,
      stroke: how.stroke ? stroke(how.stroke) : null,
      evenOdd: how.evenOdd ?? false,
      clip,
      order: this.#order++,
    });
    return this;
  }

  /** Upright text from (x, y) on its baseline, as one run. */
  text(x: number, y: number, text: string, ink: TextInk = {}): this {
    const size = ink.size ?? 10.5;
    let at = x;
    for (const character of text) {
      const dx = (character.codePointAt(0) ?? 0) < 0x2000 ? size / 2 : size;
      if (character !== ' ') this.#glyphs.push(this.#glyph(character, at, y, dx, size, ink));
      at += dx;
    }
    this.#run++;
    return this;
  }

  image(box: Box): this {
    this.#images.push({ box, clip: this.#whole(), order: this.#order++ });
    return this;
  }

  build(): PageContent {
    return {
      page: this.#page,
      width: this.#width,
      height: this.#height,
      glyphs: [...this.#glyphs],
      paths: [...this.#paths],
      images: [...this.#images],
    };
  }

  #whole(): Box {
    return [0, 0, this.#width, this.#height];
  }

  #glyph(text: string, x: number, y: number, dx: number, size: number, ink: TextInk): Glyph {
    return {
      text,
      x,
      y,
      dx,
      dy: 0,
      upX: 0,
      upY: -1,
      size,
      vertical: false,
      font: ink.font ?? 'SimSun',
      invisible: ink.invisible ?? false,
      paint: paint(ink),
      clip: ink.clip ?? this.#whole(),
      order: this.#order++,
      run: this.#run,
    };
  }
}

function rectangle([x0, y0, x1, y1]: Box): Subpath {
  return { points: [x0, y0, x1, y0, x1, y1, x0, y1], closed: true, curved: false };
}

function paint({ rgb = 0, alpha = 1 }: Ink): Paint {
  return { rgb, alpha };
}

function stroke({ width = 0.5, dashed = false, ...ink }: LineInk): Stroke {
  return { ...paint(ink), width, dashed };
}
