import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../preload/contract/evidence.ts';
import { goodEvidence } from '../documents/evidence.ts';
import { bad, desk, good, thea, type Desk } from './desk.ts';
import { scripted, type Scripted } from './scripted.ts';

const glare = (share: number): Partial<Evidence> => ({ glare: { share, areas: [] } });
const submit = (at: Desk, id: string) => at.customers.handlers['customers.submit']({ id });
const placed = (at: Desk, id: string, change: Partial<Evidence>) => at.place(id, 'identity', { evidence: [goodEvidence(thea, 'identity', change)] });

async function refuse(at: Desk, provider: Scripted, id: string, comment: string | null) {
  provider.decide('remote-1', { status: 'REJECTED', comment });
  const customer = good(await at.customers.handlers['customers.check']({ id }));
  provider.decide('remote-1', { status: 'PENDING', comment: null });
  return customer;
}

/** A customer with a passport page and a proof of address, refused by Blaaiz. */
async function refused(comment: string | null = 'Glare on the identity document.') {
  const provider = scripted();
  const at = await desk(provider);
  const { id } = await at.draft({}, ['proof_of_address']);
  good(await placed(at, id, glare(0.019)));
  good(await submit(at, id));
  return { at, id, provider, customer: await refuse(at, provider, id, comment) };
}

describe('a refusal by Blaaiz', () => {
  it('is kept with its points, what may be changed for it, and the refused documents', async () => {
    const { customer } = await refused();
    const identity = customer.documents.find(({ slot }) => slot === 'identity');
    expect(customer.rejection).toMatchObject({ count: 1, points: [{ text: 'Glare on the identity document.', cause: 'glare' }], slots: ['identity'], before: [{ id: identity?.id, captureIds: identity?.captureIds }] });
    expect(customer.rejection?.fields).not.toContain('lastName');
    expect(customer.timeline[0]).toMatchObject({ what: 'Rejected', detail: 'Glare on the identity document.' });
  });

  it('keeps several points apart', async () => {
    const { customer } = await refused('Glare on the identity document; The proof of address is blurry; The name does not match the identity document');
    expect(customer.rejection?.points.map(({ cause }) => cause)).toEqual(['glare', 'blur', 'name']);
    expect(customer.rejection?.slots).toEqual(expect.arrayContaining(['identity', 'proof_of_address']));
    expect(customer.rejection?.fields).toEqual(expect.arrayContaining(['firstName', 'lastName']));
  });

  it('without a word lets everything be changed, and still wants a better picture', async () => {
    const { at, id, customer } = await refused(null);
    expect(customer.rejection).toMatchObject({ count: 1, points: [{ cause: 'unknown' }], slots: expect.arrayContaining(['identity', 'proof_of_address']) });
    good(await at.customers.handlers['customers.save']({ id, fields: { ...thea, city: 'Leith' } }));
    expect(bad(await submit(at, id))).toMatchObject({ code: 'document-stopped', fields: [{ path: 'identity' }] });
    good(await placed(at, id, glare(0)));
    expect(good(await submit(at, id)).state).toBe('pending');
  });

  it('locks the form and the slots it wasn\u2019t about, in words', async () => {
    const { at, id, customer } = await refused();
    const { fields } = customer;
    expect(bad(await at.customers.handlers['customers.save']({ id, fields: { ...fields, lastName: 'Marlow', dob: '1990-01-01' } }))).toMatchObject({
      code: 'customer-locked', message: expect.stringMatching(/family name, birth date/), fields: [{ path: 'lastName' }, { path: 'dob' }],
    });
    expect(bad(await at.customers.handlers['customers.update']({ id, fields: { ...fields, lastName: 'Marlow' } })).code).toBe('customer-locked');
    good(await at.customers.handlers['customers.save']({ id, fields: { ...fields, street: '12 Anyder Quay' } }));
    expect(bad(await at.place(id, 'proof_of_address'))).toMatchObject({ code: 'conflict', message: expect.stringMatching(/proof of address/) });
    const letter = customer.documents.find(({ slot }) => slot === 'proof_of_address');
    expect(bad(await at.customers.handlers['documents.remove']({ customerId: id, documentId: letter?.id ?? '' })).code).toBe('conflict');
    expect(bad(await at.place(id, 'liveness_check')).code).toBe('conflict');
  });

  it('lets be changed what a new document shows to be wrong', async () => {
    const { at, id, customer } = await refused();
    const renewed = { ...thea, idNumber: 'T99Z11111' };
    good(await at.place(id, 'identity', { evidence: [goodEvidence(renewed, 'identity')] }));
    expect((await at.get(id)).rejection?.fields).toContain('idNumber');
    good(await at.customers.handlers['customers.save']({ id, fields: { ...customer.fields, idNumber: 'T99Z11111' } }));
    expect(good(await submit(at, id)).state).toBe('pending');
  });

  it('keeps the refused document beside the new one, its bytes and pages too', async () => {
    const { at, id, customer } = await refused();
    const [old] = customer.rejection?.before ?? [];
    const next = good(await placed(at, id, glare(0)));
    const now = await at.get(id);
    expect(now.documents.map((one) => one.id)).toContain(next.id);
    expect(now.documents.map((one) => one.id)).not.toContain(old?.id);
    expect(now.rejection?.before).toEqual([old]);
    at.restart();
    good(await at.customers.handlers['documents.read']({ customerId: id, documentId: old?.id ?? '' }));
    good(await at.customers.handlers['captures.read']({ id: old?.captureIds[0] ?? '' }));
    expect(bad(await at.customers.handlers['documents.remove']({ customerId: id, documentId: old?.id ?? '' })).code).toBe('not-found');
    expect(good(await at.customers.handlers['captures.list']({ documentId: null }))).toEqual([]);
  });

  it('lets the refused document be made anew from its own original', async () => {
    const { at, id, customer } = await refused();
    const [old] = customer.rejection?.before ?? [];
    const captureIds = [...old?.captureIds ?? []];
    const anew = { customerId: id, slot: 'identity', captureIds, name: 'again.jpg', bytes: Uint8Array.of(0xff, 0xd8, 0xff, 9), evidence: [goodEvidence(thea, 'identity')] } as const;
    expect(good(await at.customers.handlers['documents.place']({ ...anew, evidence: [...anew.evidence] })).captureIds).toEqual(captureIds);
    expect((await at.get(id)).rejection?.before).toMatchObject([{ id: old?.id, captureIds: [] }]);
  });
});

describe('the next upload after a refusal', () => {
  it('is stopped unchanged and when it is no better, and says what it risks', async () => {
    const { at, id, provider } = await refused();
    const calls = provider.calls.length;
    expect(bad(await submit(at, id))).toMatchObject({ code: 'document-stopped', fields: [{ path: 'identity', message: expect.stringMatching(/picture that was refused.*third/is) }] });
    const worse = good(await placed(at, id, glare(0.0185)));
    expect(bad(await submit(at, id))).toMatchObject({ fields: [{ path: 'identity', message: expect.stringMatching(/No better than what was refused.*third/is) }] });
    expect(bad(await at.customers.handlers['documents.override']({ customerId: id, documentId: worse.id, ids: ['better'], reason: 'I am sure that it is better.' })).code).toBe('validation');
    expect(provider.calls).toHaveLength(calls);
    good(await placed(at, id, glare(0.001)));
    expect(good(await submit(at, id)).state).toBe('pending');
  });

  it('is held against the last refusal; the count grows, over restarts too, and never falls', async () => {
    const { at, id, provider } = await refused();
    good(await placed(at, id, glare(0.005)));
    good(await submit(at, id));
    const second = await refuse(at, provider, id, 'Still glare on the identity document.');
    expect(second).toMatchObject({ rejection: { count: 2 }, problem: { message: expect.stringMatching(/for the 2nd time/), fix: expect.stringMatching(/blacklist.*second person/i) } });
    expect(second.timeline[0]?.what).toBe('Rejected for the 2nd time');
    expect(second.rejection?.before).toMatchObject([{ evidence: [{ glare: { share: 0.005 } }] }]);
    at.restart();
    good(await at.customers.handlers['customers.check']({ id }));
    expect((await at.get(id)).rejection?.count).toBe(2);
    expect(good(await at.customers.handlers['customers.supportNote']({ id })).body).toMatch(/Rejected so far: 2 times\. We send no further documents/);
    good(await placed(at, id, glare(0)));
    good(await submit(at, id));
    const third = await refuse(at, provider, id, 'Glare on the identity document.');
    expect(third).toMatchObject({ rejection: { count: 3 }, problem: { fix: expect.stringMatching(/Send nothing more/) } });
    for (const sql of ['DELETE FROM strikes', 'UPDATE strikes SET number = 1', "INSERT INTO strikes SELECT customer_id, 9, at, comment, points FROM strikes WHERE number = 1"]) expect(() => at.store.run(sql)).toThrow(/strikes/);
  });

  it('is counted once however often it is looked at', async () => {
    const { at, id, provider } = await refused();
    provider.decide('remote-1', { status: 'REJECTED', comment: 'Glare on the identity document.' });
    for (let look = 0; look < 3; look += 1) good(await at.customers.handlers['customers.check']({ id }));
    expect((await at.get(id)).rejection?.count).toBe(1);
  });

  it('takes a reason given against an earlier refusal for none', async () => {
    const { at, id, provider } = await refused(null);
    const alike = good(await placed(at, id, glare(0.019)));
    good(await at.customers.handlers['documents.override']({ customerId: id, documentId: alike.id, ids: ['better'], reason: 'The form was wrong, not the page.' }));
    good(await submit(at, id));
    const again = await refuse(at, provider, id, null);
    expect(again.documents.find(({ slot }) => slot === 'identity')?.overrides).toEqual([]);
    expect(bad(await submit(at, id)).code).toBe('document-stopped');
  });
});

describe('a customer that was refused before it came here', () => {
  it('counts as refused once, and its empty slots can be filled', async () => {
    const provider = scripted();
    const at = await desk(provider);
    await provider.create(thea);
    provider.decide('remote-1', { status: 'REJECTED', comment: 'Glare on the identity document.' });
    const { id, rejection } = good(await at.customers.handlers['customers.adopt']({ remoteId: 'remote-1' }));
    expect(rejection).toMatchObject({ count: 1, before: [], slots: ['identity'] });
    good(await at.place(id));
  });
});
