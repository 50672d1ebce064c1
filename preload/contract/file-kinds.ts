/** What a refused file is, in words, and what to do instead. */
export type ForeignFile = { readonly kind: string; readonly fix: string };

const saveAs = 'Save it as PDF, JPEG or PNG and add that file.';
const phone = 'Phones keep photos like this. Export it as JPEG, or set the camera to \u201cmost compatible\u201d.';
const never = 'Documents are PDF, JPEG or PNG. Ask the sender for one of these.';

const brands: Readonly<Record<string, ForeignFile>> = {
  heic: { kind: 'a HEIC photo', fix: phone }, heix: { kind: 'a HEIC photo', fix: phone }, mif1: { kind: 'a HEIC photo', fix: phone }, msf1: { kind: 'a HEIC photo', fix: phone },
  avif: { kind: 'an AVIF picture', fix: saveAs },
};

const text = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));

/** First bytes and what they tell. */
const signatures: readonly (readonly [string, ForeignFile])[] = [
  ['MZ', { kind: 'a Windows program', fix: never }],
  ['\x7fELF', { kind: 'a Linux program', fix: never }],
  ['\xcf\xfa\xed\xfe', { kind: 'a macOS program', fix: never }], ['\xca\xfe\xba\xbe', { kind: 'a macOS program', fix: never }],
  ['#!', { kind: 'a script', fix: never }],
  ['GIF8', { kind: 'a GIF picture', fix: saveAs }],
  ['RIFF', { kind: 'a WebP picture or a sound', fix: saveAs }],
  ['BM', { kind: 'a bitmap picture', fix: saveAs }],
  ['II*\0', { kind: 'a TIFF picture', fix: saveAs }], ['MM\0*', { kind: 'a TIFF picture', fix: saveAs }],
  ['PK\x03\x04', { kind: 'a ZIP or Office file', fix: saveAs }],
  ['\xd0\xcf\x11\xe0', { kind: 'an old Office file', fix: saveAs }],
  ['{\\rtf', { kind: 'a rich text file', fix: saveAs }],
];
/** Beginnings of texts without their comments and what they tell, in the order they are tried. */
const markups: readonly (readonly [RegExp, ForeignFile])[] = [
  [/^(\xef\xbb\xbf)?\s*(<\?xml[\s\S]*?)?(<!doctype svg[\s\S]*?)?<svg/i, { kind: 'an SVG drawing', fix: saveAs }],
  [/^(\xef\xbb\xbf)?\s*<(!doctype html|html|head|body|script)/i, { kind: 'a web page', fix: saveAs }],
  [/^(\xef\xbb\xbf)?\s*<\?xml/, { kind: 'an XML file', fix: saveAs }],
];

/** Names what a file is by its first bytes, for refusing it; unknown bytes are called so. Call it only for files that aren't accepted. */
export function nameForeignFile(bytes: Uint8Array): ForeignFile {
  if (text(bytes, 4, 8) === 'ftyp') return brands[text(bytes, 8, 12)] ?? { kind: 'a video or photo of a kind Blaaiz doesn\u2019t take', fix: saveAs };
  const head = text(bytes, 0, 1024);
  // Comments go first: a pattern that skips any number of them takes for ever on a file made of them.
  const markup = head.replaceAll(/<!--[\s\S]*?-->/g, '');
  const known = signatures.find(([signature]) => head.startsWith(signature)) ?? markups.find(([signature]) => signature.test(markup));
  return known?.[1] ?? { kind: 'a file of an unknown kind', fix: saveAs };
}
