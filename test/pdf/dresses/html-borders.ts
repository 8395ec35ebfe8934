import type { Random } from '../../dresses/random.ts';

export interface Borders {
  readonly name: string;
  readonly css: string;
}

const collapsed = (name: string, line: string): Borders => ({
  name,
  css: `table.drawn{border-collapse:collapse}table.drawn td{border:${line}}`,
});

const RULED: readonly [Borders, ...Borders[]] = [
  collapsed('solid', '1px solid #000'),
  collapsed('thin', '0.5px solid #000'),
  collapsed('hairline', '0.2px solid #333'),
  collapsed('thick', '2.5px solid #000'),
  collapsed('grey', '1px solid #999'),
  collapsed('pale', '1px solid #ddd'),
  collapsed('dashed', '1px dashed #000'),
  collapsed('dotted', '1px dotted #000'),
  collapsed('dotted thick', '3px dotted #555'),
  collapsed('double', '3px double #000'),
  collapsed('ridge', '3px ridge #888'),
  {
    name: 'white on shade',
    css: 'table.drawn{border-collapse:collapse}table.drawn td{border:2px solid #fff;background:#dce6f1}',
  },
  {
    name: 'separate',
    css: 'table.drawn{border-collapse:separate;border-spacing:2px;border:1px solid #000}table.drawn td{border:1px solid #000}',
  },
  {
    name: 'separate without spacing',
    css: 'table.drawn{border-collapse:separate;border-spacing:0;border-top:1px solid #000;border-left:1px solid #000}table.drawn td{border-right:1px solid #000;border-bottom:1px solid #000}',
  },
  {
    name: 'gaps of a coloured table',
    css: 'table.drawn{border-collapse:separate;border-spacing:1px;background:#000}table.drawn td{background:#fff}',
  },
  {
    name: 'outer sides missing',
    css: 'table.drawn{border-collapse:collapse;border-style:hidden}table.drawn td{border:1px solid #000}',
  },
  {
    name: 'left and right missing',
    css: 'table.drawn{border-collapse:collapse;border-left:hidden;border-right:hidden}table.drawn td{border:1px solid #000}',
  },
  {
    name: 'thick outside',
    css: 'table.drawn{border-collapse:collapse;border:2px solid #000}table.drawn td{border:0.5px solid #000}',
  },
];

const UNRULED: readonly [Borders, ...Borders[]] = [
  { name: 'none', css: 'table.drawn{border-collapse:collapse}' },
  {
    name: 'horizontal only',
    css: 'table.drawn{border-collapse:collapse}table.drawn td{border-top:1px solid #000;border-bottom:1px solid #000}',
  },
  {
    name: 'three lines',
    css: 'table.drawn{border-collapse:collapse;border-top:2px solid #000;border-bottom:2px solid #000}table.drawn td.header{border-bottom:1px solid #000}',
  },
  {
    name: 'shaded rows',
    css: 'table.drawn{border-collapse:collapse}table.drawn tr:nth-child(even) td{background:#eee}',
  },
];

const SHADED = 'td.band-title,td.header{background:#c6d9f1}';

/** The borders of the tables; half of them shade titles and headers as the blank form does. */
export function drawBorders(ruled: boolean, random: Random): Borders {
  const drawn = random.pick(ruled ? RULED : UNRULED);
  return random.chance(0.4) ? { name: `${drawn.name}, shaded headers`, css: drawn.css + SHADED } : drawn;
}
