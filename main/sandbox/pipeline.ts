import type { HttpBindings } from '@hono/node-server';
import { CONTROL_PREFIX } from './controls.ts';
import type { Fault, Faults } from './faults.ts';
import type { RequestLog, SeenRequest } from './request-log.ts';
import { hungUp, spoil } from './spoil.ts';
import type { World } from './world.ts';

/** What every request passes through besides its own endpoint. */
export interface PipelineParts {
  readonly world: World;
  readonly faults: Faults;
  readonly requests: RequestLog;
  readonly save: () => void;
}

/** Answers a request whose body has been read (`raw`), or not (uploads). */
export type Answer = (request: Request, node: HttpBindings, raw: string) => Promise<Response> | Response;

/** What one server wants done its own way. */
export interface PipelineWays {
  /** Names of the fields that are masked in the log, beside the usual ones. */
  readonly secrets?: readonly string[];
  /** Another spelling of a path under which faults match it, too. */
  readonly alsoMatches?: (path: string) => string;
}

/** Wraps `answer` with what is due, the request log, saving and faults. */
export function pipeline(
  parts: PipelineParts, readsBody: boolean, answer: Answer, ways: PipelineWays = {},
): (request: Request, node: HttpBindings) => Promise<Response> {
  const good = rememberGood(parts.world.controls);
  return async (request, node) => {
    const raw = readsBody ? await readAll(request) : '';
    const path = new URL(request.url).pathname;
    if (parts.world.scheduler.runDue()) parts.save();
    if (path.startsWith(CONTROL_PREFIX)) return withSaving(parts, request, await answer(request, node, raw));
    const seen = note(parts, request, path, raw, ways.secrets ?? []);
    const fault = parts.faults.take(request.method, path, ways.alsoMatches?.(path));
    if (fault?.kind === 'commit-late') await lateBy(fault, node);
    if (fault && !fault.commit) return finished(seen, await spoil(fault, node, good.last(request)));
    const real = withSaving(parts, request, await answer(request, node, raw));
    good.keep(request, real);
    return finished(seen, fault ? await spoil(fault, node, real) : real);
  };
}

/** The last good answer to each call that makes something, for a fault that gives it to another; nothing is kept where faults can't be planned. */
function rememberGood(faultsArePossible: boolean) {
  const kept = new Map<string, Response>();
  const callOf = ({ method, url }: Request): string => `${method} ${new URL(url).pathname}`;
  return {
    last: (request: Request): Response | undefined => kept.get(callOf(request))?.clone(),
    keep(request: Request, reply: Response): void {
      if (faultsArePossible && request.method === 'POST' && reply.ok) kept.set(callOf(request), reply.clone());
    },
  };
}

/** Waits until nobody waits for the answer any more, and then some. */
async function lateBy({ dripMs }: Fault, node: HttpBindings): Promise<void> {
  await hungUp(node);
  await new Promise((resolve) => { setTimeout(resolve, dripMs); });
}

async function readAll(request: Request): Promise<string> {
  try {
    return await request.text();
  } catch {
    return '';
  }
}

function note(parts: PipelineParts, request: Request, path: string, body: string, secrets: readonly string[]): SeenRequest {
  const headers = [...request.headers.keys()];
  const query = Object.fromEntries([...new URL(request.url).searchParams].filter(([name]) => !name.startsWith('X-Amz-')));
  const credential = headers.includes('authorization') ? 'Bearer' : headers.some((name) => name === 'x-blaaiz-api-key' || name === 'x-api-key') ? 'key' : null;
  parts.world.log(`${request.method} ${path}`);
  const key = request.headers.get('idempotency-key');
  const seen = { method: request.method, path, query, credential, headers, body, ...(key === null ? {} : { idempotency_key: key }) } as const;
  return parts.requests.add(seen, secrets);
}

function withSaving(parts: PipelineParts, request: Request, reply: Response): Response {
  if (request.method !== 'GET') parts.save();
  return reply;
}

// A reply that was cut on purpose says nothing about a status.
function finished(seen: SeenRequest, reply: Response): Response {
  seen.status = reply.headers.has('x-hono-already-sent') ? null : reply.status;
  return reply;
}
