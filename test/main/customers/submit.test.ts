import { describe, expect, it, vi } from 'vitest';
import { appError } from '../../../preload/contract/errors.ts';
import { createAudit } from '../../../main/audit/audit.ts';
import { bad, desk, good, thea } from './desk.ts';
import { lostAnswer, scripted } from './scripted.ts';

const offline = appError('offline', 'No network.');

describe('submitting', () => {
  it('creates, uploads the front last, attaches once and waits for the verdict', async () => {
    const provider = scripted();
    const at = await desk(provider);
    const { id } = await at.draft({ idType: 'drivers_license' }, ['identity', 'proof_of_address', 'identity_back']);
    const done = good(await at.customers.handlers['customers.submit']({ id }));
    expect(provider.calls).toEqual([
      'findTwins', 'create:thea@quay.example', 'presign:identity_back', 'upload:identity_back', 'presign:proof_of_address', 'upload:proof_of_address',
      'presign:identity', 'upload:identity', 'attach:identity,identity_back,proof_of_address',
    ]);
    expect(done).toMatchObject({ state: 'pending', pendingSince: at.now, remoteId: 'remote-1', problem: null, nextCheckAt: at.now + 15_000 });
    expect(done.documents.map(({ state, sent, bytes }) => [state, sent === bytes])).toEqual([['attached', true], ['attached', true], ['attached', true]]);
    expect(at.progress.at(-1)).toMatchObject({ customerId: id, sent: 2004, total: 2004 });
    expect(createAudit(at.store, 'profile-1').verify()).toMatchObject({ ok: true, head: { count: 3 } });
  });

  it('checks the form and the slots first, and then sends nothing', async () => {
    const provider = scripted();
    const at = await desk(provider);
    const { id } = await at.draft({ idType: 'resident_permit', email: 'thea@', dob: '2020-01-01' }, ['identity']);
    const error = bad(await at.customers.handlers['customers.submit']({ id }));
    expect(error).toMatchObject({ code: 'validation', message: '3 things are missing or wrong.' });
    expect(error.fields?.map(({ path }) => path)).toEqual(['dob', 'email', 'identity_back']);
    expect(provider.calls).toEqual([]);
    expect(await at.get(id)).toMatchObject({ state: 'draft', problem: null });
  });

  it('sends the form trimmed, with phone and country as they are written on the wire', async () => {
    const provider = scripted();
    const at = await desk(provider);
    const { id } = await at.draft({ firstName: ' Thea  Ines ', phone: '020 7946 0018', email: ' Thea@Quay.example ' });
    good(await at.customers.handlers['customers.submit']({ id }));
    expect(provider.people.get('remote-1')?.fields).toMatchObject({ firstName: 'Thea Ines', phone: '+442079460018', email: 'Thea@quay.example' });
  });

  it('leaves a back side out that a passport has no slot for', async () => {
    const provider = scripted();
    const at = await desk(provider);
    const { id } = await at.draft({ idType: 'drivers_license' }, ['identity', 'identity_back']);
    good(await at.customers.handlers['customers.save']({ id, fields: thea }));
    good(await at.place(id));
    good(await at.customers.handlers['customers.submit']({ id }));
    expect(provider.calls.at(-1)).toBe('attach:identity');
  });

  it('runs once for two clicks', async () => {
    const provider = scripted();
    const at = await desk(provider);
    const { id } = await at.draft();
    const both = await Promise.all([at.customers.handlers['customers.submit']({ id }), at.customers.handlers['customers.submit']({ id })]);
    expect(both.map((one) => good(one).state)).toEqual(['pending', 'pending']);
    expect(provider.calls.filter((call) => call.startsWith('create'))).toHaveLength(1);
    expect(bad(await at.customers.handlers['customers.submit']({ id })).code).toBe('conflict');
  });

  it.each(['findTwins', 'create', 'presign', 'upload', 'attach'] as const)('stops at %s with the problem kept, and goes on from there', async (step) => {
    const provider = scripted();
    const at = await desk(provider);
    const { id } = await at.draft({ idType: 'drivers_license' }, ['identity', 'identity_back']);
    provider.failNext(step, offline);
    const result = await at.customers.handlers['customers.submit']({ id });
    expect(bad(result).code).toBe('offline');
    expect(await at.get(id)).toMatchObject({ state: 'cut', problem: { code: 'offline' } });
    at.restart();
    const done = good(await at.customers.handlers['customers.submit']({ id }));
    expect(done.state).toBe('pending');
    expect(provider.people.size).toBe(1);
    expect(provider.attached.get('remote-1')).toHaveLength(1);
    expect(provider.calls.filter((call) => call === 'upload:identity_back').length).toBe(step === 'upload' ? 2 : 1);
  });

  it('says which slot and how far when an upload breaks', async () => {
    const provider = scripted();
    const at = await desk(provider);
    const { id } = await at.draft();
    provider.failNext('upload', appError('offline', 'The connection broke off.'), true);
    expect(bad(await at.customers.handlers['customers.submit']({ id }))).toMatchObject({ message: 'Passport page: The connection broke off.', fields: [{ path: 'identity' }] });
    expect((await at.get(id)).documents).toMatchObject([{ state: 'cut', problem: 'The connection broke off.' }]);
  });

  it('needs a provider, and changes nothing without', async () => {
    const at = await desk();
    const { id } = await at.draft();
    expect(bad(await at.customers.handlers['customers.submit']({ id })).code).toBe('not-set-up');
    expect((await at.get(id)).state).toBe('draft');
  });

  it('is cut when the app stops on the way; nothing goes by itself, and going on finishes it', async () => {
    const provider = scripted();
    const at = await desk(provider);
    const { id } = await at.draft();
    const release = provider.holdNext('upload');
    const lost = at.customers.handlers['customers.submit']({ id });
    await vi.waitFor(() => { expect(provider.calls.at(-1)).toBe('upload:identity'); });
    at.restart();
    release();
    await lost.catch(() => undefined);
    const calls = provider.calls.length;
    expect(await at.get(id)).toMatchObject({ state: 'cut', problem: { message: 'Stopped when Bursar closed.' }, documents: [{ state: 'cut' }] });
    await at.pass(3_600_000);
    expect(provider.calls).toHaveLength(calls);
    expect(good(await at.customers.handlers['customers.submit']({ id })).state).toBe('pending');
    expect(provider.people.size).toBe(1);
  });

  it('stops when Bursar is locked, and says so', async () => {
    const provider = scripted();
    const at = await desk(provider);
    const { id } = await at.draft();
    const release = provider.holdNext('create');
    const running = at.customers.handlers['customers.submit']({ id });
    await vi.waitFor(() => { expect(provider.calls).toContain('create:thea@quay.example'); });
    const locked = at.customers.pause();
    release();
    await locked;
    expect(bad(await running)).toMatchObject({ code: 'cancelled', message: 'Stopped when Bursar was locked.' });
    expect(await at.get(id)).toMatchObject({ state: 'cut', remoteId: 'remote-1' });
    expect(provider.calls.some((call) => call.startsWith('presign'))).toBe(false);
  });

  it('lets a bug out but leaves the customer able to go on', async () => {
    const provider = scripted();
    const at = await desk({ ...provider, attach: () => { throw new Error('a bug'); } });
    const { id } = await at.draft();
    await expect(at.customers.handlers['customers.submit']({ id })).rejects.toThrow('a bug');
    expect(await at.get(id)).toMatchObject({ state: 'cut', problem: { code: 'internal' } });
    at.provider = provider;
    expect(good(await at.customers.handlers['customers.submit']({ id })).state).toBe('pending');
  });

  it('is finished when Blaaiz decided while the answer to attaching was lost', async () => {
    const provider = scripted();
    const at = await desk(provider);
    const { id } = await at.draft();
    provider.failNext('attach', lostAnswer, true);
    const attach = provider.attach;
    at.provider = { ...provider, attach: async (...given) => { const done = await attach(...given); provider.decide('remote-1', { status: 'VERIFIED' }); return done; } };
    expect(good(await at.customers.handlers['customers.submit']({ id }))).toMatchObject({ state: 'verified', documents: [{ state: 'attached' }] });
  });
});
