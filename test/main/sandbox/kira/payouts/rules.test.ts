import { describe, expect, it } from 'vitest';
import { buildWorld } from '../../../../../main/sandbox/assemble.ts';
import { Refusal } from '../../../../../main/sandbox/errors.ts';
import type { KiraProfile, VirtualAccount } from '../../../../../main/sandbox/kira/model.ts';
import { checkAccount } from '../../../../../main/sandbox/kira/payouts/rules.ts';
import { kiraDesk, version } from './desk.ts';

const { world } = buildWorld({ clock: () => Date.UTC(2026, 4, 4, 9, 30) });
const [fiat] = world.state.kira.accounts;

/** What is said against an account, undefined when payouts may leave it. */
function against(change: Partial<VirtualAccount>, profile: KiraProfile = 'G1'): unknown {
  if (!fiat) throw new Error('no account');
  try {
    checkAccount(world, { ...fiat, ...change }, profile);
    return undefined;
  } catch (error) {
    return error instanceof Refusal ? error.reply : error;
  }
}

describe('an account', () => {
  it('lets payouts leave when it is an active US_BANK one', () => { expect(against({})).toBeUndefined(); });

  it('of another type lets none leave', () => { expect(against({ type: 'MX_SPEI' })).toMatchObject({ status: 400, body: { code: 'invalid_operation', message: expect.stringMatching(/US_BANK/) } }); });

  it.each(['pending', 'activating', 'failed', 'deactivated', 'frozen'])('trap 17: that is %s lets none leave', (status) => {
    expect(against({ status })).toMatchObject({ status: 400, body: { code: 'invalid_operation', message: expect.stringContaining(status) } });
  });

  it('with a deposit under review is held in the newest version', () => {
    world.state.kira.deposits.push({
      id: 'd', virtual_account_id: fiat?.id ?? '', amount: 100, fee: 0, status: 'KYT_PENDING', sender: '', payment_rail: 'WIRE', created_ms: 0, updated_ms: 0,
    });
    expect([against({}), against({}, 'G3')]).toMatchObject([undefined, { status: 400 }]);
  });
});

it('an account that is frozen while it is used refuses the next payout', async () => {
  const at = await kiraDesk();
  expect((await at.pay('250.50')).status).toBe(201);
  await at.control('POST', `kira/accounts/${at.fiat}`, { status: 'frozen' });
  expect(await at.pay('250.50')).toMatchObject({ status: 400, body: { code: 'invalid_operation' } });
});

it('the recipient is one of the account\'s own user', async () => {
  const at = await kiraDesk();
  const { body } = await at.call('GET', '/v1/users?limit=100');
  const owner = String((await at.call('GET', `/v1/virtual-accounts/${at.fiat}`)).body['user_id']);
  const other = body['data']?.find((one) => String(one['id']) !== owner)?.['id'];
  const account = {
    account_type: 'WIRE', account_number: '000456789012', routing_number: '111111118', type: 'checking', bank_name: 'First Lakeside Bank',
    bank_address: { street_name: '1 Lakeside Plaza', city: 'Chicago', state: 'IL', postal_code: '60601', country: 'US' },
  };
  const made = await at.call('POST', '/v1/recipients', {
    user_id: other, first_name: 'Ines', last_name: 'Duarte', email: 'ines@example.test', account,
    address: { street_name: '1 Way', city: 'Dover', state: 'DE', postal_code: '19901', country: 'US' },
  }, { 'idempotency-key': '0198b5c0-0000-4000-8000-000000000001' });
  expect(made.status).toBe(201);
  expect(await at.pay('250.50', { recipient_id: made.body['recipient_id'] })).toMatchObject({ status: 404, body: { code: 'not_found' } });
  expect((await at.preview({ amount: '250.50', recipient_id: made.body['recipient_id'] }, at.fiat, version('2025-01-01'))).status).toBe(404);
});
