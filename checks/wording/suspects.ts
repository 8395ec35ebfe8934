import { figuresOf } from '../../forms/catalogue.ts';
import type { FigureId, TableForm } from '../../forms/form.ts';
import type { Figures } from '../../parsers/figures/figure.ts';
import type { Finding, Message, Slip, Suspect } from '../finding.ts';
import { nameFigure } from './names.ts';

/** More sets than this are counted, not named. */
const MOST_NAMED = 3;

/** What a change looks like; nothing where it looks like no particular slip. */
const SLIP_WORDS: Readonly<Record<Slip, Message | undefined>> = {
  misread: { zh: '该格读取存疑', en: 'the cell was read with doubt' },
  'total-not-recalculated': { zh: '总计未随分项更新', en: 'a total that was not recalculated' },
  'digit-dropped': { zh: '漏写一位数字', en: 'a digit left out' },
  'digit-doubled': { zh: '多写一位数字', en: 'a digit too many' },
  'digit-changed': { zh: '一位数字有误', en: 'one digit changed' },
  'digits-swapped': { zh: '相邻两位数字颠倒', en: 'neighbouring digits swapped' },
  'cells-swapped': { zh: '两格数字互换', en: 'two cells swapped' },
  shifted: { zh: '填错了行或列', en: 'entered one row or column off' },
  other: undefined,
};

const SOURCES: Readonly<Record<Suspect['supportedBy'][number], Message>> = {
  prose: { zh: '与正文一致', en: 'as the prose states' },
  'year-before': { zh: '与上年结转一致', en: 'as carried over from last year' },
  'second-reading': { zh: '与另一种读取方式一致', en: 'as another way of reading gives' },
};

interface Suspicion {
  readonly suspects: readonly Suspect[];
  readonly suspicion: NonNullable<Finding['suspicion']>;
}

/** Which cells are probably wrong, and why; or that it cannot be told. */
export function saySuspects(
  { suspects, suspicion }: Suspicion,
  figures: Figures,
  forms: readonly TableForm[],
): Message {
  const named = suspects.slice(0, MOST_NAMED).map((suspect) => saySuspect(suspect, figures, forms));
  const [first] = named;
  if (!first || suspicion === 'cannot-be-told') {
    return { zh: '仅凭现有数字无法判断哪一格有误。', en: 'The figures do not tell which cell is wrong.' };
  }
  if (suspicion === 'told') return { zh: `最可能：${first.zh}。`, en: `Most likely: ${first.en}.` };
  const rest = suspects.length - named.length;
  return {
    zh: `可能为以下之一：${named.map(({ zh }) => zh).join('；或 ')}${rest > 0 ? `；另有 ${rest} 种可能` : ''}。`,
    en: `One of these: ${named.map(({ en }) => en).join('; or ')}${rest > 0 ? `; ${rest} more are possible` : ''}.`,
  };
}

function saySuspect({ changes, fits, supportedBy }: Suspect, figures: Figures, forms: readonly TableForm[]): Message {
  const cells = changes.map(({ figure, value }) => {
    const name = nameIn(figure, forms);
    const published = figures[asFigureId(figure)]?.value;
    const zh = published === null || published === undefined ? '未填' : `填报 ${published}`;
    const en = published === null || published === undefined ? 'blank' : `${published} stated`;
    return { zh: `${name.zh}应为 ${value}（${zh}）`, en: `${name.en} should be ${value} (${en})` };
  });
  const why = [SLIP_WORDS[fits], ...supportedBy.map((source) => SOURCES[source])].filter(
    (words) => words !== undefined,
  );
  const reasons = {
    zh: why.length > 0 ? `——${why.map(({ zh }) => zh).join('，')}` : '',
    en: why.length > 0 ? ` – ${why.map(({ en }) => en).join(', ')}` : '',
  };
  return {
    zh: `${cells.map(({ zh }) => zh).join('，')}${reasons.zh}`,
    en: `${cells.map(({ en }) => en).join(', ')}${reasons.en}`,
  };
}

function nameIn(figure: string, forms: readonly TableForm[]): Message {
  const form = forms.find((candidate) => figuresOf(candidate).some(({ id }) => id === figure));
  return form ? nameFigure(asFigureId(figure), form) : { zh: figure, en: figure };
}

const asFigureId = (figure: string) => figure as FigureId;
