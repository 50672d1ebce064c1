import { captureLimits, type CaptureEdit } from '../../../preload/contract/captures.ts';
import { readJpeg } from '../decode/jpeg-header.ts';
import { readPng } from '../decode/png-header.ts';
import type { Made } from '../preflight/port.ts';
import { onlyJpegPicture } from './strip-jpeg.ts';
import { onlyPicture } from './strip-png.ts';

/** Whether an edit changes nothing. */
export function changesNothing({ turn, corners, even }: CaptureEdit): boolean {
  return turn === 0 && corners === null && !even;
}

/** The same JPEG or PNG dot for dot, without what isn't picture; null when its pixels have to be made anew: it lies on its side by its own account,
 *  tells colours that need the profile it would lose, is made for print (four inks), or is too large to send. */
export function pixelsKept(bytes: Uint8Array, mime: string): Made | null {
  const made = mime === 'image/jpeg' ? keptJpeg(bytes) : mime === 'image/png' ? keptPng(bytes) : null;
  return made && made.bytes.length <= captureLimits.made ? made : null;
}

function keptJpeg(bytes: Uint8Array): Made | null {
  const header = readJpeg(bytes);
  if (!header.ok || header.value.orientation !== 1 || header.value.profile !== 'ordinary' || header.value.components === 4) return null;
  const { width, height, segments, dpi } = header.value;
  return { bytes: onlyJpegPicture(bytes, segments, dpi), mime: 'image/jpeg', width, height };
}

function keptPng(bytes: Uint8Array): Made | null {
  const header = readPng(bytes);
  if (!header.ok || header.value.orientation !== 1 || header.value.profile !== 'ordinary') return null;
  const { width, height, chunks } = header.value;
  return { bytes: onlyPicture(bytes, chunks), mime: 'image/png', width, height };
}
