import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { spawnApp, type AppProcess } from '../rig/app-process.ts';
import { codeOf } from '../rig/asked.ts';

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'bursar-two-test-')); });
afterEach(() => { rmSync(folder, { recursive: true, force: true }); });

const spawn = () => spawnApp({ folder: join(folder, 'data'), room: mkdtempSync(join(folder, 'room-')), env: {} });
const isVisible = async (app: AppProcess) => ((await app.control({ do: 'windows' })) as { visible: boolean }[])[0]?.visible;

describe('two Bursars started on one folder', () => {
  it('at the same moment: one works, the other ends in good order without having opened anything', async () => {
    const both = await Promise.all([spawn(), spawn()]);
    const first = await Promise.race(both.map(async (app) => {
      await app.ended;
      return app;
    }));
    expect(await first.ended).toMatchObject({ code: 0, signal: null });
    expect((await first.ended).stderr).not.toContain('app-ready');
    const other = both.find((app) => app !== first);
    if (!other) throw new Error('Both ended');
    expect(codeOf(await other.ask('vault.setUp', { mode: 'keychain' }))).toBe('ok');
    other.child.kill('SIGKILL');
    await other.ended;
  });

  it('one after the other: the second ends and the first comes to the front', async () => {
    const first = await spawn();
    expect(codeOf(await first.ask('vault.setUp', { mode: 'keychain' }))).toBe('ok');
    await first.ask('app.window', { action: 'minimize' });
    expect(await isVisible(first)).toBe(false);
    const second = await spawn();
    expect(await second.ended).toMatchObject({ code: 0, signal: null });
    await vi.waitFor(async () => { expect(await isVisible(first)).toBe(true); });
    expect(await first.ask('app.state', {})).toMatchObject({ ok: true, value: { vault: { phase: 'unlocked' } } });
    first.child.kill('SIGKILL');
    await first.ended;
  });

  it('the folder is free at once after the first is killed', async () => {
    const first = await spawn();
    first.child.kill('SIGKILL');
    await first.ended;
    const next = await spawn();
    expect(codeOf(await next.ask('app.state', {}))).toBe('ok');
    next.child.kill('SIGKILL');
    await next.ended;
  });
});
