import { sniffCapture } from '../../../preload/contract/captures.ts';
import type { Ask } from './messages.ts';

/** How long a call may take before the worker is thrown away, in ms. Opening reads headers only. Looking and making decode: a 48 MP JPEG takes half a second
 *  on a good machine and some seconds on a slow one; HEIC is decoded in WebAssembly, four times as slowly. What is ours (starting, fetching, measuring pixels
 *  that are decoded) doesn't count against the file, and has a time of its own. */
export const times = { open: 2_000, page: 8_000, heic: 25_000, merge: 20_000, ours: 30_000 } as const;

/** The time that a call on that file gets, in ms. */
export function timeFor(kind: Ask['kind'], file: Uint8Array | null): number {
  if (kind === 'open' || kind === 'merge') return times[kind];
  return file && sniffCapture(file) === 'image/heic' ? times.heic : times.page;
}
