import { type Attributes, attribute, isOn } from './parse-xml.ts';

/** The run properties that decide whether and how text is read (17.3.2); `undefined` where not stated. */
export interface RunFormat {
  style: string | undefined;
  hidden: boolean | undefined;
  struck: boolean | undefined;
  /** Superscript or subscript. */
  raised: boolean | undefined;
  white: boolean;
  shaded: boolean;
  deleted: boolean;
}

export function blankFormat(): RunFormat {
  return {
    style: undefined,
    hidden: undefined,
    struck: undefined,
    raised: undefined,
    white: false,
    shaded: false,
    deleted: false,
  };
}

/** Takes in one child of `w:rPr`; elements that are none of these leave the format as it is. */
export function readRunProperty(format: RunFormat, name: string, attributes: Attributes): void {
  READERS[name]?.(format, attributes);
}

type ReadProperty = (format: RunFormat, attributes: Attributes) => void;

const READERS: Readonly<Record<string, ReadProperty>> = {
  'w:rStyle': (format, attributes) => {
    format.style = attribute(attributes, 'w:val');
  },
  'w:vanish': (format, attributes) => {
    format.hidden = isOn(attributes);
  },
  // Hidden even where hidden text is shown (17.3.2.36).
  'w:specVanish': (format, attributes) => {
    if (isOn(attributes)) format.hidden = true;
  },
  'w:strike': (format, attributes) => {
    format.struck = isOn(attributes) || format.struck === true;
  },
  'w:dstrike': (format, attributes) => {
    format.struck = isOn(attributes) || format.struck === true;
  },
  'w:vertAlign': (format, attributes) => {
    format.raised = attribute(attributes, 'w:val') !== 'baseline';
  },
  'w:color': (format, attributes) => {
    format.white = /^f{6}$/i.test(attribute(attributes, 'w:val') ?? '');
  },
  'w:shd': (format, attributes) => {
    format.shaded = isDark(attributes);
  },
  'w:highlight': (format) => {
    format.shaded = true;
  },
};

/** Whether a fill would make white text show. */
export function isDark(attributes: Attributes): boolean {
  return !/^(?:auto|f{6})$/i.test(attribute(attributes, 'w:fill') ?? 'auto');
}
