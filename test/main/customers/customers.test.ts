import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { CustomerFields } from '../../../preload/contract/customers.ts';
import type { DocumentSlot } from '../../../preload/contract/documents.ts';
import { providerAt, type ProviderRig } from '../providers/support/blaaiz.ts';
import { bench, type Bench } from '../sandbox/client.ts';
import { bad, desk, good, thea, type Desk } from './desk.ts';

type Whole = { readonly at: Desk; readonly sandbox: Bench; readonly rig: ProviderRig };

/** Customers, the real client and the real sandbox. */
async function whole(): Promise<Whole> {
  const sandbox = await bench();
  const { client_id: clientId, client_secret: clientSecret } = sandbox.sandbox.blaaiz;
  const rig = providerAt(sandbox.sandbox.url, { clientId, clientSecret });
  onTestFinished(() => { rig.provider.close(); });
  const at = await desk(rig.provider.customers);
  return { at, sandbox, rig };
}

const submit = (at: Desk, id: string) => at.customers.handlers['customers.submit']({ id });
const check = (at: Desk, id: string) => at.customers.handlers['customers.check']({ id });
const fault = (sandbox: Bench, kind: string, method: string, path: string, more: object = {}) => sandbox.control('POST', 'faults', { kind, method, path, ...more });

async function requests(sandbox: Bench): Promise<readonly string[]> {
  const { body } = await sandbox.control('GET', 'requests');
  return body.map((one) => `${String(one['method'])} ${String(one['path']).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '*')}`);
}

async function there(sandbox: Bench, email: string): Promise<number> {
  const { body } = await sandbox.client.call('GET', `/customer?email=${encodeURIComponent(email)}`);
  return body['data']?.length ?? 0;
}

/** Ends the client's time limits as soon as the sandbox has a request it will not answer. */
async function timeOut({ rig, sandbox }: Whole, path: string): Promise<void> {
  await vi.waitFor(async () => { expect((await requests(sandbox)).at(-1)).toBe(path); });
  for (const end of rig.limits.values()) end();
}

async function submitted(at: Desk, change: Partial<CustomerFields> = {}, slots: readonly DocumentSlot[] = ['identity', 'proof_of_address']) {
  const { id } = await at.draft(change, slots);
  return good(await submit(at, id));
}

describe('customers at the Blaaiz sandbox', () => {
  it('go from a form to verified: created, uploaded, attached in one call, and followed', async () => {
    const { at, sandbox } = await whole();
    const customer = await submitted(at, { idType: 'drivers_license' }, ['identity', 'identity_back', 'proof_of_address']);
    expect(customer).toMatchObject({ state: 'pending', problem: null });
    const seen = (await requests(sandbox)).filter((one) => !one.includes('oauth'));
    expect(seen.filter((one) => one === 'POST /api/external/customer')).toHaveLength(1);
    expect(seen.filter((one) => one.startsWith('PUT /upload'))).toHaveLength(3);
    expect(seen.at(-1)).toBe('POST /api/external/customer/*/files');
    await sandbox.skip(7200);
    expect(good(await check(at, customer.id))).toMatchObject({ state: 'verified', verifiedAt: at.now, nextCheckAt: null });
    expect(good(await at.customers.refresh(customer.id))).toMatchObject({ state: 'verified', extraChecks: false, remoteId: customer.remoteId });
  });

  it('are found again when the answer to creating never came, and not created twice', async () => {
    const all = await whole();
    const { at, sandbox } = all;
    const { id } = await at.draft();
    await fault(sandbox, 'timeout-after-commit', 'POST', '/api/external/customer');
    const running = submit(at, id);
    await timeOut(all, 'POST /api/external/customer');
    expect(good(await running).state).toBe('pending');
    expect(await there(sandbox, thea.email)).toBe(1);
  });

  it('are created after all when the request never arrived', async () => {
    const { at, sandbox } = await whole();
    const { id } = await at.draft();
    await fault(sandbox, 'reset', 'POST', '/api/external/customer');
    expect(bad(await submit(at, id)).code).toBe('outcome-unknown');
    expect(await there(sandbox, thea.email)).toBe(0);
    expect(good(await submit(at, id)).state).toBe('pending');
    expect(await there(sandbox, thea.email)).toBe(1);
  });

  it('go on with an upload that was cut, without sending what has arrived or creating again', async () => {
    const { at, sandbox } = await whole();
    const { id } = await at.draft({}, ['identity', 'proof_of_address']);
    await fault(sandbox, 'reset', 'PUT', '/upload/', { skip: 1 });
    expect(bad(await submit(at, id))).toMatchObject({ code: 'offline', fields: [{ path: 'identity' }] });
    expect((await at.get(id)).documents.map(({ slot, state }) => [slot, state])).toEqual([['identity', 'cut'], ['proof_of_address', 'uploaded']]);
    at.restart();
    await sandbox.control('DELETE', 'requests');
    expect(good(await submit(at, id)).state).toBe('pending');
    const seen = await requests(sandbox);
    expect(seen.filter((one) => one.startsWith('PUT /upload'))).toHaveLength(1);
    expect(seen).not.toContain('POST /api/external/customer');
  });

  it('get a new upload address when one expired on the way', async () => {
    const { at, sandbox } = await whole();
    const { id } = await at.draft();
    await fault(sandbox, '403-xml', 'PUT', '/upload/');
    expect(good(await submit(at, id)).state).toBe('pending');
    expect((await requests(sandbox)).filter((one) => one === 'POST /api/external/file/get-presigned-url')).toHaveLength(2);
  });

  it('upload again what the provider no longer takes', async () => {
    const { at, sandbox } = await whole();
    const { id } = await at.draft();
    await fault(sandbox, '500', 'POST', '/api/external/customer/', { times: 1 });
    expect(bad(await submit(at, id)).code).toBe('provider-down');
    // As if the provider had cleaned up files that nobody attached.
    at.store.run('UPDATE documents SET file_id = ? WHERE customer_id = ?', ['0199e2bb-0000-7000-8000-00000000f11e', id]);
    expect(good(await submit(at, id)).state).toBe('pending');
    expect((await requests(sandbox)).filter((one) => one.startsWith('PUT /upload'))).toHaveLength(2);
  });

  it('can be corrected after a rejection, and are verified then', async () => {
    const { at, sandbox } = await whole();
    const { id, remoteId } = await submitted(at);
    await sandbox.control('POST', `customers/${remoteId ?? ''}/decision`, { status: 'REJECTED', comment: 'Blurred.' });
    const rejected = good(await check(at, id));
    expect(rejected.state).toBe('rejected');
    expect(rejected.problem?.message).toMatch(/gave no reason through its API/);
    good(await at.customers.handlers['customers.save']({ id, fields: { ...rejected.fields, lastName: 'Marlow', street: '12 Anyder Quay' } }));
    // The one before was as good as this one, so a person says what is better now.
    const { id: documentId } = good(await at.place(id));
    expect(bad(await submit(at, id))).toMatchObject({ code: 'document-stopped', fields: [{ path: 'identity' }] });
    good(await at.customers.handlers['documents.override']({ customerId: id, documentId, ids: ['better'], reason: 'The name was misspelt in the form.' }));
    expect(good(await submit(at, id))).toMatchObject({ state: 'pending', remoteId });
    const { body } = await sandbox.client.call('GET', `/customer/${remoteId ?? ''}`);
    expect(body['data']?.['last_name']).toBe('Marlow');
    await sandbox.skip(7200);
    expect(good(await check(at, id)).state).toBe('verified');
  });

  it('stop at somebody else\u2019s e-mail, and take over the same person', async () => {
    const { at, sandbox } = await whole();
    const other = { type: 'individual', first_name: 'Ada', last_name: 'Obi', email: 'ada@quay.example', country: 'NG', id_type: 'passport', id_number: 'A11223344' };
    await sandbox.client.call('POST', '/customer', other);
    const clash = await at.draft({ email: 'ada@quay.example' });
    expect(bad(await submit(at, clash.id))).toMatchObject({ code: 'conflict', fields: [{ path: 'email' }] });
    const same = await submitted(at, { firstName: 'Ada', lastName: 'Obi', email: 'ada@quay.example', idNumber: 'A11223344', country: 'NG', phone: '' });
    expect(same.state).toBe('pending');
    expect(await there(sandbox, 'ada@quay.example')).toBe(1);
    expect(good(await at.customers.handlers['customers.twins']({ id: clash.id })).map(({ customer, where }) => [customer.id, where])).toContainEqual([same.id, 'here']);
  });

  it('fill empty fields after verification, keep the rest locked, and show extra checks', async () => {
    const { at, sandbox } = await whole();
    const { id, remoteId } = await submitted(at);
    await sandbox.skip(7200);
    const { fields } = good(await check(at, id));
    expect(bad(await at.customers.handlers['customers.update']({ id, fields: { ...fields, lastName: 'Other' } })).code).toBe('customer-locked');
    expect(good(await at.customers.handlers['customers.update']({ id, fields: { ...fields, tin: '12345678901' } })).locked).toContain('tin');
    await sandbox.control('POST', `customers/${remoteId ?? ''}/edd`, { enabled: true });
    expect(good(await check(at, id)).extraChecks).toBe(true);
  });

  it('can be taken over, and name their tax number as the provider does', async () => {
    const { at, sandbox } = await whole();
    const made = await sandbox.client.call('POST', '/customer', { type: 'individual', first_name: 'Ada', last_name: 'Obi', email: 'ada@quay.example', country: 'NG', id_type: 'passport', id_number: 'A11223344' });
    const remoteId = String(made.body['data']?.['id']);
    expect(good(await at.customers.handlers['customers.adopt']({ remoteId }))).toMatchObject({ state: 'cut', remoteId, name: 'Ada Obi', fields: { idNumber: 'A11223344' } });
    expect(good(await at.customers.handlers['customers.idLabel']({ country: 'NG' }))).toMatchObject({ label: 'Bank Verification Number' });
  });

  it('keep what the provider says about each field of a form it refuses', async () => {
    const { at, sandbox } = await whole();
    await sandbox.client.call('POST', '/customer', { type: 'individual', first_name: 'T', last_name: 'M', email: 'THEA@quay.example', country: 'GB', id_type: 'passport', id_number: 'Z9999999' });
    const { id } = await at.draft();
    const error = bad(await submit(at, id));
    expect(error).toMatchObject({ code: 'conflict', fields: [{ path: 'email' }] });
    expect(await at.get(id)).toMatchObject({ state: 'cut', remoteId: null, problem: error });
  });
});
