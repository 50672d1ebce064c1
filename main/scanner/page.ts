import { sniffCapture } from '../../preload/contract/captures.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { scanMimes, type ScanMime } from '../../preload/contract/scanning.ts';
import { LineBroken, type LineReply } from './line-types.ts';
import type { Run } from './run.ts';
import { largePageWords, lineWords, oddPageWords } from './words.ts';

/** The most bytes of one page. */
export const maxPageBytes = 200 * 1024 * 1024;
/** How often (ms) a page that is coming is reported. */
const reportEvery = 250;
const headBytes = 16;

/** What ended a page before its end. */
type Fate = { error: AppError | null };

class PageBroken extends Error {}

/** Hands one page to its keeper while it comes: no more of it is held than the keeper has asked for. */
export async function takePage(run: Run, reply: LineReply, number: number): Promise<Result<number, AppError>> {
  const fate: Fate = { error: null };
  const coming = count(run, reply, number, fate);
  try {
    const head = await firstBytes(coming);
    const mime = kindOf(head);
    if (mime === null) return fail(oddPageWords(run.scanner.info.name));
    const kept = await run.keep({ number, mime, bytes: joined(head, coming) });
    if (fate.error !== null) return fail(fate.error);
    return kept.ok ? ok(number) : kept;
  } catch (error) {
    if (fate.error !== null) return fail(fate.error);
    throw error;
  } finally {
    reply.drop();
  }
}

/** The kind of a page by its bytes: devices say image/jpeg of anything, or nothing at all. */
function kindOf(head: Uint8Array): ScanMime | null {
  const kind = sniffCapture(head);
  return scanMimes.find((mime) => mime === kind) ?? null;
}

async function* count({ scanner, report, deps }: Run, reply: LineReply, number: number, fate: Fate): AsyncGenerator<Uint8Array> {
  let size = 0;
  let reportedAt = -Infinity;
  try {
    for await (const chunk of reply.bytes) {
      size += chunk.byteLength;
      if (size > maxPageBytes) {
        fate.error = largePageWords(scanner.info.name, maxPageBytes);
        throw new PageBroken('too large');
      }
      if (deps.clock() - reportedAt >= reportEvery) {
        reportedAt = deps.clock();
        report('scanning', number - 1, size);
      }
      yield chunk;
    }
  } catch (error) {
    if (error instanceof LineBroken) fate.error = lineWords(error.failure, scanner.info.name);
    throw error;
  }
}

async function firstBytes(coming: AsyncGenerator<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  while (size < headBytes) {
    const next = await coming.next();
    if (next.done) break;
    parts.push(next.value);
    size += next.value.byteLength;
  }
  return Buffer.concat(parts);
}

async function* joined(head: Uint8Array, rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield head;
  yield* rest;
}
