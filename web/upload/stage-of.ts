import type { UploadStatus } from '../../records/contract/api/uploads.ts';
import type { Word } from '../words/zh.ts';
import { isUnderWay } from './hand-in.ts';
import type { HandedFile } from './handed-file.ts';
import type { Followed } from './use-followed.ts';

type Outcome = NonNullable<UploadStatus['settlement']>['outcome'];

const STAGES = { awaited: 'beingSent', received: 'received', reading: 'settling' } as const;

/** How far a file is, as a word; the outcome, once it has one. */
export function stageOf(handed: HandedFile, followed: Followed | undefined): Word {
  if (handed.refused) return 'notTaken';
  if (handed.upload === null) return 'waiting';
  if (isUnderWay(handed)) return 'beingSent';
  if (followed === undefined) return handed.sent === 1 ? 'received' : 'loading';
  if (followed === 'lost') return 'notArrived';
  if (followed.stage === 'settled') return wordOf(followed.settlement?.outcome);
  return STAGES[followed.stage];
}

// `failed` is what the page says of a request.
const wordOf = (outcome: Outcome | undefined): Word =>
  outcome === 'failed' ? 'failedOutcome' : (outcome ?? 'settled');
