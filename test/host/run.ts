// Runs the app's main bundle on the host: node test/host/run.ts <main bundle> [arguments of the app]
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { registerElectron } from './register.ts';

const [node = process.execPath, , given, ...rest] = process.argv;
if (!given) {
  process.stderr.write('Usage: node test/host/run.ts <main bundle> [arguments]\n');
  process.exit(2);
}
const bundle = resolve(given);
// As in Electron: the app finds its own file where Node would name this one.
process.argv = [node, bundle, ...rest];
registerElectron();

// A test's clock and a test's names come before anything that could look at them.
const { BURSAR_HOST_CLOCK: ahead, BURSAR_HOST_NAMES: names } = process.env;
if (ahead !== undefined) (await import('./clock.ts')).installClock(Number(ahead));
if (names !== undefined) (await import('./names.ts')).installNames(names);

const { host, startHost } = await import('./host.ts');
const { openControl } = await import('./control.ts');
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => host.app.quit());

const started = startHost();
started.catch(() => undefined);
const path = process.env['BURSAR_HOST_CONTROL'];
if (path) await openControl(path, host);
const main = import(pathToFileURL(bundle).href);
try {
  // A main module that awaits whenReady() at its top level finishes only after it: so it is not waited for longer
  // than its first turn.
  await Promise.race([main, new Promise((turn) => setImmediate(turn)), started]);
  await started;
  host.app.start();
  await main;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  host.app.exit(1);
}
