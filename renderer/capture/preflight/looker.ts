import { captureLimits } from '../../../preload/contract/captures.ts';
import { appError, type AppError } from '../../../preload/contract/errors.ts';
import { fail, type Result } from '../../../preload/contract/result.ts';
import { t } from '../../text.ts';
import type { Trouble } from '../decode/trouble.ts';
import { pageTimers, type Timers } from './clock.ts';
import { Line, type WorkerLike } from './line.ts';
import type { Answers, Ask } from './messages.ts';
import type { Looker } from './port.ts';
import { refusalOf } from './refusal-words.ts';

/** Makes a looker: it holds one worker, asks it one thing after the other, and replaces it when a file brought it down. */
export function createLooker(makeWorker: () => WorkerLike, timers: Timers = pageTimers): Looker {
  let line: Line | null = null;
  let closed = false;
  let queue: Promise<unknown> = Promise.resolve();
  /** Files that brought a worker down; they don't get at a second one. */
  const given = new WeakMap<Uint8Array, Trouble>();

  const now = async <K extends Ask['kind']>(ask: Extract<Ask, { kind: K }>, name: string, file: Uint8Array | null): Promise<Result<Answers[K], AppError>> => {
    if (closed) return fail(wasClosed(name));
    const known = file && (given.get(file) ?? tooManyBytes(file));
    if (known) return fail(refusalOf(known, name, file));
    if (!line || line.over) line = new Line(makeWorker(), timers);
    const outcome = await line.ask(ask, file);
    if (outcome.ok) return outcome as Result<Answers[K], AppError>;
    if (closed) return fail(wasClosed(name));
    if (file && line.over && outcome.error.kind !== 'tools') given.set(file, outcome.error);
    return fail(refusalOf(outcome.error, name, file));
  };
  const ask = <K extends Ask['kind']>(asked: Extract<Ask, { kind: K }>, name: string, file: Uint8Array | null): Promise<Result<Answers[K], AppError>> => {
    const answer = queue.then(() => now<K>(asked, name, file));
    queue = answer;
    return answer;
  };

  return {
    open: ({ name, bytes }) => ask<'open'>({ kind: 'open' }, name, bytes),
    look: ({ name, bytes, page }, wanted, edit) => ask<'look'>({ kind: 'look', page, wanted, edit }, name, bytes),
    show: ({ name, bytes, page }, turn, most) => ask<'show'>({ kind: 'show', page, turn, most }, name, bytes),
    corners: ({ name, bytes, page }, turn) => ask<'corners'>({ kind: 'corners', page, turn }, name, bytes),
    make: ({ name, bytes, page }, edit) => ask<'make'>({ kind: 'make', page, edit }, name, bytes),
    merge: (pictures) => ask<'merge'>({ kind: 'merge', pictures }, t('The document'), null),
    close: () => {
      closed = true;
      line?.end({ kind: 'crashed' });
    },
  };
}

/** Bytes that are too many are not even handed over. */
function tooManyBytes({ length }: Uint8Array): Trouble | null {
  return length > captureLimits.bytes ? { kind: 'bytes', size: length } : null;
}

function wasClosed(name: string): AppError {
  return appError('cancelled', t('{name} was not looked at any further.', { name }), { fix: t('Open the customer again and add it once more.') });
}

/** The looker of a page: its worker is a file of ours, made when it is first needed. */
export function pageLooker(): Looker {
  return createLooker(() => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'looker' }));
}
