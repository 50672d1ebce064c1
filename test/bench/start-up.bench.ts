import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchByPort } from '../host/launch.ts';
import { quantile, type Report } from './figures.ts';

const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const runs = 9;

/** From the process's start to a main that answers its page, against a main that does nothing else, in turns on the same host; the first of each is thrown away. */
export async function run(report: Report): Promise<void> {
  const browser = await launchByPort({ headless: true });
  const ours: number[] = [];
  const empty: number[] = [];
  try {
    for (let turn = 0; turn <= runs; turn += 1) {
      const [one, other] = [await untilReady(file('../../out/main/main.cjs'), 'app-started', browser.endpoint), await untilReady(file('./empty-main.cjs'), 'app-ready', browser.endpoint)];
      if (turn > 0) ours.push(one);
      if (turn > 0) empty.push(other);
    }
  } finally {
    await browser.end();
  }
  const [value, of] = [quantile(ours, 0.5), quantile(empty, 0.5)];
  report({ name: 'start-up-to-empty-main', value: value / of, unit: 'ratio', budget: 2, reference: { value, of, unit: 'ms' } });
}

/** Starts a main on a fresh data folder and gives the ms until it writes that it is ready, then ends it. */
async function untilReady(main: string, event: string, endpoint: string): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'bursar-start-'));
  const began = performance.now();
  const child = spawn(process.execPath, [file('../host/run.ts'), main, `--user-data-dir=${folder}`], { env: { ...process.env, BURSAR_HOST_CDP: endpoint }, stdio: ['ignore', 'ignore', 'pipe'] });
  const gone = new Promise<void>((done) => { child.once('exit', () => { done(); }); });
  const ready = await new Promise<number>((done, failed) => {
    let text = '';
    child.stderr.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes(`"event":"${event}"`)) done(performance.now() - began);
    });
    child.once('exit', () => { failed(new Error(`${main} ended before it was ready:\n${text}`)); });
  });
  child.kill('SIGKILL');
  await gone;
  rmSync(folder, { recursive: true, force: true });
  return ready;
}
