import { readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const specifiers = /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s+'([^']+)'|(?:^|\n)import\s+'([^']+)'|\bimport\(\s*'([^']+)'/g;

/** Every package that a file imports, itself or through its imports, with the file that does; types are no imports. */
function packagesOf(entry: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const seen = new Set<string>();
  const walk = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const [whole, ...names] of readFileSync(file, 'utf8').matchAll(specifiers)) {
      const name = names.find((one) => one !== undefined) ?? '';
      if (/^\s*(?:import|export)\s+type\s/.test(whole)) continue;
      if (!name.startsWith('.')) found.set(name, relative(root, file));
      else if (name.endsWith('.ts')) walk(resolve(dirname(file), name));
    }
  };
  walk(resolve(root, entry));
  return found;
}

describe('the tour', () => {
  it('runs outside of the test runner: nothing that it imports asks for it', () => {
    const packages = packagesOf('test/host/tour.ts');
    expect(packages.get('playwright-core')).toMatch(/^test\//);
    expect([...packages].filter(([name]) => name.startsWith('vitest'))).toEqual([]);
  });
});
