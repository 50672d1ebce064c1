import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PayoutOrder, UploadBody } from '../../../../main/providers/provider.ts';
import { emptyCustomerFields, type CustomerFields } from '../../../../preload/contract/customers.ts';
import type { PayeeDetails, PayoutMethod } from '../../../../preload/contract/payee-fields.ts';
import type { CurrencyCode } from '../../../../preload/contract/currency.ts';
import { startSandbox } from '../../../../main/sandbox/server.ts';
import { providerAt, type ProviderRig } from '../support/blaaiz.ts';
import { openSandbox, valueOf, type Sandbox } from '../support/sandbox.ts';

let sandbox: Sandbox;
let rig: ProviderRig;
beforeAll(async () => { sandbox = await openSandbox(); });
afterAll(async () => { await sandbox.close(); });
beforeEach(async () => { await sandbox.control('reset'); rig = sandbox.connect(); });

const adaeze: CustomerFields = {
  ...emptyCustomerFields, firstName: 'Ife', lastName: 'Bello', email: 'ife.bello@example.test', country: 'NG', idNumber: 'B00112233', dob: '1991-02-03', tin: '22334455667',
  idExpiryDate: '2032-01-01', street: '4 Creek Road', city: 'Lagos', state: 'LA', zipCode: '101001',
};
const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...Array.from({ length: 5000 }, () => 7)]);
const image: UploadBody = { size: png.length, mime: 'image/png', open: async function* () { yield png.subarray(0, 2000); yield png.subarray(2000); } };
const idle = () => new AbortController().signal;

async function orderOf(change: Partial<PayoutOrder> = {}): Promise<PayoutOrder> {
  const wallets = await valueOf(rig.provider.payouts.wallets());
  const [sender] = await valueOf(rig.provider.customers.findTwins({ email: 'adaeze.nwosu@example.test' }));
  const from = change.from ?? 'GBP';
  return {
    merchantReference: randomUUID(), walletId: wallets.find((one) => one.currency === from)?.id ?? '', customerRemoteId: sender?.remoteId ?? '', method: 'bank_transfer', from, to: 'NGN',
    side: 'send', amount: { minor: 24_000, currency: from }, details: { bankId: '7', accountNumber: '0123456789' }, note: 'Invoice 7', ...change,
  };
}
const paidOut = (reference: string) => sandbox.ledger().filter((entry) => entry.kind === 'payout' && entry.merchant_reference === reference);

describe('a customer, from the form to the decision', () => {
  it('is created, gets its documents and is verified', async () => {
    const { customers } = rig.provider;
    const { remoteId, status } = await valueOf(customers.create(adaeze));
    expect(status).toBe('PENDING');
    const target = await valueOf(customers.presign(remoteId, 'identity'));
    const sent: number[] = [];
    await valueOf(customers.upload(target, image, (total) => sent.push(total), idle()));
    expect(sent).toEqual([2000, png.length]);
    await valueOf(customers.attach(remoteId, { identity: target.fileId }));
    await sandbox.control(`customers/${remoteId}/decision`, { status: 'VERIFIED' });
    const { idIssueDate: _issued, phone: _phone, ...filled } = adaeze;
    expect(await valueOf(customers.get(remoteId))).toEqual({ remoteId, status: 'VERIFIED', extraChecks: false, comment: null, fields: filled });
    expect(await valueOf(customers.findTwins({ email: adaeze.email, idNumber: adaeze.idNumber }))).toMatchObject([{ remoteId }]);
    expect(await customers.update(remoteId, { lastName: 'Balogun' })).toMatchObject({ ok: false });
  });

  it('is updated, named and not found as it should be', async () => {
    const { customers } = rig.provider;
    const { remoteId } = await valueOf(customers.create(adaeze));
    expect(await valueOf(customers.update(remoteId, { city: 'Ibadan' }))).toMatchObject({ fields: { city: 'Ibadan' } });
    expect(await valueOf(customers.get(randomUUID()))).toBeNull();
    expect(await valueOf(customers.idLabel('NG'))).toEqual({ label: 'Bank Verification Number', type: 'bvn' });
    expect(await customers.create({ ...adaeze, email: 'nonsense' })).toMatchObject({ error: { code: 'validation', fields: [{ path: 'email' }] } });
  });

  it('whose upload address is too old gets told so', async () => {
    const { remoteId } = await valueOf(rig.provider.customers.create(adaeze));
    const target = await valueOf(rig.provider.customers.presign(remoteId, 'identity'));
    await sandbox.control('clock', { skip_seconds: 3600 });
    expect(await rig.provider.customers.upload(target, image, () => undefined, idle())).toMatchObject({ error: { code: 'upload-expired' } });
  });

  it('is not uploaded over a line whose certificate nobody trusts', async () => {
    const strict = await startSandbox({ httpsUpload: true });
    try {
      const { provider } = providerAt(strict.url, { clientId: strict.blaaiz.client_id, clientSecret: strict.blaaiz.client_secret });
      const { remoteId } = await valueOf(provider.customers.create(adaeze));
      const target = await valueOf(provider.customers.presign(remoteId, 'identity'));
      expect(target.url).toMatch(/^https:/);
      expect(await provider.customers.upload(target, image, () => undefined, idle())).toMatchObject({ error: { code: 'tls' } });
    } finally {
      await strict.close();
    }
  });

  it('has upload headers written as a list when there are none', async () => {
    await sandbox.control('settings', { empty_upload_headers: true });
    const { remoteId } = await valueOf(rig.provider.customers.create(adaeze));
    const target = await valueOf(rig.provider.customers.presign(remoteId, 'identity'));
    expect(target.headers).toEqual({});
    await valueOf(rig.provider.customers.upload(target, image, () => undefined, idle()));
  });
});

describe('what a payout needs', () => {
  it('wallets, banks, operators, holders, rates and currencies are read', async () => {
    const { payouts } = rig.provider;
    expect((await valueOf(payouts.wallets())).map((one) => [one.currency, one.balance.minor])).toContainEqual(['GBP', 1_940_000]);
    expect(await valueOf(payouts.banks('NGN'))).toContainEqual({ id: '7', name: 'Benue Valley Bank', code: '907' });
    expect(await valueOf(payouts.operators('XOF'))).toContainEqual({ id: '11', name: 'Teranga Money, Senegal', code: 'TRG', country: 'SN' });
    expect((await valueOf(payouts.lookupAccount('7', '0123456789'))).accountName).toMatch(/\w/);
    expect((await valueOf(rig.provider.rates('GBP'))).map((one) => one.pair)).toContain('GBP/NGN');
    expect(await valueOf(rig.provider.transactions({}, 1))).toEqual({ rows: [], page: 1, lastPage: 1 });
  });

  it.each(['send', 'receive'] as const)('a price adds up when the amount is what they %s', async (side) => {
    const amount = side === 'send' ? { minor: 24_000, currency: 'GBP' as const } : { minor: 40_000_000, currency: 'NGN' as const };
    const price = await valueOf(rig.provider.payouts.price({ from: 'GBP', to: 'NGN', method: 'bank_transfer', side, amount }));
    expect(price.gap).toBeNull();
    expect(side === 'send' ? price.send : price.receive).toEqual(amount);
    expect(price.fees.reduce((sum, fee) => sum + fee.amount.minor, 0)).toBe(price.totalFees.minor);
  });
});

describe('sending', () => {
  it('takes exactly the amount from the wallet, once, and is found by our reference and by id', async () => {
    const { payouts } = rig.provider;
    const one = await orderOf();
    const outcome = await payouts.send(payouts.compose(one));
    expect(outcome).toMatchObject({ kind: 'accepted', payout: { merchantReference: one.merchantReference, status: 'processing', sent: one.amount, received: { currency: 'NGN' } } });
    expect(paidOut(one.merchantReference)).toMatchObject([{ amount: -24_000, currency: 'GBP' }]);
    const found = await valueOf(payouts.find(one.merchantReference));
    expect(found).toMatchObject(outcome.kind === 'accepted' ? { transactionId: outcome.payout.transactionId } : {});
    await sandbox.control(`payouts/${one.merchantReference}/finish`, { status: 'SUCCESSFUL' });
    expect(await valueOf(payouts.status(found?.transactionId ?? ''))).toMatchObject({ status: 'successful' });
  });

  const address = { country: 'GB', street: '1 Dock Rd', city: 'Leeds', zipCode: 'LS1 1AA' };
  const us = { ...address, country: 'US', state: 'NY', zipCode: '10001', accountNumber: '12345678', accountName: 'Ada Obi', accountType: 'checking', payeeType: 'individual', bankName: 'First Bank', routingNumber: '021000021' };
  it.each<[CurrencyCode, PayoutMethod, PayeeDetails]>([
    ['GBP', 'bank_transfer', { accountName: 'Ada Obi', sortCode: '20-00-00', accountNumber: '55779911', ...address }],
    ['EUR', 'bank_transfer', { accountName: 'Ada Obi', iban: 'DE89 3704 0044 0532 0130 00', bic: 'COBADEFFXXX', ...address, country: 'DE' }],
    ['CAD', 'interac', { email: 'ada@example.test', interacFirstName: 'Ada', interacLastName: 'Obi' }],
    ['USD', 'ach', us], ['USD', 'wire', { ...us, bic: 'CHASUS33' }],
    ['USD', 'crypto', { walletToken: 'USDT', walletNetwork: 'TRON_MAINNET', walletAddress: 'TJRabPrwbZy45sbavfcjinPJC18kjpRTv8' }],
    ['KES', 'mobile_money', { accountName: 'Ada Obi', operatorId: '1', phoneNumber: '0712 345678' }],
    ['XOF', 'mobile_money', { accountName: 'Awa Diop', operatorId: '11', phoneNumber: '77 123 45 67', country: 'SN' }],
  ])('to %s by %s has every field the provider asks for', async (to, method, details) => {
    const { payouts } = rig.provider;
    const one = await orderOf({ to, method, details });
    const country = details.country ?? '';
    expect((await payouts.price({ from: 'GBP', to, method, side: 'send', amount: one.amount, ...(to === 'XOF' ? { country } : {}) })).ok).toBe(true);
    expect(await payouts.send(payouts.compose(one))).toMatchObject({ kind: 'accepted' });
    expect(paidOut(one.merchantReference)).toHaveLength(1);
  });

  it('mobile money that was queued before a restart still has its ids: warming up is enough', async () => {
    const details = { accountName: 'Awa Diop', operatorId: '11', phoneNumber: '77 123 45 67', country: 'SN' };
    const one = await orderOf({ to: 'XOF', method: 'mobile_money', details });
    const { payouts } = sandbox.connect().provider;
    await valueOf(payouts.warmUp());
    expect(await payouts.send(payouts.compose(one))).toMatchObject({ kind: 'accepted' });
  });

  it('mobile money to a country the provider does not list is refused, never sent to another country that shares the currency', async () => {
    const { payouts } = rig.provider;
    await valueOf(payouts.operators('XOF'));
    const one = await orderOf({ to: 'XOF', method: 'mobile_money', details: { accountName: 'Afi Mensah', operatorId: '11', phoneNumber: '+228 90 11 23 45', country: 'TG' } });
    expect(await payouts.send(payouts.compose(one))).toMatchObject({ kind: 'refused', error: { code: 'validation' } });
    expect(paidOut(one.merchantReference)).toHaveLength(0);
    expect((await payouts.price({ from: 'GBP', to: 'XOF', method: 'mobile_money', side: 'send', amount: one.amount, country: 'TG' })).ok).toBe(false);
  });

  it('the same bytes again is never a second payout: it exists, and looking it up proves it', async () => {
    const { payouts } = rig.provider;
    const one = await orderOf();
    const body = payouts.compose(one);
    await payouts.send(body);
    expect(await payouts.send(body)).toEqual({ kind: 'unknown', cause: 'duplicate reference: it exists, look it up' });
    expect(await valueOf(payouts.find(one.merchantReference))).not.toBeNull();
    expect(paidOut(one.merchantReference)).toHaveLength(1);
  });

  it.each([
    ['a wallet that is short', { amount: { minor: 999_999_999, currency: 'GBP' as const } }, 'insufficient-funds'],
    ['a missing bank', { details: { accountNumber: '0123456789' } }, 'validation'],
  ])('for %s is refused and takes nothing', async (_name, change, code) => {
    const { payouts } = rig.provider;
    const one = await orderOf(change);
    expect(await payouts.send(payouts.compose(one))).toMatchObject({ kind: 'refused', error: { code } });
    expect(paidOut(one.merchantReference)).toEqual([]);
  });

  it.each(['reset-after-headers', 'truncated', 'malformed', 'empty'])('with a reply spoilt by "%s" is unknown although it was carried out, and is found', async (kind) => {
    const { payouts } = rig.provider;
    const one = await orderOf();
    await sandbox.control('faults', { kind, method: 'POST', path: '/api/external/payout' });
    expect((await payouts.send(payouts.compose(one))).kind).toBe('unknown');
    expect(paidOut(one.merchantReference)).toHaveLength(1);
    expect(await valueOf(payouts.find(one.merchantReference))).toMatchObject({ merchantReference: one.merchantReference });
  });

  it.each(['reset', '500', 'html', '403-xml'])('with a reply spoilt by "%s" is unknown although nothing was carried out, and is not found', async (kind) => {
    const { payouts } = rig.provider;
    const one = await orderOf();
    await sandbox.control('faults', { kind, method: 'POST', path: '/api/external/payout' });
    expect((await payouts.send(payouts.compose(one))).kind).toBe('unknown');
    expect(paidOut(one.merchantReference)).toEqual([]);
    expect(await valueOf(payouts.find(one.merchantReference))).toBeNull();
  });

  it('that is never answered is unknown when its time is over, and was carried out once', async () => {
    const limits: (() => void)[] = [];
    const slow = sandbox.connect({ after: (_ms, run) => { limits.push(run); return () => undefined; } });
    const one = await orderOf();
    await valueOf(slow.provider.payouts.warmUp());
    await sandbox.control('faults', { kind: 'timeout-after-commit', method: 'POST', path: '/api/external/payout' });
    const outcome = slow.provider.payouts.send(slow.provider.payouts.compose(one));
    await vi.waitFor(() => { expect(paidOut(one.merchantReference)).toHaveLength(1); });
    limits.at(-1)?.();
    expect(await outcome).toEqual({ kind: 'unknown', cause: 'no answer in time' });
    expect(paidOut(one.merchantReference)).toHaveLength(1);
  });
});

describe('tokens and allowance', () => {
  it('a token that ended early is renewed without the person noticing', async () => {
    await valueOf(rig.provider.payouts.wallets());
    await sandbox.control('tokens/expire');
    expect((await valueOf(rig.provider.payouts.wallets())).length).toBeGreaterThan(0);
  });

  it('the allowance is told with each reply', async () => {
    await valueOf(rig.provider.payouts.wallets());
    expect(rig.budgets.at(-1)).toMatchObject({ limit: 100 });
    expect(rig.reach.at(-1)).toEqual([true, null]);
  });

  it('the connection test passes from top to bottom', async () => {
    const checks = await rig.provider.test();
    expect(checks.filter((one) => one.state === 'failed' || one.state === 'warn')).toEqual([]);
    expect(checks.find((one) => one.id === 'wallets')?.value).toBe('5: NGN, USD, GBP, EUR, CAD');
  });
});

describe('the log', () => {
  it('names no token, secret, account, person, reference or address, whatever is done', async () => {
    const { customers, payouts } = rig.provider;
    const { remoteId } = await valueOf(customers.create(adaeze));
    const target = await valueOf(customers.presign(remoteId, 'identity'));
    await valueOf(customers.upload(target, image, () => undefined, idle()));
    await customers.findTwins({ email: adaeze.email, idNumber: adaeze.idNumber });
    await payouts.lookupAccount('7', '0123456789');
    const one = await orderOf();
    await payouts.send(payouts.compose(one));
    await payouts.find(one.merchantReference);
    await sandbox.control('faults', { kind: 'reset', method: 'POST', path: '/api/external/payout' });
    await payouts.send(payouts.compose(await orderOf()));
    const log = JSON.stringify(rig.logs);
    const secrets = [sandbox.blaaiz.client_id, sandbox.blaaiz.client_secret, 'Bearer', 'eyJ', '0123456789', 'example.test', 'Bello', adaeze.idNumber, adaeze.tin, remoteId,
      one.merchantReference, one.walletId, target.url, target.fileId, new URL(target.url).pathname];
    expect(secrets.filter((secret) => log.includes(secret))).toEqual([]);
    expect(new Set(rig.logs.flatMap((line) => Object.keys(line)))).toEqual(new Set(['event', 'method', 'route', 'attempt', 'status', 'durationMs']));
    expect(rig.logs.map((line) => line.route)).toContain('/api/external/transaction/{key}');
  });
});
