import type { TextRole } from './draft.ts';

/** How official documents look (GB/T 9704): fonts, half-point sizes, alignment. What all writers share. */
export interface TextLook {
  readonly font: string;
  readonly size: number;
  readonly align: 'center' | 'left' | 'both';
  /** First-line indent of two characters, in twentieths of a point. */
  readonly indent: number;
  readonly bold: boolean;
}

const TABLE_TEXT = { font: '宋体', size: 18, indent: 0, bold: false } as const;
const BODY_TEXT = { font: '仿宋', size: 32, indent: 640, bold: false } as const;

export const TEXT_LOOKS: Readonly<Record<TextRole, TextLook>> = {
  title: { font: '宋体', size: 44, align: 'center', indent: 0, bold: true },
  heading: { ...BODY_TEXT, font: '黑体', align: 'left' },
  body: { ...BODY_TEXT, align: 'both' },
  note: { font: '宋体', size: 18, align: 'left', indent: 0, bold: false },
  blank: { ...BODY_TEXT, size: 24, align: 'both' },
  label: { ...TABLE_TEXT, align: 'left' },
  header: { ...TABLE_TEXT, align: 'center' },
  figure: { ...TABLE_TEXT, align: 'center' },
};

export const inTable = (role: TextRole): boolean => role === 'label' || role === 'header' || role === 'figure';

/** The blank form shades the title row of each band of table 2. */
export const BAND_FILL = 'C6D9F1';
