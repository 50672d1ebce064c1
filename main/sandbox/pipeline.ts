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

/** Wraps `answer` with what is due, the request log, saving and faults. */
export function pipeline(
  parts: PipelineParts, readsBody: boolean, answer: Answer,
): (request: Request, node: HttpBindings) => Promise<Response> {
  return async (request, node) => {
    const raw = readsBody ? await readAll(request) : '';
    const path = new URL(request.url).pathname;
    if (parts.world.scheduler.runDue()) parts.save();
    if (path.startsWith(CONTROL_PREFIX)) return withSaving(parts, request, await answer(request, node, raw));
    const seen = note(parts, request, path, raw);
    const fault = parts.faults.take(request.method, path);
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

function note(parts: PipelineParts, request: Request, path: string, body: string): SeenRequest {
  const headers = [...request.headers.keys()];
  const query = Object.fromEntries([...new URL(request.url).searchParams].filter(([name]) => !name.startsWith('X-Amz-')));
  const credential = headers.includes('authorization') ? 'Bearer' : headers.includes('x-blaaiz-api-key') ? 'key' : null;
  parts.world.log(`${request.method} ${path}`);
  return parts.requests.add({ method: request.method, path, query, credential, headers, body });
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
