/** Letters that documents write in more than one way, or not by dropping a mark; the first spelling is the commonest (ICAO Doc 9303 part 3, section 6,
 *  8th edition 2021, and the issuers' own habits where they differ). A letter that isn't here loses its marks. */
const latin = 'Ä:AE,A Å:AA,A Æ:AE,A Ö:OE,O Ø:OE,O Œ:OE,O Ü:UE,U,UXX Ñ:N,NXX Ő:O,OE Ű:U,UE ẞ:SS,S Þ:TH Ð:D,DH Đ:D,DJ Ł:L İ:I I:I Ŋ:N,NG Ħ:H Ŧ:T Ĳ:IJ,Y ĸ:Q,K'
  + ' Ə:E,A Ɓ:B Ɗ:D Ƙ:K Ƴ:Y Ɛ:E Ɔ:O Ɖ:D Ɣ:G Ƒ:F Ʋ:V Ŀ:L';

const cyrillic = 'А:A Б:B В:V Г:G,H Ґ:G Д:D Ђ:D,DJ Ѓ:G,GJ Е:E,IE,YE Ё:E,IO,YO Є:IE,E,YE Ж:ZH,Z,J З:Z Ѕ:DZ И:I,Y І:I Ї:I,YI Й:I,Y,J Ј:J К:K Л:L Љ:LJ М:M Н:N Њ:NJ О:O П:P Р:R С:S'
  + ' Т:T Ћ:C Ќ:K,KJ У:U Ў:U Ф:F Х:KH,H Ц:TS,C Ч:CH,C Џ:DZ,DJ Ш:SH,S Щ:SHCH,SHT Ъ:IE, Ы:Y Ь:, Э:E Ю:IU,YU,JU Я:IA,YA,JA Қ:K,Q Ң:N Ғ:G Ү:U Ұ:U Ө:O Һ:H Ә:A';

const greek = 'Α:A Β:V Γ:G Δ:D Ε:E Ζ:Z Η:I Θ:TH Ι:I Κ:K Λ:L Μ:M Ν:N Ξ:X Ο:O Π:P Ρ:R Σ:S Τ:T Υ:Y,I,U Φ:F,PH Χ:CH,KH,H Ψ:PS Ω:O';
/** Greek pairs that are one sound, taken before single letters. */
const greekPairs = 'ΟΥ:OU ΑΥ:AV,AF ΕΥ:EV,EF ΗΥ:IV,IF ΜΠ:B,MP ΝΤ:NT,D ΓΓ:NG,GG ΓΞ:NX ΓΧ:NCH';

const table = (rows: string): readonly (readonly [string, readonly string[]])[] => rows.split(' ').map((row) => {
  const [letter = '', spellings = ''] = row.split(':');
  return [letter, spellings.split(',')] as const;
});

const spellings: ReadonlyMap<string, readonly string[]> = new Map([...table(latin), ...table(cyrillic), ...table(greek), ...table(greekPairs)]);

/** The ways in which a letter (or a Greek pair) in capitals is written with A to Z; null for a letter of a script that isn't known here. */
export function spellingsOf(letter: string): readonly string[] | null {
  const special = spellings.get(letter);
  if (special) return special;
  const bare = bareLetters(letter);
  if (/^[A-Z]*$/.test(bare)) return [bare];
  return spellings.get(bare) ?? null;
}

/** A text in capitals without the marks above and below its letters. */
export function bareLetters(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').normalize('NFC');
}

/** Splits a text in capitals into letters, and Greek pairs as one. */
export function lettersOf(text: string): readonly string[] {
  const parts: string[] = [];
  for (const letter of text.normalize('NFC')) {
    const pair = `${bareLetters(parts.at(-1) ?? '')}${bareLetters(letter)}`;
    if (pair.length === 2 && spellings.has(pair)) parts[parts.length - 1] = pair;
    else parts.push(letter);
  }
  return parts;
}
