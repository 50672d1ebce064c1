import type { Reporter, TestModule } from 'vitest/node';

/** Tells each test that was not run on this machine, and why: what can't be tested here must not look as if it had passed. Tests that a filter left out
 *  have no reason and are not told. */
export default class NotRun implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    for (const module of modules) {
      for (const test of module.children.allTests('skipped')) {
        const result = test.result();
        if (result.state === 'skipped' && result.note !== undefined) console.log(`NOT RUN  ${module.relativeModuleId} > ${test.fullName}: ${result.note}`);
      }
    }
  }
}
