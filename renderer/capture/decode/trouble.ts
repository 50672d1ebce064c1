import type { CaptureMime } from '../../../preload/contract/captures.ts';

/** Why a file or a page of it can't be used; words are made of it where a person reads them. Sizes in pixels, `millions` of them. */
export type Trouble =
  | { readonly kind: 'empty' | 'foreign' | 'damaged' | 'cut' | 'password' | 'script' | 'swells' | 'crashed' | 'time' | 'tools' | 'too-heavy' }
  | { readonly kind: 'pixels'; readonly millions: number; readonly most: number }
  | { readonly kind: 'bytes'; readonly size: number }
  | { readonly kind: 'side'; readonly side: number }
  | { readonly kind: 'pages'; readonly pages: number }
  | { readonly kind: 'no-page'; readonly page: number }
  | { readonly kind: 'coding'; readonly coding: string };

/** How large a picture is, by its own account. */
export type Size = { readonly width: number; readonly height: number };

/** Longest side of a picture that is opened, in pixels. */
export const maxSide = 30_000;

/** Most pixels of a picture, in millions. JPEG and TIFF are decoded small or in strips; the others take their whole size in memory first. */
const mostMillions: Readonly<Record<CaptureMime, number>> = {
  'image/jpeg': 100, 'image/tiff': 100, 'image/heic': 60, 'image/png': 50, 'image/webp': 50, 'application/pdf': 100,
};
/** A progressive JPEG is held whole, twice as deep, until its last pass. */
const mostProgressive = 50;

/** Whether a picture of that size may be decoded at all; null when it may. */
export function tooBig({ width, height }: Size, mime: CaptureMime, progressive = false): Trouble | null {
  if (width < 1 || height < 1) return { kind: 'damaged' };
  const most = progressive ? mostProgressive : mostMillions[mime];
  if (width * height > most * 1_000_000) return { kind: 'pixels', millions: Math.ceil((width * height) / 1_000_000), most };
  return Math.max(width, height) > maxSide ? { kind: 'side', side: Math.max(width, height) } : null;
}
