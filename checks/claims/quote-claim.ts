import type { Claim } from '../../parsers/prose/prose.ts';
import type { Finding } from '../finding.ts';

const LONGEST = 160;

/** The sentence of a claim, cut down to what stands around its number. */
export function quoteClaim(claim: Claim): NonNullable<Finding['quote']> {
  const { text, where } = claim;
  return { text: cutAround(text, numberIn(text, claim)), section: where.section, page: where.page };
}

/** A sentence cut to what may be quoted around a place in it. */
export function cutAround(text: string, place: number): string {
  if (text.length <= LONGEST) return text;
  const room = LONGEST - 2;
  const first = Math.max(0, Math.min(place - Math.floor(room / 2), text.length - room));
  const last = first + room;
  return `${first > 0 ? '…' : ''}${text.slice(first, last)}${last < text.length ? '…' : ''}`;
}

/** Where the number stands in its sentence; the beginning where it is written another way. */
function numberIn(text: string, { value, decimals }: Claim): number {
  const written = value.toFixed(decimals).replace('.', '\\.');
  return Math.max(0, text.normalize('NFKC').search(new RegExp(`(?<![\\d.])${written}(?![\\d.])`, 'u')));
}
