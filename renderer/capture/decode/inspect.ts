import { captureLimits, sniffCapture, type CaptureMime } from '../../../preload/contract/captures.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { readHeic } from './heic-header.ts';
import { readJpeg } from './jpeg-header.ts';
import { readPng } from './png-header.ts';
import { readIfds } from './tiff/ifd.ts';
import { readPage } from './tiff/page.ts';
import type { Trouble } from './trouble.ts';
import { readWebp } from './webp-header.ts';

/** What a file is by its bytes, and how many pages it has; null for a PDF, which has to be opened for that. */
export type Inspected = { readonly mime: CaptureMime; readonly pages: number | null };

/** Reads what a file says of itself and refuses what should not be decoded, without decoding. Errors: `empty`, `bytes`, `foreign`, `cut`,
 *  `damaged`, `pixels`, `side`, `pages`, `coding`. */
export function inspect(bytes: Uint8Array): Result<Inspected, Trouble> {
  if (bytes.length === 0) return fail({ kind: 'empty' });
  if (bytes.length > captureLimits.bytes) return fail({ kind: 'bytes', size: bytes.length });
  const mime = sniffCapture(bytes);
  if (mime === null) return fail({ kind: 'foreign' });
  const read = readHead(bytes, mime);
  return read.ok ? ok({ mime, pages: read.value }) : read;
}

function readHead(bytes: Uint8Array, mime: CaptureMime): Result<number | null, Trouble> {
  switch (mime) {
    case 'image/jpeg': return onePage(readJpeg(bytes));
    case 'image/png': return onePage(readPng(bytes));
    case 'image/webp': return onePage(readWebp(bytes));
    case 'image/heic': return onePage(readHeic(bytes));
    case 'image/tiff': return everyPage(bytes);
    case 'application/pdf': return ok(null);
  }
}

function onePage(head: Result<unknown, Trouble>): Result<number, Trouble> {
  return head.ok ? ok(1) : head;
}

function everyPage(bytes: Uint8Array): Result<number, Trouble> {
  const pages = readIfds(bytes);
  if (!pages.ok) return pages;
  for (const fields of pages.value) {
    const page = readPage(fields, bytes.length, bytes[0] === 0x49);
    if (!page.ok) return page;
  }
  return ok(pages.value.length);
}
