import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Reply, Request } from '../../../preload/contract/api.ts';
import type { Channel } from '../../../preload/contract/channels.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import type { Result } from '../../../preload/contract/result.ts';
import { makeCodec, nodeBytes } from '../../host/codec.ts';
import { ControlClient } from '../../host/control-client.ts';
import type { Asker } from '../../host/blank-browser.ts';
import type { Command } from '../../host/control.ts';
import type { AppUnderFire, Gone } from '../under-fire.ts';
import { cache, hostProgram, mainBundle } from './places.ts';

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

/** How an app's process is started: its data folder, a folder of the rig for the control socket, what its environment holds, and another main bundle than
 *  the built one. */
export type SpawnOptions = { readonly folder: string; readonly room: string; readonly env: Readonly<Record<string, string>>; readonly bundle?: string };

/** Starts the built app on the host with no browser behind its window; resolves once it can be asked or has ended. */
export async function spawnApp({ folder, room, env, bundle = mainBundle }: SpawnOptions): Promise<AppProcess> {
  const address = join(room, 'socket');
  const given = { ...process.env, NODE_COMPILE_CACHE: cache, ...env, BURSAR_HOST_CDP: 'none', BURSAR_HOST_CONTROL: address };
  const args = ['--disable-warning=ExperimentalWarning', hostProgram, bundle, `--user-data-dir=${folder}`];
  const child = spawn(process.execPath, args, { env: given, stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = endOf(child);
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
