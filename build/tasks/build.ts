import { buildAll } from '../setup/bundles.ts';

// npm run build: main, preload and renderer into out/.
process.exit(await buildAll());
