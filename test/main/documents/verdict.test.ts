import { describe, expect, it } from 'vitest';
import { createAudit } from '../../../main/audit/audit.ts';
import { bad, desk, good, thea, type Desk } from '../customers/desk.ts';
import { scripted } from '../customers/scripted.ts';
import { goodEvidence } from './evidence.ts';

const submit = (at: Desk, id: string) => at.customers.handlers['customers.submit']({ id });
const override = (at: Desk, customerId: string, documentId: string, ids: readonly string[], reason = 'Support asked for exactly this one.') =>
  at.customers.handlers['documents.override']({ customerId, documentId, ids: ids as never, reason });
const glare = { glare: { share: 0.064, areas: [] } };

/** A draft whose passport page shows something. */
async function showing(change: Parameters<typeof goodEvidence>[2]) {
  const provider = scripted();
  const at = await desk(provider);
  const { id } = await at.draft({}, []);
  const document = good(await at.place(id, 'identity', { evidence: [goodEvidence(thea, 'identity', change)] }));
  return { at, id, provider, document };
}

describe('what is sent to Blaaiz', () => {
  it('is stopped here with its cause and remedy when it needs another look, and nothing is sent', async () => {
    const { at, id, provider } = await showing(glare);
    const error = bad(await submit(at, id));
    expect(error).toMatchObject({ code: 'document-stopped', message: 'One document can\u2019t be sent as it is.', fields: [{ path: 'identity' }] });
    expect(error.fields?.[0]?.message).toMatch(/^Glare hides .*Tilt the passport.*Or write down why/);
    expect(provider.calls).toEqual([]);
    expect((await at.get(id)).state).toBe('draft');
  });

  it('goes with a written reason, which names who gave it and when, over a restart and in the audit log', async () => {
    const { at, id, document } = await showing(glare);
    const kept = good(await override(at, id, document.id, ['glare', 'glare']));
    expect(kept.overrides).toEqual([{ id: 'glare', reason: 'Support asked for exactly this one.', at: at.now, actor: 'Femke Osei' }]);
    at.restart();
    expect((await at.get(id)).documents[0]?.overrides).toEqual(kept.overrides);
    expect((await at.get(id)).timeline[0]).toMatchObject({ source: 'you', actor: 'Femke Osei', detail: 'Support asked for exactly this one.' });
    expect(at.store.all("SELECT actor, detail FROM audit WHERE what LIKE 'document kept%'")).toEqual([{ actor: 'Femke Osei', detail: expect.stringMatching(/"findings":"glare".*Support asked/) }]);
    expect(createAudit(at.store, 'profile-1').verify().ok).toBe(true);
    expect(good(await submit(at, id)).state).toBe('pending');
  });

  it('stays stopped for what no reason lets go', async () => {
    const { at, id, document, provider } = await showing({ shown: 'card', zone: goodEvidence({ ...thea, idType: 'drivers_license' }, 'identity').zone });
    expect(bad(await submit(at, id))).toMatchObject({ code: 'document-stopped', fields: [{ path: 'identity', message: expect.stringMatching(/card/) }] });
    expect(bad(await override(at, id, document.id, ['kind']))).toMatchObject({ code: 'validation', message: expect.stringMatching(/^No reason lets this go/) });
    expect(bad(await submit(at, id)).code).toBe('document-stopped');
    expect(provider.calls).toEqual([]);
  });

  it('is judged by the form as it is now', async () => {
    const { at, id } = await showing({});
    good(await at.customers.handlers['customers.save']({ id, fields: { ...thea, dob: '1990-03-14' } }));
    expect(bad(await submit(at, id))).toMatchObject({ code: 'document-stopped', fields: [{ path: 'identity', message: expect.stringMatching(/14 March 1991, the form 14 March 1990/) }] });
    good(await at.customers.handlers['customers.save']({ id, fields: thea }));
    expect(good(await submit(at, id)).state).toBe('pending');
  });

  it('is judged by the day as it is now', async () => {
    const { at, id, provider } = await showing({});
    provider.failNext('create', { code: 'offline', message: 'No network.' });
    bad(await submit(at, id));
    at.now = Date.UTC(2031, 7, 23, 9);
    expect(['validation', 'document-stopped']).toContain(bad(await submit(at, id)).code);
  });

  it('was looked at: what an earlier version kept is opened once more', async () => {
    const { at, id, provider } = await showing({});
    at.store.run("UPDATE documents SET evidence = '[]'");
    expect(bad(await submit(at, id))).toMatchObject({ code: 'document-stopped', fields: [{ path: 'identity', message: expect.stringMatching(/kept before Bursar checked documents/) }] });
    expect(provider.calls).toEqual([]);
    good(await at.place(id));
    expect(good(await submit(at, id)).state).toBe('pending');
  });

  it('leaves out what the document type has no slot for', async () => {
    const { at, id } = await showing({});
    at.store.run(`INSERT INTO documents (id, customer_id, slot, name, mime, bytes, blob_hash, state, added_at) VALUES ('old', ?, 'identity_back', 'b.jpg', 'image/jpeg', 3, 'h', 'kept', 1)`, [id]);
    expect(good(await submit(at, id)).state).toBe('pending');
  });
});

describe('a written reason', () => {
  it.each([
    ['for a finding that isn\u2019t there', ['sharp'], undefined], ['for one that passes', ['expiry'], undefined], ['for one of several that isn\u2019t there', ['glare', 'contrast'], undefined],
    ['in too few letters', ['glare'], '   it is ok   '],
  ])('is refused %s', async (_what, ids, reason) => {
    const { at, id, document } = await showing(glare);
    expect(bad(await override(at, id, document.id, ids, reason))).toMatchObject({ code: 'validation', fields: [{}] });
    expect((await at.get(id)).documents[0]?.overrides).toEqual([]);
    expect(at.store.all("SELECT 1 FROM audit WHERE what LIKE 'document kept%'")).toEqual([]);
  });

  it('is refused for another customer\u2019s document, and while Blaaiz looks at it', async () => {
    const { at, id, document } = await showing(glare);
    const other = await at.draft({ email: 'b@quay.example' }, []);
    expect(bad(await override(at, other.id, document.id, ['glare'])).code).toBe('not-found');
    good(await override(at, id, document.id, ['glare']));
    good(await submit(at, id));
    expect(bad(await override(at, id, document.id, ['glare'])).code).toBe('conflict');
  });

  it('goes with the document it was given for', async () => {
    const { at, id, document } = await showing(glare);
    good(await override(at, id, document.id, ['glare']));
    expect(good(await at.place(id, 'identity', { evidence: [goodEvidence(thea, 'identity', glare)] })).overrides).toEqual([]);
    expect(bad(await submit(at, id)).code).toBe('document-stopped');
  });

  it('counts only for what the form held then', async () => {
    const provider = scripted();
    const at = await desk(provider);
    const { id } = await at.draft({}, []);
    const misspelt = { ...thea, lastName: 'Marlow' };
    const { id: documentId } = good(await at.place(id, 'identity', { evidence: [goodEvidence(misspelt, 'identity', glare)] }));
    good(await override(at, id, documentId, ['glare', 'name']));
    good(await at.customers.handlers['customers.save']({ id, fields: { ...thea, city: 'Leith' } }));
    expect((await at.get(id)).documents[0]?.overrides.map((one) => one.id)).toEqual(['glare', 'name']);
    good(await at.customers.handlers['customers.save']({ id, fields: { ...thea, lastName: 'Marlove' } }));
    expect((await at.get(id)).documents[0]?.overrides.map((one) => one.id)).toEqual(['glare']);
  });
});
