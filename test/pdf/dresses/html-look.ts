import type { Random } from '../../dresses/random.ts';
import type { PrintOptions } from '../print/chromium.ts';
import { drawBorders } from './html-borders.ts';

export interface HtmlLook {
  readonly css: string;
  readonly repeatsHeaders: boolean;
  readonly statesWidths: boolean;
  readonly options: PrintOptions;
  readonly ruled: boolean;
  readonly about: readonly string[];
}

const HAN_FONTS = [
  '"Noto Serif CJK SC"',
  '"Noto Sans CJK SC"',
  '"Droid Sans Fallback"',
  '"Noto Sans Mono CJK SC"',
] as const;
const DIGIT_FONTS = ['', '"Liberation Serif"', '"DejaVu Sans Mono"', '"Nimbus Sans"', '"DejaVu Serif"'] as const;

/** How a browser is told to print a report: page, fonts, borders, spacing and where pages may break. */
export function drawHtmlLook(ruled: boolean, random: Random): HtmlLook {
  const about: string[] = [];
  const say = <Value>(what: string, value: Value): Value => {
    about.push(`${what} ${String(value)}`);
    return value;
  };
  const han = say('font', random.pick(HAN_FONTS));
  const digits = say('digits', random.pick(DIGIT_FONTS));
  const size = say('table pt', random.pick(ruled ? [7, 8, 9, 9, 10.5, 12] : [7, 8, 9]));
  const borders = drawBorders(ruled, random);
  about.push(`borders ${borders.name}`);
  const layout = ruled ? say('layout', random.pick(['auto', 'auto', 'fixed'])) : 'auto';
  const breaks = say('rows', random.pick(['may be cut', 'may be cut', 'kept', 'forced']));
  const align = say('figures', random.pick(['center', 'center', 'left', 'right', 'justify']));
  const isLandscape = random.chance(0.15);
  const css = [
    `body{font-family:${han},serif;font-size:${random.pick([10.5, 12, 14, 16])}pt;line-height:${random.pick([1.3, 1.6, 2])};margin:0}`,
    'p{margin:0 0 2pt}p.title{text-align:center;font-size:1.4em}p.body{text-indent:2em;text-align:justify}',
    `p.heading{font-weight:${random.pick(['bold', 'normal'])};text-indent:2em}p.note{font-size:.8em}`,
    `table.drawn{width:${ruled ? random.pick(['100%', '100%', '92%']) : '100%'};table-layout:${layout};font-size:${size}pt;line-height:${random.pick([1, 1.2, 1.5, 2])};margin:0 auto}`,
    // Whatever is in a cell stays in it: long numbers go on on a second line of a narrow cell.
    `td{padding:${random.pick([0, 1, 2, 5])}pt ${random.pick([0.5, 2, 4])}pt;overflow-wrap:anywhere;vertical-align:${random.pick(['middle', 'middle', 'top', 'bottom'])}}`,
    `td.figure{text-align:${align};${digits ? `font-family:${digits},${han};` : ''}letter-spacing:${random.pick([0, 0, 0, 0.05, 0.15])}em}`,
    `td.label{text-align:${random.pick(['left', 'left', 'center', 'justify'])}}td.header,td.band-title,td.corner{text-align:center;font-weight:${random.pick(['bold', 'normal'])}}`,
    // Without rulings a number on two lines cannot be told from two numbers.
    ruled ? '' : 'td.figure{white-space:nowrap;overflow-wrap:normal}td{padding-left:3pt;padding-right:3pt}',
    breaksCss(breaks, random),
    random.chance(0.2) ? `td.tall{line-height:${random.pick([1.05, 1.8])}}` : '',
    random.chance(0.25) ? say('group', 'td div.outer{writing-mode:vertical-rl;margin:0 auto}') : '',
    borders.css,
  ];
  return {
    css: css.join('\n'),
    repeatsHeaders: say('thead', random.chance(0.5)),
    statesWidths: layout === 'fixed' || random.chance(0.5),
    options: pageOptions(isLandscape, ruled, random, about),
    ruled,
    about,
  };
}

function breaksCss(breaks: string, random: Random): string {
  if (breaks === 'kept') return 'tr{break-inside:avoid}';
  if (breaks === 'forced') return `tr:nth-child(${random.pick([1, 3, 4, 7, 9])}n){break-after:page}`;
  // Pages of uneven length: sooner or later a break goes through any row.
  return random.chance(0.4) ? 'tr{break-inside:auto}' : 'tr{break-inside:auto}td{orphans:1;widows:1}';
}

function pageOptions(isLandscape: boolean, ruled: boolean, random: Random, about: string[]): PrintOptions {
  const format = random.pick(['A4', 'A4', 'A4', 'A4', 'A3', 'Letter', 'A5']);
  const scale = random.pick([1, 1, 1, 0.7, 0.5, 1.2]);
  const hasRunningHead = random.chance(0.4);
  about.push(`${format}${isLandscape ? ' landscape' : ''} × ${scale}${hasRunningHead ? ' running head' : ''}`);
  const side = `${random.pick([8, 15, 20, 28])}mm`;
  // Room for the running head and for the page number.
  const top = `${random.pick([15, 20, 25, 37])}mm`;
  return {
    format: !ruled && format === 'A5' ? 'A4' : format,
    landscape: isLandscape,
    scale: !ruled && scale > 1 ? 1 : scale,
    margin: { top, bottom: `${random.pick([15, 20, 25, 35])}mm`, left: side, right: side },
    ...(hasRunningHead
      ? {
          displayHeaderFooter: true,
          headerTemplate: `<div style="font-size:8pt;width:100%;text-align:center">${random.pick(['政府信息公开工作年度报告', '2024', ' '])}</div>`,
          footerTemplate: `<div style="font-size:9pt;width:100%;text-align:${random.pick(['center', 'right'])}">${random.pick(['- <span class="pageNumber"></span> -', '<span class="pageNumber"></span>', '第<span class="pageNumber"></span>页 共<span class="totalPages"></span>页'])}</div>`,
        }
      : {}),
  };
}
