import { runCommand } from '../setup/command.ts';

// npm run sandbox: the built-in provider on its own, for anybody's client. Stdout carries its one line and nothing else.
process.exit(await runCommand(process.execPath, ['main/sandbox/cli.ts', ...process.argv.slice(2)]));
