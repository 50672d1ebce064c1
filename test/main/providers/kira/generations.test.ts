import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readinessOf } from '../../../../main/providers/kira/readiness.ts';
import { accountReply, userReply } from '../../../../main/providers/kira/schemas.ts';
import { depositNetworks, depositTokens } from '../../../../preload/contract/deposit.ts';
import { callsTo, createdBody, idempotencyKey, kiraOrder, payout, recipient, sendAnswered, swiftFields, user, withKira } from '../support/kira.ts';
import { valueOf } from '../support/sandbox.ts';

const verified = userReply.parse({ id: user, status: 'VERIFIED' });
const instructions = { network: 'polygon', currency: 'USDC', address: '0xAbCdEf0000000000000000000000000000000a10', expires_at: '2026-06-02T12:00:00Z' };

describe('what Kira’s papers say in two ways', () => {
  it.each(['wire', 'swift', 'WIRE', null, 'carrier pigeon'])('C8: an accepted payout is the one that was sent, whatever rail its answer names (%j)', async (payment_method) => {
    const { outcome, calls } = await sendAnswered({ status: 201, body: createdBody({ payment_method }) });
    expect(outcome).toMatchObject({ kind: 'accepted', payout: { transactionId: payout, deposit: null } });
    expect(JSON.parse(calls[0]?.body ?? '')).toEqual({ amount: '250.50', recipient_id: recipient, extra_info: { memo: 'June', invoice_number: 'INV-9' } });
  });

  it('C10: an account in crypto mode pays out, each payout by a deposit of its own', async () => {
    expect(readinessOf(accountReply.parse({ id: 'va', user_id: user, type: 'US_BANK', mode: 'crypto', status: 'active', account_number: '0009', destination: { currency: 'USDC', network: 'solana' } }), verified))
      .toEqual({ readiness: 'ready', problems: [] });
    const { outcome } = await sendAnswered({ status: 201, body: createdBody({ deposit_instructions: instructions }) }, { funding: { network: 'polygon', token: 'USDC' } }, null);
    expect(outcome).toMatchObject({ kind: 'accepted', payout: { status: 'awaiting', deposit: { address: instructions.address, amount: '250.50' } } });
  });

  it('C12: takes whatever bank an account is at', () => {
    fc.assert(fc.property(fc.oneof(fc.constantFrom('portage', 'slovak_savings_bank', 'austin_capital_trust', 'zenus', 'jp_morgan'), fc.string({ minLength: 1 })), (bank) => {
      const account = accountReply.parse({ id: 'va', user_id: user, type: 'US_BANK', mode: 'fiat', status: 'active', bank, destination: null });
      expect([account.bank, readinessOf(account, verified).readiness]).toEqual([bank, 'ready']);
    }));
  });

  it.each(depositNetworks.flatMap((network) => depositTokens.map((token) => ({ network, token }))))('C28: $token on $network may fund a payout, and a refusal of it is told', async (funding) => {
    const made = await sendAnswered({ status: 201, body: createdBody({ deposit_instructions: { ...instructions, network: funding.network, currency: funding.token } }) }, { funding }, null);
    expect(made.outcome).toMatchObject({ kind: 'accepted', payout: { deposit: funding } });
    expect(JSON.parse(made.calls[0]?.body ?? '')).toMatchObject({ payment_instructions: { network: funding.network, currency: funding.token } });
    const refused = await sendAnswered({ status: 400, body: { code: 'validation_error', message: 'This pair is not supported' } }, { funding }, null);
    expect(refused.outcome).toMatchObject({ kind: 'refused', error: { message: expect.stringContaining('This pair is not supported') as string } });
  });
});

describe('a recipient as Kira tells it', () => {
  const told = {
    recipient_id: recipient, type: 'business', company_name: 'Globex GmbH', account_type: 'SWIFT',
    account_details: { account_number: 'DE02120300000000202051', swift_code: 'TESTDEFFXXX', bank_name: 'Testbank AG', bank_address: { street_name: '2 Ring', city: 'Berlin', state: 'BE', postal_code: '10117', country: 'DE' } },
  };
  it.each(['2026-05-28 00:54:16.464742+00', '2026-05-28 00:54:16.46474+00', 'the other day', 7, null, undefined])('trap 16: is read whatever its times look like (%j)', async (time) => {
    await withKira({ body: { recipients: [{ ...told, created_ts: time, updated_ts: time }], total: 1 } }, async ({ kira }) => {
      const [read, ...others] = await valueOf(kira.recipients([user]));
      expect([read?.remoteId, read?.fields.companyName, others]).toEqual([recipient, 'Globex GmbH', []]);
    });
  });
  it('trap 14: goes out with its bank’s address in parts, whatever other rails want', async () => {
    await withKira({ status: 201, body: told }, async ({ kira }, server) => {
      expect((await kira.createRecipient(idempotencyKey, kira.composeRecipient(swiftFields))).kind).toBe('made');
      const { account } = JSON.parse(callsTo(server)[0]?.body ?? '') as { account: { bank_address: unknown } };
      expect(account.bank_address).toEqual({ street_name: '2 Ring', city: 'Berlin', state: 'BE', postal_code: '10117', country: 'DE' });
    });
  });
});

describe('an account of a user whom Kira has not verified', () => {
  it.each(['CREATED', 'VERIFYING', 'REVIEW'])('trap 29: waits and says what is missing, however long the user is %s', (status) => {
    const account = accountReply.parse({ id: 'va', user_id: user, type: 'US_BANK', mode: 'fiat', status: 'active', account_number: '0009' });
    const { readiness, problems } = readinessOf(account, userReply.parse({ id: user, status }));
    expect([readiness, problems.map((one) => one.id)]).toEqual(['waiting', ['user']]);
    expect(problems[0]?.remedy).toMatch(/Kira/);
  });
});

describe('a 403', () => {
  it('trap 9: about an address that isn’t there is never told as a missing permission', async () => {
    await withKira({ status: 403, body: { message: 'Missing Authentication Token' } }, async ({ kira }) => {
      const answer = await kira.deposits(kiraOrder.accountId);
      expect(answer).toMatchObject({ ok: false, error: { code: 'signed-out' } });
      if (!answer.ok) expect(`${answer.error.message} ${answer.error.fix ?? ''}`).not.toMatch(/permission|scope/i);
    });
  });
});
