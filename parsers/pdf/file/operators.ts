/** Operators of content streams (ISO 32000-1, annex A) and short words of files. */
const OPERATORS =
  'b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q re RG rg ri ' +
  's S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y \' " R obj';

const BY_PACKED: ReadonlyMap<number, string> = new Map(OPERATORS.split(' ').map((text) => [packOperator(text), text]));

/**
 * The operator of these up to three bytes, packed into a number (the last one lowest), so that reading a content stream
 * makes no new strings for its operators.
 */
export function operatorText(packed: number): string | undefined {
  return BY_PACKED.get(packed);
}

function packOperator(text: string): number {
  let packed = 0;
  for (let at = 0; at < text.length; at++) packed = packed * 256 + text.charCodeAt(at);
  return packed;
}
