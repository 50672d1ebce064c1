import { checkGates, runGates } from '../setup/gates.ts';

// npm run check: types, lint, layers and dead code, without building or testing.
const { failed } = await runGates(checkGates);
process.exit(failed === 0 ? 0 : 1);
