import { spawn, type ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import type { Transport } from './cdp.ts';
import { chromiumFlags, findChromium, removeProfile, temporaryProfile } from './chromium.ts';
import { pipeTransport } from './transport.ts';

type Options = { headless: boolean; args?: readonly string[]; appUrl?: string };

/** A browser launched by us and the way to end it. */
export type Launched = {
  readonly process: ChildProcess;
  /** Ends the browser and removes its profile; safe to call twice. */
  end(): Promise<void>;
};

/** Launches Chromium with two pipes and no network port; it ends when this process does. */
export function launchByPipe(options: Options): Launched & { transport: Transport } {
  const started = start(options, ['--remote-debugging-pipe'], ['ignore', 'ignore', 'ignore', 'pipe', 'pipe']);
  const [, , , input, output] = started.process.stdio;
  return { ...started, transport: pipeTransport(input as Writable, output as Readable) };
}

/** Launches Chromium with a debugging port on loopback: for tests that look at the page as well. */
export async function launchByPort(options: Options): Promise<Launched & { endpoint: string }> {
  // The pipes carry nothing: held by the test's process, they end the browser when that dies, however it dies.
  const flags = ['--remote-debugging-port=0', '--remote-debugging-pipe'];
  const started = start(options, flags, ['ignore', 'ignore', 'pipe', 'pipe', 'pipe']);
  const endpoint = await new Promise<string>((resolve, reject) => {
    let text = '';
    started.process.stderr?.on('data', (chunk: Buffer) => {
      text += text.length < 20_000 ? chunk.toString('utf8') : '';
      const found = /DevTools listening on (ws:\S+)/.exec(text)?.[1];
      if (found) resolve(found);
    });
    started.process.once('exit', () => reject(new Error(`Chromium did not start:\n${text}`)));
  });
  return { ...started, endpoint };
}

function start(options: Options, extra: readonly string[], stdio: ('ignore' | 'pipe')[]): Launched {
  const path = findChromium();
  if (!path) throw new Error('No Chromium found. Install Chromium or Chrome, or set BURSAR_CHROMIUM to its path.');
  const profile = temporaryProfile();
  const page = options.appUrl ? `--app=${options.appUrl}` : 'about:blank';
  const flags = [...chromiumFlags({ headless: options.headless, profile }), ...extra, ...(options.args ?? []), page];
  const child = spawn(path, flags, { stdio });
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const onExit = (): void => {
    child.kill('SIGKILL');
    removeProfile(profile);
  };
  process.once('exit', onExit);
  const end = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    await gone;
    process.off('exit', onExit);
    removeProfile(profile);
  };
  return { process: child, end };
}
