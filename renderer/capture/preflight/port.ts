import type { CaptureEdit, CaptureMime } from '../../../preload/contract/captures.ts';
import type { DocumentSlot, IdType } from '../../../preload/contract/documents.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import type { Area, Evidence } from '../../../preload/contract/evidence.ts';
import type { Result } from '../../../preload/contract/result.ts';

/** An untouched file and the page of it that is meant, from 1. The bytes stay the caller's. */
export type Original = { readonly name: string; readonly bytes: Uint8Array; readonly page: number };

/** What a page is looked at for. */
export type Wanted = { readonly slot: DocumentSlot; readonly idType: IdType };

/** What looking at a page gives: `edit` is the edit that was asked for, or the one proposed when none was (upright, cut along the found edge);
 *  `thumb` a small JPEG of at most 32 kB. */
export type Looked = { readonly evidence: Evidence; readonly edit: CaptureEdit; readonly thumb: Uint8Array };

/** A picture made from pixels alone, so without scripts, camera data or place. Sizes in pixels. */
export type Made = { readonly bytes: Uint8Array; readonly mime: 'image/jpeg' | 'image/png'; readonly width: number; readonly height: number };

/**
 * Looks at untrusted files away from the page's own thread. Every call ends: in a value, in a refusal in words, or, after its time or memory is used up,
 * in the refusal `file-hostile` (the worker is thrown away and made anew). Other errors: file-type, file-size, file-empty, file-pages, file-damaged.
 */
export type Looker = {
  /** Opens a file by its bytes, never its name: what it is and how many pages it has. Every page is known to decode when it is looked at, not before. */
  readonly open: (file: Omit<Original, 'page'>) => Promise<Result<{ readonly mime: CaptureMime; readonly pages: number }, AppError>>;
  /** Runs every measure on a page; `edit` null lets it propose one. */
  readonly look: (original: Original, wanted: Wanted, edit: CaptureEdit | null) => Promise<Result<Looked, AppError>>;
  /** The page turned, uncropped, with its longer side at most `most` pixels; the caller closes the bitmap. */
  readonly show: (original: Original, turn: CaptureEdit['turn'], most: number) => Promise<Result<ImageBitmap, AppError>>;
  /** The corners of the document on the turned page; null when its edge isn't seen. */
  readonly corners: (original: Original, turn: CaptureEdit['turn']) => Promise<Result<Area | null, AppError>>;
  /** The picture that would be sent. A JPEG or PNG that needs no edit keeps its pixels and loses what isn't picture. */
  readonly make: (original: Original, edit: CaptureEdit) => Promise<Result<Made, AppError>>;
  /** One PDF of made pictures, one a page. */
  readonly merge: (pictures: readonly Made[]) => Promise<Result<Uint8Array, AppError>>;
  /** Ends the worker and what it does. */
  readonly close: () => void;
};
