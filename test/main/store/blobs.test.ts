import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBlobs, type Blobs, type BlobOptions } from '../../../main/store/blobs.ts';
import { BlobDamaged } from '../../../main/store/sealed-file.ts';
import { appError } from '../../../preload/contract/errors.ts';
import { fail, ok } from '../../../preload/contract/result.ts';

const chunk = 64 * 1024;
const header = 40;
const tag = 16;
let dir = '';
let blobs: Blobs;

const keyed = (byte: number): BlobOptions['withKey'] => async (use) => ok(await use(Buffer.alloc(32, byte)));
const make = (withKey: BlobOptions['withKey'] = keyed(1)): Blobs =>
  createBlobs({ dir, withKey, now: () => Date.UTC(2026, 10, 2) });
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const putWhole = async (bytes: Uint8Array): Promise<string> => {
  const put = await blobs.put(bytes);
  return put.ok ? put.value.hash : put.error.code;
};
async function* inParts(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'bursar-blobs-'));
  blobs = make();
});
afterEach(() => rm(dir, { recursive: true, force: true }));

describe('content that is written down and not yet stored', () => {
  it('is no part of the store before it is kept, and stored under its hash then', async () => {
    const bytes = randomBytes(3 * chunk);
    const staged = await blobs.stage(inParts(bytes, 1000));
    if (!staged.ok) throw new Error(staged.error.code);
    expect([staged.value.ref, await blobs.has(sha256(bytes))]).toEqual([{ hash: sha256(bytes), size: bytes.length }, false]);
    expect(await staged.value.keep()).toEqual(ok(staged.value.ref));
    expect(await blobs.read(sha256(bytes))).toEqual(ok(bytes));
    expect(await readdir(dir)).toEqual([sha256(bytes)]);
  });

  it('leaves nothing when it is dropped', async () => {
    const staged = await blobs.stage(randomBytes(1000));
    if (!staged.ok) throw new Error(staged.error.code);
    await staged.value.drop();
    expect(await readdir(dir)).toEqual([]);
    expect(await staged.value.keep()).toMatchObject({ ok: false, error: { code: 'storage' } });
  });

  it('is cleared away when it was left by a run that was killed, and nothing else is', async () => {
    await writeFile(path.join(dir, '0123456789abcdef.tmp'), 'half');
    await writeFile(path.join(dir, 'note.tmp'), 'not ours');
    const hash = await putWhole(Buffer.from('whole'));
    expect((await readdir(dir)).toSorted()).toEqual([hash, 'note.tmp'].toSorted());
  });
});

describe('storing a blob', () => {
  it.each([0, 1, chunk - 1, chunk, chunk + 1, 3 * chunk, 3 * chunk + 7])('gives back %i bytes as they were', async (length) => {
    const bytes = randomBytes(length);
    expect(await blobs.put(bytes)).toEqual(ok({ hash: sha256(bytes), size: length }));
    expect(await blobs.read(sha256(bytes))).toEqual(ok(bytes));
  });

  it.each([1000, chunk, chunk + 1, 5 * chunk])('takes a stream in parts of %i bytes for the same as the whole', async (size) => {
    const bytes = randomBytes(3 * chunk + 11);
    expect(await blobs.put(inParts(bytes, size))).toEqual(ok({ hash: sha256(bytes), size: bytes.length }));
    expect(await blobs.read(sha256(bytes))).toEqual(ok(bytes));
  });

  it('shows nothing of the content and leaves one private file of the expected length', async () => {
    const bytes = Buffer.from('PASSPORT OKAFOR ADAEZE '.repeat(8000));
    const hash = await putWhole(bytes);
    const file = await readFile(path.join(dir, hash));
    expect(file.includes('OKAFOR')).toBe(false);
    expect(file.length).toBe(header + bytes.length + Math.ceil(bytes.length / chunk) * tag);
    expect(await readdir(dir)).toEqual([hash]);
    if (process.platform !== 'win32') expect((await stat(path.join(dir, hash))).mode & 0o777).toBe(0o600);
  });

  it('encrypts the same content differently each time', async () => {
    const hash = await putWhole(Buffer.from('same'));
    const first = await readFile(path.join(dir, hash));
    await putWhole(Buffer.from('same'));
    expect((await readFile(path.join(dir, hash))).equals(first)).toBe(false);
    expect(await readdir(dir)).toEqual([hash]);
  });

  it('leaves nothing behind when the source breaks off', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield randomBytes(2 * chunk);
      throw new Error('the camera went away');
    }
    await expect(blobs.put(broken())).rejects.toThrow('the camera went away');
    expect(await readdir(dir)).toEqual([]);
  });

  it('says so when the disk refuses', async () => {
    const file = path.join(dir, 'not-a-folder');
    await writeFile(file, '');
    const nowhere = createBlobs({ dir: path.join(file, 'deeper'), withKey: keyed(1), now: () => 0 });
    expect(await nowhere.put(Buffer.from('x'))).toMatchObject({ ok: false, error: { code: 'storage' } });
  });
});

describe('reading a blob', () => {
  it('holds only a few pieces at a time, however long the file', async () => {
    const length = 600 * chunk;
    async function* long(): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < length; at += chunk) yield Buffer.alloc(chunk, at / chunk);
    }
    const put = await blobs.put(long());
    const opened = await blobs.open(put.ok ? put.value.hash : '');
    if (!opened.ok) throw new Error(opened.error.code);
    let [pieces, total, longest] = [0, 0, 0];
    for await (const piece of opened.value) {
      pieces += 1;
      total += piece.length;
      longest = Math.max(longest, piece.length);
    }
    expect({ pieces, total, longest }).toEqual({ pieces: 600, total: length, longest: chunk });
  });

  it('can be left half-way', async () => {
    const hash = await putWhole(randomBytes(4 * chunk));
    const opened = await blobs.open(hash);
    if (!opened.ok) throw new Error(opened.error.code);
    for await (const piece of opened.value) {
      expect(piece.length).toBe(chunk);
      break;
    }
    expect(await blobs.remove(hash)).toEqual(ok(undefined));
  });

  it('knows what it has', async () => {
    const hash = await putWhole(Buffer.from('x'));
    expect(await blobs.has(hash)).toBe(true);
    expect(await blobs.remove(hash)).toEqual(ok(undefined));
    expect(await blobs.remove(hash)).toEqual(ok(undefined));
    expect(await blobs.has(hash)).toBe(false);
    expect(await blobs.read(hash)).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  it.each(['', '../vault.json', 'A'.repeat(64), `${'a'.repeat(64)}/..`])('takes "%s" for no name', async (name) => {
    expect(await blobs.read(name)).toMatchObject({ ok: false, error: { code: 'validation' } });
    expect(await blobs.remove(name)).toMatchObject({ ok: false, error: { code: 'validation' } });
    expect(await blobs.has(name)).toBe(false);
  });

  it('is closed while the vault is', async () => {
    const hash = await putWhole(Buffer.from('x'));
    const closed = make(async () => fail(appError('locked', 'Locked.')));
    expect(await closed.read(hash)).toMatchObject({ ok: false, error: { code: 'locked' } });
    expect(await closed.put(Buffer.from('y'))).toMatchObject({ ok: false, error: { code: 'locked' } });
    expect(await readdir(dir)).toEqual([hash]);
  });
});

describe('a damaged blob', () => {
  const step = chunk + tag;
  it.each<[string, (file: Buffer) => Buffer]>([
    ['its magic changed', (file) => flip(file, 0)],
    ['its salt changed', (file) => flip(file, 10)],
    ['a byte of its second chunk changed', (file) => flip(file, header + step + 5)],
    ['a tag changed', (file) => flip(file, header + chunk + 3)],
    ['its last byte cut off', (file) => file.subarray(0, -1)],
    ['its last chunk cut off at the edge', (file) => file.subarray(0, header + 2 * step)],
    ['all chunks cut off', (file) => file.subarray(0, header)],
    ['its header cut short', (file) => file.subarray(0, 20)],
    ['nothing left', () => Buffer.alloc(0)],
    ['two chunks swapped', (file) => Buffer.concat([
      file.subarray(0, header), file.subarray(header + step, header + 2 * step), file.subarray(header, header + step), file.subarray(header + 2 * step),
    ])],
    ['something added', (file) => Buffer.concat([file, Buffer.alloc(40)])],
  ])('with %s is refused and kept aside', async (_how, damage) => {
    const hash = await putWhole(randomBytes(2 * chunk + 500));
    const file = path.join(dir, hash);
    const broken = damage(await readFile(file));
    await writeFile(file, broken);
    expect(await blobs.read(hash)).toMatchObject({ ok: false, error: { code: 'storage' } });
    expect(await readdir(dir)).toEqual([`${hash}.broken-2026-11-02T00-00-00-000Z`]);
    expect((await readFile(path.join(dir, `${hash}.broken-2026-11-02T00-00-00-000Z`))).equals(broken)).toBe(true);
    expect(await blobs.has(hash)).toBe(false);
  });

  it('ends a stream with an error, never with a quiet end', async () => {
    const hash = await putWhole(randomBytes(2 * chunk + 500));
    await writeFile(path.join(dir, hash), (await readFile(path.join(dir, hash))).subarray(0, header + 2 * step));
    const opened = await blobs.open(hash);
    if (!opened.ok) throw new Error(opened.error.code);
    const drain = async (): Promise<void> => { for await (const piece of opened.value) expect(piece.length).toBe(chunk); };
    await expect(drain()).rejects.toBeInstanceOf(BlobDamaged);
  });

  it('is told from genuine content under a false name', async () => {
    const [one, two] = [await putWhole(Buffer.from('one')), await putWhole(Buffer.from('two'))];
    await writeFile(path.join(dir, one), await readFile(path.join(dir, two)));
    expect(await blobs.read(one)).toMatchObject({ ok: false, error: { code: 'storage' } });
    expect(await blobs.read(two)).toEqual(ok(Buffer.from('two')));
  });

  it('may be another key\'s: it does not open and is not lost', async () => {
    const hash = await putWhole(Buffer.from('one'));
    expect(await make(keyed(2)).read(hash)).toMatchObject({ ok: false, error: { code: 'storage' } });
    expect(await readdir(dir)).toEqual([expect.stringContaining('.broken-')]);
  });
});

describe('steps in turn', () => {
  it('run one after the other, and a failing one holds nobody up', async () => {
    const order: string[] = [];
    const step = (name: string) => async () => {
      order.push(`${name} begins`);
      await Promise.resolve();
      order.push(`${name} ends`);
      if (name === 'a') throw new Error('broken');
      return name;
    };
    const turns = await Promise.allSettled([blobs.inTurn(step('a')), blobs.inTurn(step('b'))]);
    expect(turns.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });
});

function flip(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
}
