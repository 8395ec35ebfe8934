import type { Label } from '../../forms/form.ts';
import type { Claim, ClaimSubject, Meaning } from '../../parsers/prose/prose.ts';
import type { Message } from '../finding.ts';

/** What a claim counts, in the words of the reports. */
export const SUBJECT_WORDS: Readonly<Record<ClaimSubject, Label>> = {
  received: { zh: '收到申请', en: 'received' },
  carried_in: { zh: '上年结转', en: 'carried over from last year' },
  processed: { zh: '办理', en: 'processed' },
  carried_out: { zh: '结转下年度', en: 'carried over to the next year' },
  granted: { zh: '予以公开', en: 'granted' },
  partially_granted: { zh: '部分公开', en: 'partially granted' },
  refused: { zh: '不予公开', en: 'refused' },
  unavailable: { zh: '无法提供', en: 'that cannot be met' },
  declined: { zh: '不予处理', en: 'not processed' },
  other: { zh: '其他处理', en: 'otherwise handled' },
  reconsideration: { zh: '行政复议', en: 'administrative reconsideration' },
  litigation: { zh: '行政诉讼', en: 'litigation' },
  litigation_direct: { zh: '未经复议直接起诉', en: 'litigation without reconsideration' },
  litigation_after_reconsideration: { zh: '复议后起诉', en: 'litigation after reconsideration' },
  regulations: { zh: '规章', en: 'regulations' },
  normative_documents: { zh: '规范性文件', en: 'normative documents' },
};

export const APPLICANT_WORDS: Readonly<Record<Meaning['applicant'], Label>> = {
  all: { zh: '总计', en: 'Total' },
  natural_person: { zh: '自然人', en: 'Natural persons' },
  organisations: { zh: '法人或其他组织', en: 'Legal persons or other organisations' },
  commercial_enterprise: { zh: '商业企业', en: 'Commercial enterprises' },
  research_institution: { zh: '科研机构', en: 'Research institutions' },
  social_welfare_org: { zh: '社会公益组织', en: 'Social welfare organisations' },
  legal_service_org: { zh: '法律服务机构', en: 'Legal service organisations' },
  other_org: { zh: '其他组织', en: 'Others' },
};

export const OUTCOME_WORDS = {
  upheld: { zh: '结果维持', en: 'upheld' },
  corrected: { zh: '结果纠正', en: 'corrected' },
  other: { zh: '其他结果', en: 'other outcome' },
  pending: { zh: '尚未审结', en: 'pending' },
} as const;

export const MEASURE_WORDS = {
  issued: { zh: '制发', en: 'issued' },
  repealed: { zh: '废止', en: 'repealed' },
  in_force: { zh: '现行有效', en: 'in force' },
} as const;

/** `予以公开、部分公开`: what a claim counts, without its number. */
export function nameClaim(claim: Claim): Message {
  const meaning = claim.meanings[0];
  if (!meaning) return { zh: '', en: '' };
  const { zh, en } = wordsOf(meaning);
  return claim.kind === 'share' ? { zh: `${zh}占比`, en: `share of ${en('requests')}` } : { zh, en: en('requests') };
}

/** `收到自然人申请 3493 件`: a number of the prose with what it counts. */
export function stateCount(claim: Claim): Message {
  const meaning = claim.meanings[0];
  if (!meaning) return { zh: '', en: '' };
  const words = wordsOf(meaning);
  const about = claim.approximate ? { zh: '约', en: 'about ' } : { zh: '', en: '' };
  const together = meaning.subjects.length > 1 ? '共' : '';
  const number = `${about.en}${claim.value}`;
  return {
    zh: `${words.zh}${together}${about.zh} ${claim.value} 件`,
    en: words.en(claim.value === 1 ? `${number} request` : `${number} requests`, number),
  };
}

/** English puts the number before its noun: `en` is given both as one, and the number alone for other nouns. */
interface Words {
  readonly zh: string;
  readonly en: (requests: string, number?: string) => string;
}

function wordsOf(meaning: Meaning): Words {
  const { measure, outcome, subjects } = meaning;
  const zh = subjects.map((subject) => SUBJECT_WORDS[subject].zh).join('、');
  const en = listInEnglish(subjects.map((subject) => SUBJECT_WORDS[subject].en));
  if (measure) {
    const counted = MEASURE_WORDS[measure];
    return { zh: `${counted.zh}${zh}`, en: (_, number) => `${spaced(number)}${en} ${counted.en}` };
  }
  if (isDispute(subjects)) {
    const ended = outcome && OUTCOME_WORDS[outcome];
    return {
      zh: `${zh}${ended?.zh ?? ''}`,
      en: (_, number) =>
        `${number === undefined ? '' : `${number} ${number === '1' ? 'case' : 'cases'} of `}${en}${ended ? `, ${ended.en}` : ''}`,
    };
  }
  return wordsOfRequests(meaning, zh, en);
}

function wordsOfRequests({ applicant, subjects }: Meaning, zh: string, en: string): Words {
  if (applicant === 'all') return { zh, en: (requests) => `${requests} ${en}` };
  const who = APPLICANT_WORDS[applicant];
  return {
    zh: subjects[0] === 'received' ? `收到${who.zh}申请` : `${who.zh}申请${zh}`,
    en: (requests) => `${requests} of ${who.en.toLowerCase()} ${en}`,
  };
}

const isDispute = (subjects: readonly ClaimSubject[]) =>
  subjects.some((subject) => subject === 'reconsideration' || subject.startsWith('litigation'));

const spaced = (number: string | undefined) => (number === undefined ? '' : `${number} `);

function listInEnglish(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
