import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The page that draws specimen documents for tests and scores the pre-flight with them; never part of what is shipped. */
export default defineConfig({
  root: `${root}test/capture/page`,
  base: './',
  logLevel: 'warn',
  worker: { format: 'es' },
  build: { emptyOutDir: true, target: 'chrome150', minify: false, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
});
