// Entry of every npm script. Plain JavaScript for any Node from 20 on: it installs what is missing, then hands the
// task to the Node that the project brings with it.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const marker = join(root, 'node_modules', '.bursar-installed');
const tasks = ['start', 'test', 'check', 'bench', 'capture-score', 'sandbox', 'verify-audit', 'campaign', 'build', 'package'];

const [task = '', ...rest] = process.argv.slice(2);
if (!tasks.includes(task)) {
  console.error(`Unknown task "${task}". There are: ${tasks.join(', ')}.`);
  process.exit(2);
}

installPackages();
const env = { ...process.env, PATH: [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter) };
const run = spawn(projectNode(), [join(root, 'build', 'tasks', `${task}.ts`), ...rest], { cwd: root, env, stdio: 'inherit' });
// What asks this process to end asks the task: it decides how to end, and with which code.
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => { run.kill(signal); });
// npm passes a signal on to nobody: when it is gone, so is whoever asked for the task.
const parent = process.ppid;
if (process.env.npm_lifecycle_event) setInterval(() => { if (process.ppid !== parent) run.kill('SIGTERM'); }, 250).unref();
run.on('exit', (code, signal) => { process.exit(code ?? 128 + (constants.signals[signal] ?? 0)); });

function installPackages() {
  const wanted = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
  const installed = existsSync(marker) ? readFileSync(marker, 'utf8') : '';
  if (installed === wanted && existsSync(join(root, 'node_modules', 'node'))) return;
  console.error('Installing packages (npm ci). This happens once.');
  // The output goes to stderr, so that a task's own stdout stays clean.
  const result = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (result.status !== 0) {
    console.error('npm ci failed. Check the network or the npm registry setting, then run the command again.');
    process.exit(1);
  }
  writeFileSync(marker, wanted);
}

function projectNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const path = join(root, 'node_modules', 'node', 'bin', name);
  if (existsSync(path)) return path;
  console.error(`The project's own Node is missing at ${path}. Delete node_modules and run the command again, with install scripts allowed for the package "node".`);
  process.exit(1);
}
