import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Native modules keep their own files; everything else is bundled so that start-up reads one file. */
const external = ['electron', 'keytar', 'better-sqlite3-multiple-ciphers', ...builtinModules, ...builtinModules.map((name) => `node:${name}`)];

const unusedChecker = new Set(['ajv/dist/2020.js', 'ajv-formats']);

/** electron-store brings a checker of JSON schemas, an eighth of the bundle. Settings are checked with zod and no schema is ever given to it, so it stays out;
 *  should one be given after all, that fails at once. */
const withoutSchemaChecker: Plugin = {
  name: 'bursar:without-schema-checker',
  enforce: 'pre',
  resolveId: (id, importer) => (unusedChecker.has(id) && importer?.includes('/conf/') ? '\0no-schema-checker' : null),
  load: (id) => (id === '\0no-schema-checker' ? 'const none = () => { throw new Error("No schema checker is bundled"); }; export { none as Ajv2020, none as default };' : null),
};

export default defineConfig({
  root,
  logLevel: 'warn',
  plugins: [withoutSchemaChecker],
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
