import { setTimeout as pause } from 'node:timers/promises';
import type { AppUnderFire, Rig, StartOptions } from '../under-fire.ts';
import { isGone, spawnApp, type AppProcess } from './app-process.ts';

/** Makes the rig that the campaign drives with. */
export async function createRig(): Promise<Rig> {
  return {
    start,
    openLine: () => Promise.reject(new Error('not yet')),
    smallDisk: () => null,
    bullets: () => ({ possible: false, how: 'not yet' }),
  };
}

async function start(options: StartOptions): Promise<AppUnderFire> {
  const app = await spawnApp(options.folder, {});
  await settled(app);
  return {
    pid: app.child.pid ?? 0,
    ask: (channel, request) => app.ask(channel, request),
    arm: () => Promise.resolve(),
    setClock: () => Promise.resolve(),
    sleep: () => Promise.resolve(),
    kill: async () => {
      app.child.kill('SIGKILL');
      await app.ended;
    },
    quit: async () => {
      await app.control({ do: 'quit' });
      await app.ended;
    },
    ended: app.ended,
  };
}

/** Waits until the app says more than that it is starting, or has ended. */
async function settled(app: AppProcess): Promise<void> {
  for (;;) {
    const state = await app.ask('app.state', {});
    if (isGone(state) || (state.ok && state.value.phase !== 'starting')) return;
    await pause(5);
  }
}
