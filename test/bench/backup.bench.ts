import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Report } from './figures.ts';

const child = fileURLToPath(new URL('backup-child.ts', import.meta.url));
const megabyte = 1024 * 1024;
const stepped = z.strictObject({ ms: z.number(), bytes: z.number(), peak: z.number() });
type Step = z.infer<typeof stepped>;

/** Making and restoring a backup of a vault with one file of 200 MB, each in a process of its own: how much more memory it takes than with one of 1 MB. */
export async function run(report: Report): Promise<void> {
  // About 64 MB is as much as the engine lets lie before it clears buffers away; the rest is room for a busy machine. The file itself would be more than twice that.
  const [small, large] = [backUp(megabyte), backUp(200 * megabyte)];
  const grew = (what: 'making' | 'restoring') => Math.max(0, large[what].peak - small[what].peak);
  report({ name: 'backup-200mb-memory-making', value: grew('making'), unit: 'bytes', budget: 96 * megabyte, gate: true });
  report({ name: 'backup-200mb-memory-restoring', value: grew('restoring'), unit: 'bytes', budget: 96 * megabyte, gate: true });
  report({ name: 'backup-200mb-make', value: large.making.ms, unit: 'ms', budget: null });
  report({ name: 'backup-200mb-restore', value: large.restoring.ms, unit: 'ms', budget: null });
}

function backUp(size: number): { readonly making: Step; readonly restoring: Step } {
  const folder = mkdtempSync(join(tmpdir(), 'bursar-bench-backup-'));
  try {
    step('fill', folder, size);
    const making = step('make', folder);
    if (making.bytes < size) throw new Error('The backup does not hold the file');
    return { making, restoring: step('restore', folder) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function step(name: string, folder: string, size = 0): Step {
  const { stdout, stderr, status } = spawnSync(process.execPath, [child, name, folder, String(size)], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stepped.parse(JSON.parse(stdout));
}
