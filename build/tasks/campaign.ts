import { spawnSync } from 'node:child_process';
import { binOf, root, runCommand } from '../setup/command.ts';
import { ensureSystem, needs } from '../setup/system.ts';

// npm run campaign -- [--runs N] [--seed S] [--only RUN] [--abreast N]: kills the app and spoils its answers, and holds the provider's ledger against its
// journal. Stdout carries the result's one line and nothing else.
if (ensureSystem([needs.secretService]).length > 0) process.exit(1);
// Without it the app is killed at random moments instead, and the campaign says so.
ensureSystem([needs.compiler]);
const built = ['main', 'preload'].every((part) => spawnSync(process.execPath, [binOf('vite/bin/vite.js'), 'build', '--config', `build/vite.${part}.config.ts`], { cwd: root, stdio: ['ignore', 2, 2] }).status === 0);
if (!built) process.exit(1);
const campaign = [process.execPath, 'test/campaign/cli.ts', ...process.argv.slice(2)] as const;
process.exit(process.platform === 'linux' ? await runCommand('sh', ['test/support/keyring.sh', ...campaign]) : await runCommand(campaign[0], campaign.slice(1)));
