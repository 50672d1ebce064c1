import { describe, expect, it } from 'vitest';
import { readRecipients } from '../../../../main/providers/kira/recipients.ts';
import type { RecipientOutcome } from '../../../../main/providers/provider.ts';
import type { Answer, Seen } from '../support/server.ts';
import { callsTo, idempotencyKey, recipient, swiftFields, user, withKira } from '../support/kira.ts';
import { valueOf } from '../support/sandbox.ts';

const address = { street_name: '1 Ring', city: 'Berlin', state: 'BE', postal_code: '10115', country: 'DE' };
const bankAddress = { street_name: '2 Ring', city: 'Berlin', state: 'BE', postal_code: '10117', country: 'DE' };
const swift = {
  recipient_id: recipient, type: 'business', company_name: 'Globex GmbH', phone: '+4930111222', email: 'ap@globex.test', address, account_type: 'SWIFT',
  account_details: { account_number: 'DE02120300000000202051', swift_code: 'TESTDEFFXXX', bank_name: 'Testbank AG', bank_address: bankAddress },
  created_ts: '2026-05-28 00:54:16.464742+00', updated_ts: '2026-05-28 00:54:16.464742+00', metadata: {},
};
/** What creating one answers: parts of the bank's address are missing. */
const lying = { ...swift, account_details: { ...swift.account_details, bank_address: { ...bankAddress, state: '', postal_code: '' } } };
const fields = { ...swiftFields, accountNumber: 'DE02120300000000202051', bic: 'TESTDEFFXXX', bankCountry: 'DE' };

const create = async (made: Answer, read: Answer = { body: swift }): Promise<{ outcome: RecipientOutcome; calls: readonly Seen[] }> =>
  withKira((seen) => (seen.method === 'POST' ? made : read), async ({ kira }, server) => {
    const outcome = await kira.createRecipient(idempotencyKey, kira.composeRecipient(swiftFields));
    return { outcome, calls: callsTo(server) };
  });

describe('the recipients of users', () => {
  it('C9: are those on wires and SWIFT, read whole in any case', async () => {
    const others = ['ACH', 'INSTANT_PAY', 'WALLET', 'SPEI', ''].map((account_type, i) => ({ ...swift, recipient_id: `o${i}`, account_type, account_details: { bank_address: 'one line' } }));
    await withKira({ body: { recipients: [...others, swift, { ...swift, recipient_id: 'r2', account_type: 'wire', account_details: null }], total: 7 } }, async ({ kira }, server) => {
      expect(await valueOf(kira.recipients([user, user]))).toEqual([{ remoteId: recipient, fields }, { remoteId: 'r2', fields: expect.objectContaining({ rail: 'wire', accountNumber: '' }) as unknown }]);
      expect(callsTo(server).map((seen) => seen.path)).toEqual([`/v1/recipients?user_id=${user}`]);
    });
  });
  it('of a user that Kira doesn\u2019t know are none', async () => {
    await withKira({ status: 404, body: { error: { code: 'USER_NOT_FOUND', message: 'x', details: { user_id: user } } } }, async ({ kira }) => { expect(await valueOf(kira.recipients([user]))).toEqual([]); });
    await withKira({ status: 500, body: {} }, async ({ kira }) => { expect(await kira.recipients([user])).toMatchObject({ error: { code: 'provider-down' } }); });
  });
  it('of individuals have names, and their account\u2019s kind and papers', () => {
    const person = { recipient_id: 'p', first_name: 'Ann', last_name: 'Roe', account_type: 'WIRE', account_details: { type: 'SAVINGS', doc_type: 'ein', routing_number: '021', bank_address: 'one line' } };
    expect(readRecipients([person], user)?.[0]?.fields).toMatchObject({ kind: 'individual', firstName: 'Ann', accountType: 'savings', docType: 'ein', routingNumber: '021', bankStreet: 'one line', bankCity: '' });
  });
});

describe('making a recipient', () => {
  it.each([200, 201, 202])('C14: takes %i for made, and sends key and body once as they are', async (status) => {
    const { outcome, calls } = await create({ status, body: lying });
    expect(outcome).toEqual({ kind: 'made', recipient: { remoteId: recipient, fields } });
    expect(calls.map((seen) => [seen.method, seen.path])).toEqual([['POST', '/v1/recipients'], ['GET', `/v1/recipients/${recipient}`]]);
    expect(calls[0]?.headers['idempotency-key']).toBe(idempotencyKey);
  });
  it('trap 11: believes the second reading about the bank\u2019s address, and what was sent when there is none', async () => {
    expect((await create({ status: 201, body: lying })).outcome).toMatchObject({ recipient: { fields: { bankState: 'BE', bankPostalCode: '10117' } } });
    expect((await create({ status: 201, body: lying }, { status: 403, body: { message: 'Forbidden' } })).outcome).toEqual({ kind: 'made', recipient: { remoteId: recipient, fields } });
  });
  it('C16: keeps the number that was sent where Kira masks it', async () => {
    const masked = { ...swift, account_details: { ...swift.account_details, account_number: '****2051' } };
    expect((await create({ status: 201, body: masked }, { body: masked })).outcome).toEqual({ kind: 'made', recipient: { remoteId: recipient, fields } });
  });
  it('C15: answered about another account is not known', async () => {
    const other = { ...swift, account_details: { ...swift.account_details, account_number: 'DE99999' } };
    expect((await create({ status: 201, body: other })).outcome).toEqual({ kind: 'unknown', cause: 'Kira answered with another account: the key was used before' });
  });
  it('that is refused names the fields as the form does', async () => {
    const { outcome } = await create({ status: 400, headers: { 'x-amzn-requestid': 'req-1234' }, body: { error: 'Invalid request data', details: [
      { path: 'account.swift_code', message: 'Too short', code: 'too_small' }, { path: 'account.bank_address.country', message: 'Country must be a 2-character ISO code', code: 'too_big' },
    ] } });
    expect(outcome).toEqual({ kind: 'refused', error: {
      code: 'validation', message: 'The recipient was not made: Kira refused 2 fields.', fix: 'Correct what is marked, then try again.', reference: 'req-1234',
      fields: [{ path: 'bic', message: 'Too short' }, { path: 'bankCountry', message: 'Country must be a 2-character ISO code' }],
    } });
  });
  it.each<[string, Answer]>([
    ['a key that was used before', { status: 409, body: { error: { code: 'IDEMPOTENCY_CONFLICT', message: 'x', details: {} } } }], ['a fault', { status: 500, body: { status: 'error', message: 'x' } }],
    ['a cut line', 'cut'], ['a page', { status: 201, body: 'error code: 522' }], ['an answer without an id', { status: 201, body: { ok: true } }], ['408', { status: 408, body: { message: 'x' } }],
  ])('leaves %s unknown and never tries twice', async (_name, answer) => {
    const { outcome, calls } = await create(answer);
    expect(outcome.kind).toBe('unknown');
    expect(calls.filter((seen) => seen.method === 'POST')).toHaveLength(1);
  });
  it('goes again once when only the token was too old', async () => {
    const { outcome, calls } = await withKira((seen, all) => (seen.method === 'GET' ? { body: swift } : all.length === 1 ? { status: 401, body: { message: 'The incoming token has expired' } } : { status: 201, body: swift }),
      async ({ kira }, server) => ({ outcome: await kira.createRecipient(idempotencyKey, kira.composeRecipient(swiftFields)), calls: callsTo(server) }));
    expect(outcome.kind).toBe('made');
    expect(new Set(calls.filter((seen) => seen.method === 'POST').map((seen) => seen.body + String(seen.headers['idempotency-key']))).size).toBe(1);
  });
});
