import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A sandboxed preload can only be one CommonJS file. */
export default defineConfig({
  root,
  logLevel: 'warn',
  build: {
    outDir: 'out/preload',
    emptyOutDir: true,
    target: 'chrome150',
    minify: true,
    ssr: true,
    rolldownOptions: {
      input: { preload: `${root}preload/preload.ts` },
      external: ['electron'],
      output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
    },
  },
  ssr: { noExternal: true, external: ['electron'] },
});
