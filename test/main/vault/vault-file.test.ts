import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readVaultFile, vaultFileName, writeVaultFile, type VaultRecord } from '../../../main/vault/vault-file.ts';
import { ok } from '../../../preload/contract/result.ts';

const now = Date.UTC(2026, 10, 2, 9);
const record: VaultRecord = {
  version: 1, id: '0123456789abcdef', created: '2026-11-02T09:00:00.000Z', mode: 'keychain', mark: 'ab'.repeat(16), slot: 3, retired: null, passphrase: true,
};
let dir = '';
const file = (): string => path.join(dir, vaultFileName);

beforeEach(async () => { dir = await mkdtemp(path.join(tmpdir(), 'bursar-vault-file-')); });
afterEach(() => rm(dir, { recursive: true, force: true }));

describe('vault.json', () => {
  it('is nothing at first, comes back as it was written, and leaves no other file', async () => {
    expect(await readVaultFile(dir, now)).toEqual(ok(null));
    await writeVaultFile(dir, record);
    await writeVaultFile(dir, { ...record, slot: 4, retired: 3 });
    expect(await readVaultFile(dir, now)).toEqual(ok({ ...record, slot: 4, retired: 3 }));
    expect(await readdir(dir)).toEqual([vaultFileName]);
  });

  it.each([
    ['a changed slot', (text: string) => text.replace('"slot": 3', '"slot": 2')],
    ['half of it gone', (text: string) => text.slice(0, text.length / 2)],
    ['nothing in it', () => ''],
    ['another version', (text: string) => text.replace('"version": 1', '"version": 2')],
    ['a field of its own', (text: string) => text.replace('"mode"', '"more": 1, "mode"')],
    ['no checksum', (text: string) => text.replace(/"sum": "[0-9a-f]+"/, '"sum": ""')],
  ])('with %s is corrupt, moved aside whole and not replaced', async (_how, damage) => {
    await writeVaultFile(dir, record);
    const damaged = damage(await readFile(file(), 'utf8'));
    await writeFile(file(), damaged);
    const found = await readVaultFile(dir, now);
    expect(found).toMatchObject({ ok: false, error: { code: 'corrupt' } });
    const [kept = '', ...others] = await readdir(dir);
    expect(others).toEqual([]);
    expect(kept).toMatch(/^vault\.json\.broken-/);
    expect(found.ok ? '' : found.error.message).toContain(kept);
    expect(await readFile(path.join(dir, kept), 'utf8')).toBe(damaged);
  });

  it('that can\u2019t be read is left alone', async () => {
    await mkdir(file());
    expect(await readVaultFile(dir, now)).toMatchObject({ ok: false, error: { code: 'storage' } });
    expect(await readdir(dir)).toEqual([vaultFileName]);
  });

  it('that can\u2019t be written is an error', async () => {
    await writeFile(path.join(dir, 'no-folder'), '');
    expect(await writeVaultFile(path.join(dir, 'no-folder'), record)).toMatchObject({ ok: false, error: { code: 'storage' } });
  });
});
