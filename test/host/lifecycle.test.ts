import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test, vi } from 'vitest';
import { FIXTURE, launchFixture, seen } from './fixtures/launch.ts';

const RUN = fileURLToPath(new URL('./run.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'bursar-lifecycle-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The processes whose command line names a text. */
function processes(text: string): string[] {
  const list = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' });
  return list.split('\n').filter((line) => line.includes(text));
}

/** Starts the fixture as a developer would: no test looking on. */
async function runAlone(userDataDir: string): Promise<ChildProcess> {
  const { DISPLAY: _x, WAYLAND_DISPLAY: _w, ...env } = process.env;
  const child = spawn(process.execPath, [RUN, FIXTURE, `--user-data-dir=${userDataDir}`], { env, stdio: ['ignore', 'pipe', 'ignore'] });
  await once(child.stdout, 'data');
  return child;
}

test('a second start with the same folder ends at once and tells the first', async () => {
  const app = await launchFixture();
  const second = spawn(process.execPath, [RUN, FIXTURE, `--user-data-dir=${app.userDataDir}`, 'from-second'], { stdio: 'ignore' });
  const [code] = (await once(second, 'exit')) as [number];
  expect(code).toBe(0);
  await vi.waitFor(async () => expect((await seen(app.page)).events).toContainEqual(['second-instance', 'from-second']));
  await app.close();
});

test('a killed app leaves nothing running, and starts again with the same folder', async () => {
  const userDataDir = join(folder, 'again');
  const first = await launchFixture({ userDataDir });
  await first.kill();
  expect(first.child.signalCode).toBe('SIGKILL');
  expect(processes(`bursar-host-${process.pid}-`)).toEqual([]);
  const again = await launchFixture({ userDataDir });
  expect(await again.page.title()).toBe('Fixture');
  await again.close();
});

test('run alone it opens no port, and a killed one takes its browser with it', async () => {
  const child = await runAlone(join(folder, 'alone'));
  const browser = processes(`bursar-host-${child.pid}-`);
  expect(browser.some((line) => line.includes('--remote-debugging-pipe'))).toBe(true);
  expect(browser.filter((line) => line.includes('--remote-debugging-port'))).toEqual([]);
  child.kill('SIGKILL');
  await vi.waitFor(() => expect(processes(`bursar-host-${child.pid}-`)).toEqual([]), { timeout: 10_000 });
});

test('a request to end quits the app and removes the browser’s profile', async () => {
  const child = await runAlone(join(folder, 'ended'));
  const profile = /--user-data-dir=(\S*bursar-host-\S+)/.exec(processes(`bursar-host-${child.pid}-`)[0] ?? '')?.[1] ?? '';
  expect(existsSync(profile)).toBe(true);
  child.kill('SIGTERM');
  const [code] = (await once(child, 'exit')) as [number];
  expect([code, existsSync(profile), processes(`bursar-host-${child.pid}-`)]).toEqual([0, false, []]);
});

test('closing the last window quits the app', async () => {
  const app = await launchFixture();
  const gone = once(app.child, 'exit');
  await app.control({ do: 'close-window' });
  expect(await gone).toEqual([0, null]);
  await app.close();
});

test('the page’s own end closes the window as a user would', async () => {
  const app = await launchFixture();
  const gone = once(app.child, 'exit');
  await app.page.close();
  expect(await gone).toEqual([0, null]);
  await app.close();
});

test('a main bundle that fails says why and ends', async () => {
  const { DISPLAY: _x, WAYLAND_DISPLAY: _w, ...env } = process.env;
  const child = spawn(process.execPath, [RUN, join(folder, 'missing.cjs')], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let text = '';
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
  const [code] = (await once(child, 'close')) as [number];
  expect(code).toBe(1);
  expect(text).toContain('missing.cjs');
});
