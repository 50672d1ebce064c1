import react from '@vitejs/plugin-react';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => JSON.parse(readFileSync(`${root}${path}`, 'utf8')) as { version: string; license?: string; dependencies?: Record<string, string> };

/** What is shipped, as the packages say it themselves; the About page lists it. */
const licences = Object.keys(read('package.json').dependencies ?? {}).map((name) => {
  const { version, license } = read(`node_modules/${name}/package.json`);
  return { name, version, licence: license ?? '' };
});

/** The page: relative addresses because it is served from app://, and every asset a file because the content policy allows no data: fonts. */
export default defineConfig({
  root: `${root}renderer`,
  base: './',
  logLevel: 'warn',
  plugins: [react()],
  // Workers fetch what they need when they need it, which only modules can.
  worker: { format: 'es' },
  define: { LICENCES: JSON.stringify(licences) },
  build: {
    outDir: `${root}out/renderer`,
    emptyOutDir: true,
    target: 'chrome150',
    minify: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    license: { fileName: 'licences.md' },
  },
});
