/** Which card an AAMVA barcode belongs to, by its first subfile (AAMVA DL/ID Card Design Standard 2020, annex D.12.3): a licence, an identity card that
 *  no licence is, or null for no such barcode. */
export function licenceCard(text: string): 'DL' | 'ID' | null {
  const [, kind] = /(?:ANSI |AAMVA)\d{6}(?:\d{2}){1,2}\d{2}(DL|ID|EN)/.exec(text) ?? [];
  if (kind === undefined) return null;
  return kind === 'ID' ? 'ID' : 'DL';
}
