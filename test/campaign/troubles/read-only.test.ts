import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { person } from '../../e2e/support/people.ts';
import { good, setUp } from '../rig/asked.ts';
import { smallDiskFor } from '../rig/needs.ts';
import { createRig } from '../rig/rig.ts';
import type { AppUnderFire } from '../under-fire.ts';

const remount = (folder: string, how: 'ro' | 'rw') => spawnSync('mount', ['-o', `remount,${how}`, dirname(folder)]).status;
const names = async (app: AppUnderFire) => good(await app.ask('customers.list', { query: '', states: [], cursor: null, limit: 10 })).rows.map((row) => row.name);
/** What lies in a folder: each file with its size and the time it was last written. */
const contents = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted().map((name) => {
  const { size, mtimeMs } = statSync(join(folder, name));
  return `${name} ${size} ${mtimeMs}`;
});

it('a data folder that may only be read is told at the start, nothing is touched, and it opens once it may be written again', async (context) => {
  const rig = await createRig();
  const disk = smallDiskFor(context, rig, 16 * 1024 * 1024);
  try {
    const first = await rig.start({ folder: disk.folder });
    await setUp(first, 'http://127.0.0.1:9', { clientId: 'test-client', clientSecret: 'test-client-secret-of-nobody', scopes: ['wallet:read'] });
    good(await first.ask('customers.save', { id: null, fields: person('Ada', 'Quay') }));
    await first.quit();
    expect(remount(disk.folder, 'ro')).toBe(0);
    const before = contents(disk.folder);
    const stuck = await rig.start({ folder: disk.folder });
    const state = good(await stuck.ask('app.state', {}));
    expect(state.phase).toBe('broken');
    expect(state.problem).toContain('Check that Bursar may write to its folder');
    expect(await stuck.ask('vault.unlock', {})).toMatchObject({ ok: false, error: { code: 'storage' } });
    await stuck.kill();
    expect(contents(disk.folder)).toEqual(before);
    expect(remount(disk.folder, 'rw')).toBe(0);
    const again = await rig.start({ folder: disk.folder });
    expect(good(await again.ask('app.state', {})).phase).toBe('ready');
    expect(await names(again)).toEqual(['Ada Quay']);
    await again.kill();
  } finally {
    disk.remove();
  }
});
