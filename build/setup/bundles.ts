import { binOf, runCommand } from './command.ts';

const parts = ['main', 'preload', 'renderer'] as const;

/** Builds main, preload and renderer into out/; gives the exit code of the first that failed, else 0. */
export async function buildAll(): Promise<number> {
  const codes = await Promise.all(parts.map((part) => runCommand(process.execPath, [binOf('vite/bin/vite.js'), 'build', '--config', `build/vite.${part}.config.ts`])));
  return codes.find((code) => code !== 0) ?? 0;
}
