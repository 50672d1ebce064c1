import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The project's top folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Runs a command with its output on the screen and gives its exit code; a command that can't start gives 127. */
export function runCommand(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
    const forward = (signal: NodeJS.Signals) => () => { child.kill(signal); };
    process.once('SIGTERM', forward('SIGTERM'));
    process.once('SIGINT', forward('SIGINT'));
    child.once('error', () => { done(127); });
    child.once('exit', (code) => { done(code ?? 1); });
  });
}

/** Tells whether a program is on the PATH. */
export function hasProgram(name: string): boolean {
  const finder = process.platform === 'win32' ? 'where' : 'which';
  return spawnSync(finder, [name], { stdio: 'ignore' }).status === 0;
}

/** The path of a package's own JavaScript entry, to be run by the Node that runs this. */
export function binOf(path: string): string {
  return fileURLToPath(new URL(`../../node_modules/${path}`, import.meta.url));
}
