import { buildAll } from '../setup/bundles.ts';
import { root, runCommand } from '../setup/command.ts';
import { electronRuntime } from '../setup/electron-runtime.ts';
import { ensureSystem, needs } from '../setup/system.ts';
import { hasDisplay } from '../../test/host/display.ts';

// npm start: the app on the built-in sandbox, in Electron where its runtime can be had, else in Chromium through the
// development host; without a display, the main job played headless with a picture of every screen.
const code = await buildAll();
if (code !== 0) process.exit(code);
process.exit(hasDisplay() ? await openWindow(process.argv.slice(2)) : await playTour());

async function openWindow(args: readonly string[]): Promise<number> {
  const runtime = electronRuntime();
  if (runtime) return runCommand(runtime, [root, ...args]);
  console.log('Electron’s runtime can’t be had here, so Bursar opens in Chromium through the development host.');
  if (ensureSystem([needs.chromium]).length > 0) return 1;
  return runCommand(process.execPath, ['test/host/run.ts', 'out/main/main.cjs', ...args]);
}

async function playTour(): Promise<number> {
  console.log('No display here, so Bursar plays its main job headless.');
  const wanted = process.platform === 'linux' ? [needs.chromium, needs.secretService] : [needs.chromium];
  if (ensureSystem(wanted).length > 0) return 1;
  const tour = ['test/host/tour.ts'];
  return process.platform === 'linux'
    ? runCommand('sh', ['test/support/keyring.sh', process.execPath, ...tour])
    : runCommand(process.execPath, tour);
}
