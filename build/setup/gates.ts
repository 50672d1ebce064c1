import { binOf, runCommand } from './command.ts';
import { buildAll } from './bundles.ts';

/** A check that passes or fails as a whole. */
export type Gate = { readonly name: string; readonly run: () => Promise<number> };

const typecheck = (project: string): Gate => ({ name: `types of ${project}`, run: () => runCommand(process.execPath, [binOf('typescript/bin/tsc'), '-p', `build/tsconfig.${project}.json`]) });

/** Types (per process, so that no layer leans on another's globals), lint with the layer rule, dead code. */
export const checkGates: readonly Gate[] = [
  typecheck('contract'), typecheck('node'), typecheck('web'), typecheck('test'), 
  { name: 'lint and layers', run: () => runCommand(process.execPath, [binOf('oxlint/bin/oxlint'), '-c', 'build/oxlint.config.json', '--tsconfig', 'tsconfig.json', '--deny-warnings', 'main', 'preload', 'renderer', 'build', 'test']) },
  { name: 'dead code', run: () => runCommand(process.execPath, [binOf('knip/bin/knip.js'), '--config', 'build/knip.json']) },
];

/** The build as a gate of its own. */
export const buildGate: Gate = { name: 'build', run: buildAll };

/** Runs gates one after the other, says which failed, and counts. */
export async function runGates(gates: readonly Gate[]): Promise<{ passed: number; failed: number }> {
  let failed = 0;
  for (const gate of gates) {
    const code = await gate.run();
    console.log(`${code === 0 ? 'ok    ' : 'FAILED'}  ${gate.name}`);
    if (code !== 0) failed += 1;
  }
  return { passed: gates.length - failed, failed };
}
