import { buildGate, checkGates, runGates } from '../setup/gates.ts';
import { ensureSystem, needs } from '../setup/system.ts';
import { runTests } from '../setup/vitest.ts';

// npm test: system, types, lint, layers, dead code, build, then every test. With arguments it runs just the tests that match.
const filters = process.argv.slice(2);
const missing = ensureSystem([needs.chromium, needs.secretService]);
if (missing.length > 0) {
  console.log(`0 passed, ${missing.length} failed`);
  process.exit(1);
}
// Without it the tests that kill at file-system calls are told as not run.
ensureSystem([needs.compiler]);
const gates = await runGates(filters.length > 0 ? [buildGate] : [...checkGates, buildGate]);
const tests = await runTests(filters);
const failed = gates.failed + tests.failed;
console.log(`${gates.passed + tests.passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
