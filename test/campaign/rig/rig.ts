import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { AppUnderFire, Rig, StartOptions } from '../under-fire.ts';
import { isGone, spawnApp, type AppProcess } from './app-process.ts';
import { createBullets, type Bullets } from './bullets.ts';

/** Makes the rig that the campaign drives with. */
export async function createRig(): Promise<Rig> {
  const bullets = createBullets();
  let keepsCode = false;
  return {
    start: async (options) => {
      const first = !keepsCode;
      keepsCode = true;
      return start(bullets, options, first);
    },
    openLine: () => Promise.reject(new Error('not yet')),
    smallDisk: () => null,
    bullets: () => ({ possible: bullets.possible, how: bullets.how }),
  };
}

async function start(bullets: Bullets, options: StartOptions, keepCode: boolean): Promise<AppUnderFire> {
  const room = mkdtempSync(join(tmpdir(), 'bursar-rig-'));
  const bullet = bullets.load(join(room, 'order'), options.folder, options.killAt);
  let ahead = options.clockAhead ?? 0;
  const env = { ...options.env, ...bullet.env, BURSAR_HOST_CLOCK: `${ahead}`, ...(options.trusted ? { NODE_EXTRA_CA_CERTS: options.trusted } : {}) };
  const app = await spawnApp({ folder: options.folder, room, env });
  let report = bullet.report;
  const ended = app.ended.then((end) => {
    const last = bullet.report();
    report = () => last;
    bullet.close();
    rmSync(room, { recursive: true, force: true });
    return end;
  });
  await settled(app);
  // Node keeps compiled code when it exits, and an app that is killed never does.
  if (keepCode) await app.control({ do: 'keep-code' });
  const setClock = async (ms: number) => {
    ahead = ms;
    await app.control({ do: 'clock', ahead });
  };
  return {
    pid: app.child.pid ?? 0, ended, setClock,
    ask: (channel, request) => app.ask(channel, request),
    bullet: () => report(),
    arm: async () => { bullet.arm(); },
    sleep: (ms) => sleep(app, () => setClock(ahead + ms)),
    kill: async () => {
      app.child.kill('SIGKILL');
      await ended;
    },
    quit: async () => {
      await app.control({ do: 'quit' });
      await ended;
    },
  };
}

/** A lid that is closed and opened again: the system tells the app before and after, and in between nothing runs. */
async function sleep(app: AppProcess, moveOn: () => Promise<void>): Promise<void> {
  await app.control({ do: 'suspend' });
  app.child.kill('SIGSTOP');
  const moved = moveOn();
  await pause(20);
  app.child.kill('SIGCONT');
  await moved;
  await app.control({ do: 'resume' });
}

/** Waits until the app says more than that it is starting, or has ended. */
async function settled(app: AppProcess): Promise<void> {
  for (;;) {
    const state = await app.ask('app.state', {});
    if (isGone(state) || (state.ok && state.value.phase !== 'starting')) return;
    await pause(5);
  }
}
