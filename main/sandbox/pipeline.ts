import type { HttpBindings } from '@hono/node-server';
import { CONTROL_PREFIX } from './controls.ts';
import type { Faults } from './faults.ts';
import type { RequestLog, SeenRequest } from './request-log.ts';
import { spoil } from './spoil.ts';
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
  return async (request, node) => {
    const raw = readsBody ? await readAll(request) : '';
    const path = new URL(request.url).pathname;
    if (parts.world.scheduler.runDue()) parts.save();
    if (path.startsWith(CONTROL_PREFIX)) return withSaving(parts, request, await answer(request, node, raw));
    const seen = note(parts, request, path, raw, ways.secrets ?? []);
    const fault = parts.faults.take(request.method, path, ways.alsoMatches?.(path));
    if (fault && !fault.commit) return finished(seen, await spoil(fault, node, undefined));
    const real = withSaving(parts, request, await answer(request, node, raw));
    return finished(seen, fault ? await spoil(fault, node, real) : real);
  };
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
