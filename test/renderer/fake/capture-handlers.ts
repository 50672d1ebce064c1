import { noEdit, sniffCapture, type Capture } from '../../../preload/contract/captures.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { Handlers } from './handlers.ts';
import { changed, freshId, type World } from './world.ts';

const notFound: AppError = { code: 'not-found', message: 'This page is not here any more.' };

/** captures.* over a {@link World}. */
export function captureHandlers(world: World): Pick<Handlers, Extract<keyof Handlers, `captures.${string}`>> {
  return { ...keepers(world), ...readers(world), ...folders(world) };
}

function edit(world: World, id: string, change: Partial<Capture>): Result<Capture, AppError> {
  const known = world.captures.find((one) => one.id === id);
  if (!known) return fail(notFound);
  const next = { ...known, ...change };
  world.captures = world.captures.map((one) => (one.id === id ? next : one));
  changed(world, ['captures'], id);
  return ok(next);
}

/** One row a page, each with the whole original behind it. */
function rows(world: World, of: Pick<Capture, 'name' | 'source' | 'mime' | 'bytes'>, pages: number, bytes: Uint8Array): Capture[] {
  return Array.from({ length: pages }, (_, index) => {
    const id = freshId(world, 'capture');
    world.originals.set(id, bytes);
    const { name, source, mime } = of;
    return { id, name, source, mime, bytes: of.bytes, page: index + 1, pages, state: 'ready', problem: null, edit: noEdit, evidence: null, documentId: null, addedAt: world.now() };
  });
}

function keepers(world: World) {
  return {
    'captures.add': ({ name, source, bytes, pages }) => {
      const mime = sniffCapture(bytes) ?? 'image/png';
      const made = rows(world, { name, source, mime, bytes: bytes.length }, pages ?? 1, bytes).map((one): Capture => (pages === null ? { ...one, page: null, pages: null, state: 'new' } : one));
      world.captures = [...world.captures, ...made];
      changed(world, ['captures']);
      return ok(made);
    },
    'captures.opened': ({ id, pages }) => {
      const known = world.captures.find((one) => one.id === id);
      if (!known) return fail(notFound);
      const made = rows(world, known, pages, world.originals.get(id) ?? new Uint8Array());
      world.captures = world.captures.flatMap((one) => (one.id === id ? made : [one]));
      changed(world, ['captures']);
      return ok(made);
    },
    'captures.refuse': ({ id, problem }) => edit(world, id, { state: 'refused', problem }),
    'captures.save': ({ id, edit: done, thumb, evidence }) => {
      if (thumb) world.thumbs.set(id, thumb);
      return edit(world, id, { ...(done ? { edit: done } : {}), ...(evidence ? { evidence } : {}) });
    },
    'captures.order': ({ ids }) => {
      const place = (one: Capture) => (ids.includes(one.id) ? ids.indexOf(one.id) : ids.length);
      world.captures = [...world.captures].sort((a, b) => place(a) - place(b));
      changed(world, ['captures']);
      return ok(null);
    },
    'captures.remove': ({ ids }) => {
      world.captures = world.captures.filter(({ id }) => !ids.includes(id));
      changed(world, ['captures']);
      return ok(null);
    },
  } satisfies Partial<Handlers>;
}

function readers(world: World) {
  return {
    'captures.list': ({ documentId }) => ok(world.captures.filter((one) => one.documentId === documentId)),
    'captures.read': ({ id }) => {
      const known = world.captures.find((one) => one.id === id);
      const bytes = world.originals.get(id);
      return known && bytes ? ok({ mime: known.mime, bytes: new Uint8Array(bytes) }) : fail(notFound);
    },
    'captures.thumb': ({ id }) => ok({ bytes: world.thumbs.get(id) ? new Uint8Array(world.thumbs.get(id) ?? []) : null }),
  } satisfies Partial<Handlers>;
}

function folders(world: World) {
  return {
    'captures.chooseFolder': () => {
      world.folder = { name: 'Scans', problem: null };
      changed(world, ['captures']);
      return ok(world.folder);
    },
    'captures.folder': () => ok(world.folder),
    'captures.forgetFolder': () => {
      world.folder = null;
      changed(world, ['captures']);
      return ok(null);
    },
  } satisfies Partial<Handlers>;
}
