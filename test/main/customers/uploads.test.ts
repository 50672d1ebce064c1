import { describe, expect, it, vi } from 'vitest';
import { appError } from '../../../preload/contract/errors.ts';
import { bad, desk, good, photo } from './desk.ts';
import { scripted } from './scripted.ts';

const expired = appError('upload-expired', 'Too old.');

describe('uploading', () => {
  it('asks for a new address when one is too old, and gives up after three', async () => {
    const provider = scripted();
    const at = await desk(provider);
    const { id } = await at.draft();
    for (let times = 0; times < 3; times += 1) provider.failNext('upload', expired);
    expect(bad(await at.customers.handlers['customers.submit']({ id })).code).toBe('upload-expired');
    expect(provider.calls.filter((call) => call === 'presign:identity')).toHaveLength(3);
    provider.failNext('upload', expired);
    good(await at.customers.handlers['customers.submit']({ id }));
    expect(provider.calls.filter((call) => call === 'upload:identity')).toHaveLength(5);
  });

  it('stops one file when asked, sends the others, and goes on with that one', async () => {
    const provider = scripted();
    const at = await desk(provider);
    const { id } = await at.draft({}, ['identity', 'proof_of_address']);
    const release = provider.holdNext('upload');
    const running = at.customers.handlers['customers.submit']({ id });
    await vi.waitFor(() => { expect(provider.calls.at(-1)).toBe('upload:proof_of_address'); });
    good(await at.customers.handlers['customers.cancelUpload']({ id, slot: 'proof_of_address' }));
    release();
    const stopped = good(await running);
    expect(stopped).toMatchObject({ state: 'cut', problem: { code: 'cancelled', fields: [{ path: 'proof_of_address' }] } });
    expect(stopped.documents.map(({ slot, state }) => [slot, state])).toEqual([['identity', 'uploaded'], ['proof_of_address', 'cut']]);
    provider.calls.length = 0;
    good(await at.customers.handlers['customers.submit']({ id }));
    expect(provider.calls).toEqual(['get:remote-1', 'presign:proof_of_address', 'upload:proof_of_address', 'attach:identity,proof_of_address']);
  });

  it('stops everything when asked, and that is no error', async () => {
    const provider = scripted();
    const at = await desk(provider);
    const { id } = await at.draft({}, ['identity', 'proof_of_address']);
    const release = provider.holdNext('upload');
    const running = at.customers.handlers['customers.submit']({ id });
    await vi.waitFor(() => { expect(provider.calls.at(-1)).toBe('upload:proof_of_address'); });
    expect(bad(await at.place(id)).code).toBe('conflict');
    good(await at.customers.handlers['customers.cancelUpload']({ id, slot: null }));
    release();
    expect(good(await running)).toMatchObject({ state: 'cut', problem: { code: 'cancelled', message: 'Stopped by you.' } });
    expect(provider.calls).not.toContain('upload:identity');
    good(await at.customers.handlers['customers.cancelUpload']({ id, slot: null }));
  });

  it('reports progress in steps, not by the byte, and shows it while the file is on its way', async () => {
    const provider = scripted();
    const seen: number[] = [];
    const at = await desk({ ...provider, upload: async (target, body, onSent, signal) => {
      const done = await provider.upload(target, body, onSent, signal);
      seen.push((await at.get(id)).documents[0]?.sent ?? -1);
      return done;
    } });
    const { id } = await at.draft({}, []);
    good(await at.place(id, 'identity', { bytes: photo(10_000_000) }));
    good(await at.customers.handlers['customers.submit']({ id }));
    expect(seen).toEqual([10_000_004]);
    expect(at.progress.length).toBeGreaterThan(50);
    expect(at.progress.length).toBeLessThan(110);
    expect(at.progress.map(({ sent }) => sent)).toEqual(at.progress.map(({ sent }) => sent).toSorted((a, b) => a - b));
    expect(at.progress.at(-1)?.sent).toBe(10_000_004);
  });

  it('names a file that is gone from the disk, and asks for no address for nothing twice', async () => {
    const provider = scripted();
    const at = await desk(provider);
    const { id } = await at.draft();
    for (const hash of await at.files()) good(await at.blobs.remove(hash));
    expect(bad(await at.customers.handlers['customers.submit']({ id }))).toMatchObject({ code: 'storage', message: expect.stringMatching(/identity\.jpg is not on this computer/) });
    expect(provider.calls.filter((call) => call.startsWith('upload'))).toEqual([]);
  });
});
