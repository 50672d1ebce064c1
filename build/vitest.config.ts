import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));
const electron = fileURLToPath(new URL('../test/support/electron.ts', import.meta.url));

// Importing the real electron package starts a download, so tests never see it.
const alias = { electron };

/** Waits longer for a condition than the runner would: a busy machine is no failure. */
const setupFiles = ['test/support/patience.ts'];

/** Attacks that need the running app, beside those on its parts. */
const wholeApp = 'test/security/**/*.app.exploit.test.ts';

/** Tests that draw in a browser. */
const drawn = 'test/{capture,renderer}/**/*.chromium.test.ts';

export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        resolve: { alias },
        test: {
          name: 'unit',
          setupFiles,
          environment: 'node',
          include: ['test/{main,preload,build,security,support,capture}/**/*.test.ts'],
          exclude: ['**/node_modules/**', wholeApp, drawn],
          testTimeout: 40_000,
          hookTimeout: 40_000,
        },
      },
      {
        root,
        resolve: { alias },
        test: {
          name: 'renderer',
          setupFiles,
          environment: 'happy-dom',
          include: ['test/renderer/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', drawn],
          testTimeout: 40_000,
        },
      },
      {
        root,
        test: {
          name: 'host',
          setupFiles,
          environment: 'node',
          include: ['test/host/**/*.test.ts', 'test/e2e/**/*.test.ts', 'test/campaign/**/*.test.ts', wholeApp, drawn],
          // Each file drives a Chromium of its own; two cores carry two.
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
