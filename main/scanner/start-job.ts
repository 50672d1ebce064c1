import type { AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { ScanSettings } from '../../preload/contract/scanning.ts';
import { below } from './ask.ts';
import type { LineReply } from './line-types.ts';
import { isFed, lookAt, pauseBetweenTries, type Run } from './run.ts';
import { scanSettingsXml } from './scan-settings.ts';
import type { Trouble } from './status.ts';
import { busyWords, endedWords, garbageWords, lineWords, lockedWords, refusedWords, stoppedHere, troubleWords } from './words.ts';

/** How often a busy scanner is asked. */
const maxTries = 10;

/** Starts a job and gives its path on the scanner. A busy scanner is asked each second, up to ten times. Errors: scanner-*, tls, cancelled. */
export async function startJob(run: Run, settings: ScanSettings): Promise<Result<string, AppError>> {
  const { deps, scanner, signal, source } = run;
  const name = scanner.info.name;
  const body = scanSettingsXml(source, settings);
  if (scanner.habits.feelFirst && isFed(run)) {
    const trouble = (await lookAt(run))?.feeder ?? null;
    if (trouble !== null) return fail(troubleWords(trouble, name));
  }
  for (let tries = 1; ; tries++) {
    const reply = await post(run, body);
    if (!reply.ok) return fail(lineWords(reply.error, name));
    const answered = await jobOf(run, reply.value);
    if (answered !== 'busy') return answered;
    if (tries >= maxTries) return fail(busyWords(name));
    run.report('waiting', 0, 0);
    await deps.wait(pauseBetweenTries, signal);
    if (signal.aborted) return fail(stoppedHere);
  }
}

function post({ deps, scanner, signal }: Run, body: string) {
  const { host } = scanner.habits;
  return deps.line({
    method: 'POST', url: below(scanner.base, 'ScanJobs'), fingerprint: scanner.fingerprint, body, signal,
    headers: { 'content-type': 'text/xml; charset=utf-8', ...(host === null ? {} : { host }) },
  });
}

async function jobOf(run: Run, reply: LineReply): Promise<Result<string, AppError> | 'busy'> {
  // Only the head matters, and some devices close before the rest is there.
  reply.drop();
  const { info, base } = run.scanner;
  const { status } = reply;
  if (status === 201 || status === 200 || status === 202) {
    const path = jobPath(reply.header('location') ?? '', base);
    return path === null ? fail(garbageWords(info.name)) : ok(path);
  }
  if (status === 401 || status === 403) return fail(lockedWords(info.name));
  const trouble = await whyNot(run, status);
  if (trouble !== null) return fail(troubleWords(trouble, info.name));
  if (status === 503) return 'busy';
  return fail(status >= 400 && status < 500 ? refusedWords(info.name) : endedWords(info.name));
}

/** The path of a new job. Its host is never looked at: it is often wrong. */
function jobPath(location: string, base: string): string | null {
  const parsed = location === '' || location.length > 1_000 ? null : URL.parse(location, below(base, 'ScanJobs').href);
  const path = parsed?.pathname.replace(/\/+$/, '') ?? '';
  return path === '' ? null : path;
}

/** What the scanner itself reports as the reason; an empty feeder is none for a busy answer. */
async function whyNot(run: Run, status: number): Promise<Trouble | null> {
  const now = await lookAt(run);
  const feeder = isFed(run) ? now?.feeder ?? null : null;
  if (feeder !== null && !(feeder === 'empty' && status === 503)) return feeder;
  return now?.stopped ? 'stopped' : null;
}
