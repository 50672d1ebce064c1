import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Reply, Request } from '../../../preload/contract/api.ts';
import type { Channel } from '../../../preload/contract/channels.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import type { Result } from '../../../preload/contract/result.ts';
import { makeCodec, nodeBytes } from '../../host/codec.ts';
import { ControlClient } from '../../host/control-client.ts';
import type { Asker } from '../../host/blank-browser.ts';
import type { Command } from '../../host/control.ts';
import type { AppUnderFire, Gone } from '../under-fire.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const run = join(root, 'test', 'host', 'run.ts');
const mainBundle = resolve(process.env['BURSAR_OUT'] ?? join(root, 'out'), 'main', 'main.cjs');
const codec = makeCodec(nodeBytes);
const gone: Gone = { gone: true };
/** The last part of what the app wrote to its error stream is kept: this many characters. */
const longestTail = 20_000;

/** The app's process with a control channel, before anything is known of its state. */
export type AppProcess = {
  readonly child: ChildProcess;
  readonly ended: AppUnderFire['ended'];
  /** Runs a command of the host's control channel; `Gone` when the process ended before it answered. */
  readonly control: (command: Command) => Promise<unknown>;
  readonly ask: <C extends Channel>(channel: C, request: Request<C>, from?: Asker) => Promise<Result<Reply<C>, AppError> | Gone>;
};

/** Starts the built app on the host with no browser behind its window; resolves once it can be asked or has ended. */
export async function spawnApp(folder: string, env: Readonly<Record<string, string>>): Promise<AppProcess> {
  const sockets = mkdtempSync(join(tmpdir(), 'bursar-rig-'));
  const address = join(sockets, 'socket');
  const given = { ...process.env, NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'bursar-rig'), ...env, BURSAR_HOST_CDP: 'none', BURSAR_HOST_CONTROL: address };
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', run, mainBundle, `--user-data-dir=${folder}`], { env: given, stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = endOf(child);
  void ended.then(() => { rmSync(sockets, { recursive: true, force: true }); });
  const client = await ControlClient.connect(address, child).catch(() => null);
  const control = async (command: Command): Promise<unknown> => (client ? client.run(command).catch(orGone) : gone);
  return { child, ended, control, ask: (channel, request, from) => ask(control, channel, request, from) };
}

async function ask<C extends Channel>(control: AppProcess['control'], channel: C, request: Request<C>, from?: Asker): Promise<Result<Reply<C>, AppError> | Gone> {
  const answer = await control({ do: 'ask', channel, request: codec.pack(request), ...(from ? { from } : {}) });
  return answer === gone ? gone : (codec.unpack(answer) as Result<Reply<C>, AppError>);
}

/** Tells whether an answer is missing because the process ended. */
export function isGone(answer: object): answer is Gone {
  return 'gone' in answer;
}

/** The process ended before it answered: told, not thrown; every other failure is thrown on. */
function orGone(error: unknown): Gone {
  if (error instanceof Error && error.message === 'the app is gone') return gone;
  throw error;
}

function endOf(child: ChildProcess): AppUnderFire['ended'] {
  let stderr = '';
  child.stderr?.on('data', (chunk: Buffer) => { stderr = (stderr + chunk.toString('utf8')).slice(-longestTail); });
  return new Promise((resolveEnd) => { child.once('close', (code, signal) => { resolveEnd({ code, signal, stderr }); }); });
}
