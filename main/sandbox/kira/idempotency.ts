import { createHash } from 'node:crypto';
import type { Reply } from '../errors.ts';
import type { World } from '../world.ts';
import type { KiraCall } from './call.ts';
import { e2 } from './respond.ts';
import type { KiraReply } from './web.ts';

/** What makes two requests the same one. */
export interface Keyed {
  readonly method: string;
  readonly path: string;
  readonly key: string;
  readonly bodyText: string;
}

/** What is known of a keyed request: nothing, the stored answer, or the key was used for another body. */
export type Known = { readonly kind: 'fresh' } | { readonly kind: 'replay'; readonly status: number; readonly body: string } | { readonly kind: 'conflict' };

/** How one endpoint words what is wrong with a key (Kira guide: Idempotency). */
export interface KeyWords {
  readonly unusable: (why: 'Required' | 'Invalid uuid') => Reply;
  readonly reused: () => Reply;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const waiting = new WeakMap<World, Map<string, Promise<unknown>>>();

/** Looks a keyed request up; with `mismatch: 'silent_replay'` another body gets the stored answer, too. */
export function replayed(world: World, request: Keyed): Known {
  const { kira } = world.state;
  kira.replays = kira.replays.filter((one) => one.expires_ms > world.clock.now());
  const found = kira.replays.find((one) => one.scope === scopeOf(world, request) && one.key === request.key);
  if (!found) return { kind: 'fresh' };
  const same = found.fingerprint === fingerprint(request.bodyText) || kira.settings.mismatch === 'silent_replay';
  return same ? { kind: 'replay', status: found.status, body: found.body } : { kind: 'conflict' };
}

/** Stores an answer when it is one to keep: a success, or an outcome of the business (409, 422). */
export function keep(world: World, request: Keyed, status: number, answer: string): void {
  if (!((status >= 200 && status < 300) || status === 409 || status === 422)) return;
  const { settings, replays } = world.state.kira;
  replays.push({
    scope: scopeOf(world, request), key: request.key, fingerprint: fingerprint(request.bodyText), status, body: answer,
    expires_ms: world.clock.now() + settings.idempotency_seconds * 1000,
  });
}

/** Runs `task` after every earlier one of the same name has ended. */
export async function inTurn<T>(world: World, name: string, task: () => T | Promise<T>): Promise<T> {
  const turns = waiting.get(world) ?? new Map<string, Promise<unknown>>();
  waiting.set(world, turns);
  const mine = (turns.get(name) ?? Promise.resolve()).then(task);
  const settled = mine.catch(() => undefined);
  turns.set(name, settled);
  void settled.then(() => { if (turns.get(name) === settled) turns.delete(name); });
  return mine;
}

/** Carries a keyed request out once: a repeat waits for the first and gets the same bytes. */
export async function once(call: KiraCall, words: KeyWords, run: () => Reply | Promise<Reply>): Promise<KiraReply> {
  const { world, method, path, raw } = call;
  const key = call.header('idempotency-key');
  if (key === undefined || key === '') return words.unusable('Required');
  if (!uuid.test(key)) return words.unusable('Invalid uuid');
  const request = { method, path, key, bodyText: raw };
  return inTurn(world, `${scopeOf(world, request)} ${key}`, async () => {
    const known = replayed(world, request);
    if (known.kind === 'replay') return { status: known.status, text: known.body };
    if (known.kind === 'conflict') return reusedReply(world, words);
    const reply = await run();
    const text = JSON.stringify(reply.body);
    keep(world, request, reply.status, text);
    return { status: reply.status, text };
  });
}

/** The answer to a key that was used for another body, as the settings want it. */
export function reusedReply(world: World, words: Pick<KeyWords, 'reused'>): Reply {
  return world.state.kira.settings.mismatch === 'legacy400' ? e2('validation_error', 'Failed to store idempotency key', 400) : words.reused();
}

/** SHA-256 of the body with its keys in order, or of its text when it is no JSON. */
export function fingerprint(bodyText: string): string {
  return createHash('sha256').update(canonical(bodyText)).digest('hex');
}

function canonical(text: string): string {
  try {
    return JSON.stringify(ordered(JSON.parse(text)));
  } catch {
    return text;
  }
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, ordered(inner)]));
}

function scopeOf(world: World, { method, path }: Pick<Keyed, 'method' | 'path'>): string {
  return `${world.state.kira.tenant.client_id} ${method} ${path}`;
}
