import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** What the rig builds once and keeps between runs: compiled code, the library that shoots. */
export const cache = join(root, 'node_modules', '.cache', 'bursar-rig');
/** The host's program that runs a main bundle. */
export const hostProgram = join(root, 'test', 'host', 'run.ts');
/** The built app; BURSAR_OUT names another folder than out/. */
export const mainBundle = resolve(process.env['BURSAR_OUT'] ?? join(root, 'out'), 'main', 'main.cjs');
