import { captureMimes } from '../../../preload/contract/captures.ts';
import type { DocumentInfo, DocumentMime } from '../../../preload/contract/documents.ts';
import { locale, t } from '../../text.ts';

/** The kind of a file: PDF, JPEG, PNG. */
export function kindOf(mime: DocumentMime): string {
  return { 'application/pdf': 'PDF', 'image/jpeg': 'JPEG', 'image/png': 'PNG' }[mime];
}

/** What the file dialog offers: the kinds that can be opened, also where the system doesn't know their names. */
export const acceptedFiles = [...captureMimes, '.heic', '.heif', '.tif', '.tiff', '.webp'].join(',');

/** A size for people: 1.2 MB, 84 kB. */
export function sizeOf(bytes: number): string {
  const mega = bytes / 1024 / 1024;
  if (mega >= 0.95) return t('{n} MB', { n: mega.toLocaleString(locale(), { minimumFractionDigits: 1, maximumFractionDigits: 1 }) });
  return t('{n} kB', { n: Math.max(1, Math.round(bytes / 1024)).toLocaleString(locale()) });
}

/** A kept file in a few words: "PDF, 1.2 MB, 2 pages". */
export function fileWords({ mime, bytes, pages }: Pick<DocumentInfo, 'mime' | 'bytes' | 'pages'>): string {
  const words = [kindOf(mime), sizeOf(bytes)];
  return (pages === null ? words : [...words, t('{pages, plural, one {# page} other {# pages}}', { pages })]).join(', ');
}

/** How much of a file has left, in whole percent. */
export function percentOf(sent: number, total: number): number {
  return total > 0 ? Math.min(100, Math.floor((sent / total) * 100)) : 0;
}
