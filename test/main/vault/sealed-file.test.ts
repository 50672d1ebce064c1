import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSealedFile, type WithKey } from '../../../main/vault/sealed-file.ts';
import { vaultError } from '../../../main/vault/vault-error.ts';
import { fail, ok } from '../../../preload/contract/result.ts';

let dir = '';
let file = '';
const keyed = (byte: number): WithKey => async (use) => ok(await use(Buffer.alloc(32, byte)));
const locked: WithKey = async () => fail(vaultError('locked'));

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'bursar-sealed-'));
  file = path.join(dir, 'secrets.sealed');
});
afterEach(() => rm(dir, { recursive: true, force: true }));

describe('the sealed file', () => {
  it('keeps several secrets, readable again by another instance with the same key', async () => {
    const first = createSealedFile({ file, withKey: keyed(1) });
    await Promise.all([first.set('S', 'a', 'one'), first.set('S', 'b', 'two'), first.set('T', 'a', 'three')]);
    const second = createSealedFile({ file, withKey: keyed(1) });
    expect(await second.get('S', 'a')).toEqual(ok('one'));
    expect(await second.get('S', 'b')).toEqual(ok('two'));
    expect(await second.get('T', 'a')).toEqual(ok('three'));
    expect(await second.remove('S', 'a')).toEqual(ok(undefined));
    expect(await first.get('S', 'a')).toEqual(ok(null));
  });

  it('shows neither names nor values, is private to the user, and leaves no temporary file', async () => {
    await createSealedFile({ file, withKey: keyed(1) }).set('Bursar', 'client_secret', 'the value');
    const bytes = await readFile(file);
    for (const word of ['Bursar', 'client_secret', 'the value']) expect(bytes.includes(word)).toBe(false);
    expect(await readdir(dir)).toEqual(['secrets.sealed']);
    if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('is sealed anew at each change, never under the same nonce', async () => {
    const store = createSealedFile({ file, withKey: keyed(1) });
    const heads = new Set<string>();
    for (let i = 0; i < 5; i += 1) {
      await store.set('S', 'a', 'same');
      heads.add((await readFile(file)).subarray(8, 20).toString('hex'));
    }
    expect(heads.size).toBe(5);
  });

  it.each([
    ['its first byte changed', (bytes: Buffer) => change(bytes, 0)],
    ['its nonce changed', (bytes: Buffer) => change(bytes, 9)],
    ['its content changed', (bytes: Buffer) => change(bytes, 25)],
    ['its last byte changed', (bytes: Buffer) => change(bytes, bytes.length - 1)],
    ['its end cut off', (bytes: Buffer) => bytes.subarray(0, -1)],
    ['nothing left', () => Buffer.alloc(0)],
  ])('with %s is called corrupt and never written over', async (_how, damage) => {
    const store = createSealedFile({ file, withKey: keyed(1) });
    await store.set('S', 'a', 'value');
    const damaged = damage(await readFile(file));
    await writeFile(file, damaged);
    expect(await store.get('S', 'a')).toMatchObject({ ok: false, error: { code: 'corrupt' } });
    expect(await store.set('S', 'b', 'x')).toMatchObject({ ok: false, error: { code: 'corrupt' } });
    expect(await store.remove('S', 'a')).toMatchObject({ ok: false, error: { code: 'corrupt' } });
    expect((await readFile(file)).equals(damaged)).toBe(true);
  });

  it('does not open with another key', async () => {
    await createSealedFile({ file, withKey: keyed(1) }).set('S', 'a', 'value');
    expect(await createSealedFile({ file, withKey: keyed(2) }).get('S', 'a')).toMatchObject({ ok: false, error: { code: 'corrupt' } });
  });

  it('passes on that the vault is locked, whether or not the file is there', async () => {
    expect(await createSealedFile({ file, withKey: locked }).get('S', 'a')).toMatchObject({ ok: false, error: { code: 'locked' } });
    await createSealedFile({ file, withKey: keyed(1) }).set('S', 'a', 'value');
    expect(await createSealedFile({ file, withKey: locked }).get('S', 'a')).toMatchObject({ ok: false, error: { code: 'locked' } });
  });
});

function change(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
}
