import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { binOf, root, runCommand } from './command.ts';

const report = join(root, 'out', 'test', 'results.json');

/** Runs the tests inside a private keyring session (on Linux) and counts from the runner's own report. A run that leaves no report is one failure. */
export async function runTests(filters: readonly string[]): Promise<{ passed: number; failed: number }> {
  rmSync(report, { force: true });
  const vitest = [binOf('vitest/vitest.mjs'), 'run', '--config', 'build/vitest.config.ts', '--reporter=default', '--reporter=build/setup/not-run.ts', '--reporter=json', `--outputFile.json=${report}`, ...filters];
  const code = process.platform === 'linux'
    ? await runCommand('sh', ['test/support/keyring.sh', process.execPath, ...vitest])
    : await runCommand(process.execPath, vitest);
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const counts = JSON.parse(readFileSync(report, 'utf8')) as { numPassedTests: number; numFailedTests: number; numFailedTestSuites: number };
  const failed = Math.max(counts.numFailedTests, code === 0 ? 0 : 1);
  return { passed: counts.numPassedTests, failed };
}
