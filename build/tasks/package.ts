import { buildAll } from '../setup/bundles.ts';
import { binOf, runCommand } from '../setup/command.ts';

// npm run package: installers for this system into out/packages. Needs Electron's archive, so it needs an open network.
const built = await buildAll();
process.exit(built !== 0 ? built : await runCommand(process.execPath, [binOf('electron-builder/out/cli/cli.js'), '--config', 'build/electron-builder.config.ts', '--publish', 'never', ...process.argv.slice(2)]));
