import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Native modules keep their own files; everything else is bundled so that start-up reads one file. */
const external = ['electron', 'keytar', 'better-sqlite3-multiple-ciphers', ...builtinModules, ...builtinModules.map((name) => `node:${name}`)];

export default defineConfig({
  root,
  logLevel: 'warn',
  resolve: { conditions: ['node', 'module', 'import', 'default'], mainFields: ['module', 'main'] },
  build: {
    outDir: 'out/main',
    emptyOutDir: true,
    target: 'node24',
    minify: true,
    ssr: true,
    rolldownOptions: {
      input: { main: `${root}main/main.ts`, sandbox: `${root}main/sandbox/worker.ts` },
      external,
      output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
    },
  },
  ssr: { noExternal: true, external: ['electron', 'keytar', 'better-sqlite3-multiple-ciphers'] },
});
