/** What the codes of a simple font mean (ISO 32000-1, annex D): text by code, empty where there is none. */
export type Encoding = readonly string[];

const ASCII = Array.from({ length: 95 }, (_, index) => String.fromCharCode(0x20 + index));

/** From 0x80. Codes without a character are bullets, and 0xAD is a hyphen, by note 5 and 6 of annex D.2. */
const WIN_ANSI_HIGH =
  '€•‚ƒ„…†‡ˆ‰Š‹Œ•Ž••‘’“”•–—˜™š›œ•žŸ\u00a0¡¢£¤¥¦§¨©ª«¬-®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ';

/** From 0x80, with the additions for TrueType fonts of 9.6.6.4. A space stands where there is no character. */
const MAC_ROMAN_HIGH =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄¤‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ';

/** From 0xA0. A space stands where there is no character. */
const STANDARD_HIGH =
  " ¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ –†‡· ¶•‚„”»…‰ ¿ `´ˆ˜¯˘˙¨ ˚¸ ˝˛ˇ—                Æ ª    ŁØŒº     æ   ı  łøœß    ";

const STANDARD_ASCII = ASCII.map((text) => (text === "'" ? '’' : text === '`' ? '‘' : text));

const ENCODINGS: ReadonlyMap<string, Encoding> = new Map([
  ['WinAnsiEncoding', encodingOf(ASCII, 0x80, WIN_ANSI_HIGH)],
  ['MacRomanEncoding', encodingOf(ASCII, 0x80, MAC_ROMAN_HIGH)],
  ['StandardEncoding', encodingOf(STANDARD_ASCII, 0xa0, STANDARD_HIGH)],
]);

export function encodingOfName(name: string): Encoding | undefined {
  return ENCODINGS.get(name);
}

function encodingOf(ascii: readonly string[], highStart: number, high: string): Encoding {
  const texts = new Array<string>(256).fill('');
  ascii.forEach((text, index) => {
    texts[0x20 + index] = text;
  });
  [...high].forEach((text, index) => {
    if (text !== ' ') texts[highStart + index] = text;
  });
  return texts;
}
