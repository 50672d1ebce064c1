import { registerHooks } from 'node:module';

const NAMES = new Set(['electron', 'electron/main', 'electron/common']);
const url = new URL('./electron.ts', import.meta.url).href;

/** Makes `import 'electron'` and `require('electron')` mean the host's stand-in, in every module loaded from now on. */
export function registerElectron(): void {
  registerHooks({
    resolve: (specifier, context, next) =>
      NAMES.has(specifier) ? { url, format: 'module-typescript', shortCircuit: true } : next(specifier, context),
  });
}
