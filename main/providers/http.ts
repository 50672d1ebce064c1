import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { isSafeTarget } from './address.ts';
import { createBudget, type BudgetKeeper } from './budget.ts';
import { classifyFailure, type HttpFailure } from './failure.ts';
import type { Http, HttpDeps, HttpReply, HttpRequest, RequestKind } from './http-types.ts';
import { parseJson } from './parse-json.ts';
import { readText } from './read-text.ts';
import { nextTryIn } from './retry.ts';

/** How long (ms) each kind may take as a whole; an upload, how long it may stand still. Money waits longest: giving up leaves a doubt. */
const timeouts: Readonly<Record<RequestKind, number>> = {
  read: 20_000, token: 15_000, probe: 10_000, write: 30_000, money: 30_000, upload: 60_000,
};
/** The largest reply that is read, in bytes after decompression. */
const maxReplyBytes = 8 * 1024 * 1024;

type Line = { readonly deps: HttpDeps; readonly budget: BudgetKeeper; readonly closing: AbortSignal };
type Outcome = Result<HttpReply, HttpFailure>;

/** Makes the one fetch of a profile: timeouts, size limit, no redirects, rate budget, repeats for reads and tokens, redacted log. `budget` keeps
 *  the allowance where a provider counts in its own way. */
export function createHttp(deps: HttpDeps, budget: BudgetKeeper = createBudget(deps.clock, deps.onBudget)): Http {
  const closing = new AbortController();
  const line: Line = { deps, budget, closing: closing.signal };
  return {
    request: (request) => perform(line, request),
    budget: () => ({ ...budget.state(), told: budget.told() }),
    close: () => { closing.abort(); },
  };
}

async function perform(line: Line, request: HttpRequest): Promise<Outcome> {
  if (!isSafeTarget(new URL(request.url))) return fail({ kind: 'insecure', code: 'NOT_HTTPS' });
  const { clock, random, sleep } = line.deps;
  const stop = stopSignal(line, request);
  const startedAt = clock();
  for (let number = 1; ; number++) {
    const held = request.kind === 'read' ? line.budget.delay() : 0;
    if (held > 0) await sleep(held, stop);
    if (stop.aborted) return fail({ kind: 'aborted', code: 'STOPPED' });
    const outcome = await tryOnce(line, request, number, stop);
    const pause = nextTryIn({ kind: request.kind, number, elapsedMs: clock() - startedAt, outcome }, clock(), random);
    if (pause === null || stop.aborted) return outcome;
    await sleep(pause, stop);
  }
}

/** What may stop a request from outside. A payout that is being sent is never stopped: that would only make its outcome unknown. */
function stopSignal(line: Line, request: HttpRequest): AbortSignal {
  if (request.kind === 'money') return new AbortController().signal;
  return AbortSignal.any([line.closing, ...(request.signal ? [request.signal] : [])]);
}

async function tryOnce(line: Line, request: HttpRequest, attempt: number, stop: AbortSignal): Promise<Outcome> {
  const { deps, budget } = line;
  const startedAt = deps.clock();
  if (request.kind !== 'upload') budget.take();
  const outcome = await exchange(deps, request, stop);
  if (request.kind !== 'upload') report(line, outcome);
  deps.log({
    event: 'http', method: request.method, route: request.route, attempt,
    status: outcome.ok ? outcome.value.status : outcome.error.code, durationMs: deps.clock() - startedAt,
  });
  return outcome;
}

function report({ deps, budget }: Line, outcome: Outcome): void {
  if (outcome.ok) budget.learn(outcome.value.headers, outcome.value.status);
  const there = outcome.ok ? Date.parse(outcome.value.headers.get('date') ?? '') : Number.NaN;
  if (!Number.isNaN(there)) deps.onServerTime?.(there);
  if (!outcome.ok && outcome.error.kind === 'aborted') return;
  const answered = outcome.ok || outcome.error.kind === 'too-large' || outcome.error.kind === 'redirect';
  deps.onReach(answered, outcome.ok ? null : outcome.error.code);
}

async function exchange(deps: HttpDeps, request: HttpRequest, stop: AbortSignal): Promise<Outcome> {
  const deadline = createDeadline(deps, request.timeoutMs ?? timeouts[request.kind]);
  try {
    const signal = AbortSignal.any([deadline.signal, stop]);
    const response = await deps.fetch(request.url, { ...requestInit(request, deadline.touch), signal });
    const text = await readText(response, maxReplyBytes);
    if (!text.ok) return fail({ kind: 'too-large', code: 'REPLY_TOO_LARGE' });
    return ok({ status: response.status, headers: response.headers, text: text.value, json: parseJson(text.value) });
  } catch (error) {
    if (deadline.signal.aborted) return fail({ kind: 'timeout', code: 'TIMEOUT' });
    return stop.aborted ? fail({ kind: 'aborted', code: 'STOPPED' }) : fail(classifyFailure(error));
  } finally {
    deadline.clear();
  }
}

function requestInit(request: HttpRequest, touch: () => void): RequestInit {
  const base: RequestInit = {
    method: request.method, redirect: 'error', credentials: 'omit', cache: 'no-store', headers: { ...request.headers },
  };
  if (request.body !== undefined) return { ...base, body: request.body };
  if (!request.stream) return base;
  const streamed = { ...base, body: streamOf(counted(request.stream, touch)), duplex: 'half' };
  return streamed as RequestInit;
}

/** Node's streams can be made from an iterable and Electron's too; the browser's types don't know it yet. */
function streamOf(bytes: AsyncIterable<Uint8Array>): ReadableStream {
  const makers = ReadableStream as unknown as { readonly from: (bytes: AsyncIterable<Uint8Array>) => ReadableStream };
  return makers.from(bytes);
}

async function* counted(stream: NonNullable<HttpRequest['stream']>, touch: () => void): AsyncGenerator<Uint8Array> {
  let total = 0;
  for await (const chunk of stream.bytes) {
    yield chunk;
    // Asked for the next chunk: this one has been taken by the connection.
    total += chunk.byteLength;
    touch();
    stream.onSent(total);
  }
}

/** A time limit that can be begun again by `touch`. */
function createDeadline(deps: HttpDeps, ms: number) {
  const controller = new AbortController();
  const begin = () => deps.after(ms, () => { controller.abort(); });
  let cancel = begin();
  const touch = () => { cancel(); cancel = begin(); };
  return { signal: controller.signal, touch, clear: () => { cancel(); } };
}
