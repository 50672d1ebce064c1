import { noEdit, sniffCapture } from '../../../preload/contract/captures.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import type { Evidence } from '../../../preload/contract/evidence.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import type { Looker, Wanted } from '../../../renderer/capture/preflight/port.ts';
import { box, goodEvidence } from './sample-evidence.ts';
import { samplePng } from './sample-files.ts';

/** What a test may say about what is looked at. */
export type FakeLooks = {
  /** How many pages a file has, by its name; one when not told. */
  readonly pages?: Readonly<Record<string, number>>;
  /** What a page's pixels say; a good passport page when not told. */
  readonly evidence?: (name: string, wanted: Wanted) => Evidence;
  /** Files that can't be looked at, by name. */
  readonly broken?: Readonly<Record<string, AppError>>;
  /** Files that open and whose pages can't be looked at, by name. */
  readonly torn?: Readonly<Record<string, AppError>>;
};

const foreign = (name: string): AppError => ({ code: 'file-type', message: `${name} is an SVG drawing.`, fix: 'Save it as PDF, JPEG or PNG and add that file.' });
const thumb = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0);

/** A looker without pixels: it knows files by their first bytes and says of every page what the test told it. */
export function fakeLooker(looks: FakeLooks = {}): Looker & { readonly calls: string[] } {
  const calls: string[] = [];
  const { pages = {}, evidence = () => goodEvidence, broken = {}, torn = {} } = looks;
  const bitmap = { width: 640, height: 440, close: () => { calls.push('closed'); } } as ImageBitmap;
  const note = (what: string, name: string) => { calls.push(`${what} ${name}`); };
  return {
    calls,
    open: async ({ name, bytes }) => {
      note('open', name);
      const mime = sniffCapture(bytes);
      const known = broken[name];
      return known ? fail(known) : mime === null ? fail(foreign(name)) : ok({ mime, pages: pages[name] ?? 1 });
    },
    look: async ({ name, page }, wanted, edit) => {
      note('look', `${name} ${page} ${wanted.slot}`);
      const known = torn[name];
      return known ? fail(known) : ok({ evidence: evidence(name, wanted), edit: edit ?? noEdit, thumb });
    },
    show: async ({ name }) => {
      note('show', name);
      return ok(bitmap);
    },
    corners: async () => ok(box(0.1, 0.1, 0.9, 0.9)),
    make: async ({ name, page }, edit) => {
      note('make', `${name} ${page} ${edit.turn}`);
      return ok({ bytes: samplePng(8, 8), mime: 'image/png', width: 8, height: 8 });
    },
    merge: async (pictures) => {
      note('merge', String(pictures.length));
      return ok(new TextEncoder().encode('%PDF-1.4 merged'));
    },
    close: () => { calls.push('ended'); },
  };
}
