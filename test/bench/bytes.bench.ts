import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Report } from './figures.ts';

const out = fileURLToPath(new URL('../../out', import.meta.url));

/** The size of what is read at the start: main and the renderer's entry with everything they import at once, and the preload. */
export async function run(report: Report): Promise<void> {
  report({ name: 'main-bundle', value: bytesFrom(join(out, 'main/main.cjs'), /(?<!\.then\(\(\)=>)require\(["'`](\.\/[^"'`]+)["'`]\)/g), unit: 'bytes', budget: 1_000_000, gate: true });
  report({ name: 'preload-bundle', value: bytesFrom(join(out, 'preload/preload.cjs'), /(?<!\.then\(\(\)=>)require\(["'`](\.\/[^"'`]+)["'`]\)/g), unit: 'bytes', budget: 30_000, gate: true });
  report({ name: 'renderer-entry', value: bytesFrom(rendererEntry(), /(?:from|import)\s*["'`](\.\/[^"'`]+)["'`]/g), unit: 'bytes', budget: 400_000, gate: true });
}

function rendererEntry(): string {
  const html = readFileSync(join(out, 'renderer/index.html'), 'utf8');
  const source = /<script[^>]*\bsrc="\.?\/?([^"]+)"/.exec(html)?.[1];
  if (source === undefined) throw new Error('The page names no script');
  return join(out, 'renderer', source);
}

/** The bytes of a file and of all it imports by `pattern`, each counted once. */
function bytesFrom(entry: string, pattern: RegExp): number {
  const seen = new Map<string, number>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    const text = readFileSync(file, 'utf8');
    seen.set(file, Buffer.byteLength(text));
    for (const [, path] of text.matchAll(pattern)) if (path !== undefined) visit(join(dirname(file), path));
  };
  visit(entry);
  return [...seen.values()].reduce((sum, bytes) => sum + bytes, 0);
}
