import type { AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import { takePage } from './page.ts';
import { isFed, lookAt, pauseBetweenTries, type Run } from './run.ts';
import { jobState, type ScannerStatus, type Trouble } from './status.ts';
import { verdictOn } from './verdict.ts';
import { cancelledThereWords, endedWords, lineWords, manyPagesWords, slowWords, stoppedHere, troubleWords, withKept } from './words.ts';

/** The most pages of one scan, and how often in a row a page that isn't ready is asked for. */
export const scanLimits = { pages: 200, tries: 60 } as const;
/** How long (ms) the head of a page may take: some devices answer only when the page has been read. */
const pagePatience = 120_000;

/** How pages ended: `alive` when the scanner still has the job. */
export type Taken = { readonly result: Result<{ readonly pages: number }, AppError>; readonly alive: boolean };

/** Takes page after page until the job has no more: one from the glass, all from a feeder. Pages that came are kept whatever follows. */
export async function takePages(run: Run, path: string): Promise<Taken> {
  const url = new URL(`${new URL(run.scanner.base).origin}${path}/NextDocument`);
  let pages = 0;
  let tries = 0;
  const ended = (error: AppError, alive: boolean): Taken => ({ result: fail(withKept(error, pages)), alive });
  for (;;) {
    if (run.signal.aborted) return ended(stoppedHere, true);
    const reply = await run.deps.line({ method: 'GET', url, fingerprint: run.scanner.fingerprint, patienceMs: pagePatience, signal: run.signal });
    if (!reply.ok) return ended(lineWords(reply.error, run.scanner.info.name), true);
    if (reply.value.status === 200) {
      const taken = await takePage(run, reply.value, pages + 1);
      if (!taken.ok) return ended(taken.error, true);
      pages += 1;
      tries = 0;
      run.report('scanning', pages, 0);
      if (!isFed(run)) return { result: ok({ pages }), alive: true };
      if (pages >= scanLimits.pages) return ended(manyPagesWords(scanLimits.pages), true);
      await run.deps.wait(run.scanner.habits.pauseMs, run.signal);
      continue;
    }
    reply.value.drop();
    const verdict = await judge(run, path, reply.value.status, pages);
    if (verdict === 'end') return { result: ok({ pages }), alive: false };
    if (verdict !== 'again') return ended(verdict, false);
    tries += 1;
    if (tries >= scanLimits.tries) return ended(slowWords(run.scanner.info.name), true);
    if (pages === 0) run.report('waiting', 0, 0);
    await run.deps.wait(pauseBetweenTries, run.signal);
  }
}

/** What it means that no page came: the scanner itself is asked. */
async function judge(run: Run, path: string, status: number, pages: number): Promise<'again' | 'end' | AppError> {
  const now = await lookAt(run);
  if (run.signal.aborted) return stoppedHere;
  const verdict = verdictOn({ status, pages, job: jobState(now, path), trouble: troubleOf(run, now) });
  const name = run.scanner.info.name;
  if (verdict === 'again' || verdict === 'end') return verdict;
  if (verdict === 'cancelled') return cancelledThereWords(name);
  return verdict === 'ended' ? endedWords(name) : troubleWords(verdict, name);
}

function troubleOf(run: Run, now: ScannerStatus | null): Trouble | null {
  const feeder = isFed(run) ? now?.feeder ?? null : null;
  return feeder ?? (now?.stopped ? 'stopped' : null);
}
