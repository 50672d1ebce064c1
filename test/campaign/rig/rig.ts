import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { AppUnderFire, Rig, StartOptions } from '../under-fire.ts';
import { isGone, spawnApp, type AppProcess } from './app-process.ts';
import { createBullets, type Bullets } from './bullets.ts';
import { createLines } from './lines.ts';
import { ownFolder } from './own-folder.ts';
import { mainBundle } from './places.ts';
import { createSmallDisk } from './small-disk.ts';

/** Makes the rig that the campaign drives with; `bundle` is another main bundle than the built one. */
export async function createRig(bundle: string = mainBundle): Promise<Rig> {
  const bullets = createBullets();
  const lines = await createLines();
  let keepsCode = false;
  return {
    start: async (options) => {
      const first = !keepsCode;
      keepsCode = true;
      return start({ bundle, bullets, namesFile: lines.namesFile, keepCode: first }, options);
    },
    openLine: lines.open,
    smallDisk: createSmallDisk,
    bullets: () => ({ possible: bullets.possible, how: bullets.how }),
  };
}

type Means = { readonly bundle: string; readonly bullets: Bullets; readonly namesFile: string; readonly keepCode: boolean };

async function start({ bundle, bullets, namesFile, keepCode }: Means, options: StartOptions): Promise<AppUnderFire> {
  const room = ownFolder('bursar-rig-');
  const bullet = bullets.load(join(room, 'order'), options.folder, options.killAt);
  let ahead = options.clockAhead ?? 0;
  const trust = options.trusted ? { NODE_EXTRA_CA_CERTS: options.trusted } : {};
  const env = { ...options.env, ...bullet.env, ...trust, BURSAR_HOST_CLOCK: `${ahead}`, BURSAR_HOST_NAMES: namesFile };
  const app = await spawnApp({ folder: options.folder, room, env, bundle });
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
    sleep: (ms) => {
      const awake = ahead + ms;
      // Time may have gone by for everybody meanwhile.
      return sleep(app, () => setClock(Math.max(ahead, awake)));
    },
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
