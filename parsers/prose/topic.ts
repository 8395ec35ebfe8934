import { TOPICS } from './lexicon.ts';
import type { Reading, Topic } from './reading.ts';

const INFORMED = /信息公开|公开申请|申请公开|依申请/u;

/** What words speak of last: requests, disputes, something else that is counted, or none of these. */
function topicOf(words: string): Topic {
  let topic: Topic = null;
  let end = 0;
  for (const [pattern, one] of TOPICS) {
    for (const match of words.matchAll(pattern)) {
      const at = match.index + match[0].length;
      if (at <= end) continue;
      end = at;
      topic = one;
    }
  }
  return topic;
}

/** Remembers what words speak of, where they speak of anything. */
export function noteTopic(words: string, reading: Reading): void {
  const topic = topicOf(words);
  if (topic === null) return;
  reading.topic = topic;
  if (topic === 'requests' || INFORMED.test(words)) reading.isInformed = true;
  else if (topic === 'other') reading.isInformed = false;
}
