import { captureLimits } from '../../../preload/contract/captures.ts';
import { appError, type AppError } from '../../../preload/contract/errors.ts';
import { nameForeignFile } from '../../../preload/contract/file-kinds.ts';
import { t } from '../../text.ts';
import { maxSide, type Trouble } from '../decode/trouble.ts';

type Kind = Trouble['kind'];
type Words = { readonly [K in Kind]: (name: string, trouble: Extract<Trouble, { kind: K }>, bytes: Uint8Array) => AppError };

const megabyte = 1024 * 1024;
const again = () => t('Copy it again from where it came, or scan it anew.');
const anew = () => t('Scan or photograph the document anew.');

const words: Words = {
  bytes: (name, { size }) => appError('file-size', t('{name} has {size} MB; at most {most} MB are opened.', { name, size: Math.ceil(size / megabyte), most: captureLimits.bytes / megabyte }), {
    fix: t('Scan it at 300 dpi, or save it smaller.'),
  }),
  pixels: (name, { millions, most }) => appError('file-size', t('{name} has {millions} million pixels; pictures of its kind are opened up to {most} million.', { name, millions, most }), {
    fix: t('Scan it at 300 dpi, or photograph it with at most 50 megapixels.'),
  }),
  side: (name, { side }) => appError('file-size', t('{name} is {side} pixels long; pictures are opened up to {most}.', { name, side, most: maxSide }), { fix: t('Scan only the document, at 300 dpi.') }),
  pages: (name) => appError('file-pages', t('{name} has more than {most} pages, so it was not opened.', { name, most: captureLimits.pages }), { fix: t('Save only the pages that show the document.') }),
  'no-page': (name, { page }) => appError('file-pages', t('{name} has no page {page}.', { name, page }), { fix: t('Choose another page.') }),
  empty: (name) => appError('file-empty', t('{name} is empty.', { name }), { fix: again() }),
  foreign: (name, _trouble, bytes) => {
    const { kind, fix } = nameForeignFile(bytes);
    return appError('file-type', t('{name} is {kind}. Documents are opened from PDF, JPEG, PNG, HEIC, TIFF and WebP, by what is in them and not by their names.', { name, kind }), { fix });
  },
  cut: (name) => appError('file-damaged', t('{name} ends in the middle: a part of it is missing.', { name }), { fix: again() }),
  damaged: (name) => appError('file-damaged', t('{name} is damaged: it does not open.', { name }), { fix: again() }),
  coding: (name, { coding }) => appError('file-damaged', t('{name} is packed in a way that no scanner uses ({coding}), so it does not open here.', { name, coding }), {
    fix: t('Save it as JPEG or PDF and add that.'),
  }),
  password: (name) => appError('file-damaged', t('{name} is protected by a password, so nobody else could open it.', { name }), {
    fix: t('Open it with the password, print it to a new PDF, and add that.'),
  }),
  script: (name) => appError('file-hostile', t('{name} carries a script, which a document has no need of, so it was not opened.', { name }), {
    fix: t('Open it where it came from, print it to a new PDF, and add that.'),
  }),
  swells: (name) => appError('file-hostile', t('{name} is small but unfolds to more than this computer should hold, so it was not opened.', { name }), { fix: anew() }),
  time: (name) => appError('file-hostile', t('{name} took too long to open, as files do that are made to harm or are badly damaged, so it was given up.', { name }), { fix: anew() }),
  'too-heavy': (name) => appError('file-hostile', t('{name} needs more memory than a document should, so it was given up.', { name }), { fix: anew() }),
  crashed: (name) => appError('file-hostile', t('{name} brought down what looks at files, so it was given up.', { name }), { fix: anew() }),
  tools: (name) => appError('internal', t('{name} could not be looked at, because a part of the app failed.', { name }), {
    fix: t('Close the app, open it again and add the file once more.'),
  }),
};

/** A trouble with a file in words: what happened, why, and what to do next; `name` is the file's. */
export function refusalOf(trouble: Trouble, name: string, bytes: Uint8Array | null): AppError {
  const say = words[trouble.kind] as (name: string, trouble: Trouble, bytes: Uint8Array) => AppError;
  return say(name, trouble, bytes ?? new Uint8Array());
}
