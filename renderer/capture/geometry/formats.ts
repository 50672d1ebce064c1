/** A size that documents come in: its sides in mm. */
export type Format = { readonly name: 'td3' | 'td2' | 'card' | 'a4' | 'letter'; readonly width: number; readonly height: number };

/** The sizes of identity documents (ICAO 9303-3 to 9303-6, ISO/IEC 7810) and of paper (ISO 216; US Letter). */
export const formats = {
  td3: { name: 'td3', width: 125, height: 88 },
  td2: { name: 'td2', width: 105, height: 74 },
  card: { name: 'card', width: 85.6, height: 54 },
  a4: { name: 'a4', width: 210, height: 297 },
  letter: { name: 'letter', width: 215.9, height: 279.4 },
} as const satisfies Readonly<Record<string, Format>>;

/** How much longer a format's long side is than its short one. */
export function aspectOf({ width, height }: Format): number {
  return Math.max(width, height) / Math.min(width, height);
}

/** The format that is nearest in shape to these sides, and how far off it is as a ratio (1 is exact); null without formats. */
export function nearestFormat(width: number, height: number, from: readonly Format[]): { readonly format: Format; readonly off: number } | null {
  const aspect = Math.max(width, height) / Math.max(1e-6, Math.min(width, height));
  const all = from.map((format) => ({ format, off: Math.max(aspect / aspectOf(format), aspectOf(format) / aspect) }));
  return all.length === 0 ? null : all.reduce((best, one) => (one.off < best.off ? one : best));
}
