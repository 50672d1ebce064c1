import type { CaptureEdit, CaptureMime } from '../../../preload/contract/captures.ts';
import type { Area } from '../../../preload/contract/evidence.ts';
import type { Result } from '../../../preload/contract/result.ts';
import type { Trouble } from '../decode/trouble.ts';
import type { Looked, Made, Wanted } from './port.ts';

/** What the worker is asked. */
export type Ask =
  | { readonly kind: 'open' }
  | { readonly kind: 'look'; readonly page: number; readonly wanted: Wanted; readonly edit: CaptureEdit | null }
  | { readonly kind: 'show'; readonly page: number; readonly turn: CaptureEdit['turn']; readonly most: number }
  | { readonly kind: 'corners'; readonly page: number; readonly turn: CaptureEdit['turn'] }
  | { readonly kind: 'make'; readonly page: number; readonly edit: CaptureEdit }
  | { readonly kind: 'merge'; readonly pictures: readonly Made[] };

/** What it answers to each. */
export type Answers = {
  readonly open: { readonly mime: CaptureMime; readonly pages: number };
  readonly look: Looked;
  readonly show: ImageBitmap;
  readonly corners: Area | null;
  readonly make: Made;
  readonly merge: Uint8Array;
};

/** A question with its number. `bytes` is the file; null when it is the one that was sent last, or when none is needed. */
export type Question = { readonly id: number; readonly ask: Ask; readonly bytes: Uint8Array | null };

/** What comes back: once that it is ready; for a call that its clock should stand still (while something of ours is fetched) or go on; and its outcome. */
export type Message =
  | { readonly kind: 'ready' }
  | { readonly kind: 'clock'; readonly id: number; readonly runs: boolean }
  | { readonly kind: 'done'; readonly id: number; readonly result: Result<Answers[Ask['kind']], Trouble> };
