import { expect, test } from 'vitest';
import { bench, verified } from '../client.ts';

test('a balance is set to the minor unit and topped up, by entries of the ledger', async () => {
  const at = await bench();
  const wallet = at.sandbox.blaaiz.wallet_id;
  expect((await at.control('POST', `wallets/${wallet}`, { balance: '10.10' })).body).toEqual({ balance: 1010 });
  expect((await at.control('POST', `wallets/${wallet}`, { top_up: 0.9, balance: 5 })).body).toEqual({ balance: 590 });
  const sum = at.sandbox.ledger().filter((entry) => entry.wallet_id === wallet).reduce((total, entry) => total + entry.amount, 0);
  expect(sum).toBe(590);
});

test('a rate keeps what was not named', async () => {
  const at = await bench();
  const before = (await at.control('POST', 'rates', { pair: 'USD/GBP' })).body;
  const after = (await at.control('POST', 'rates', { pair: 'USD/GBP', value: '0.80', is_active: false })).body;
  expect(Number(after['value'])).toBe(0.8);
  expect(after['fee_percent']).toEqual(before['fee_percent']);
  expect(after['send_enabled']).toEqual(before['send_enabled']);
});

test.each([
  ['customers/nobody/decision', { status: 'VERIFIED' }], ['customers/nobody/edd', { enabled: true }], ['wallets/nowhere', { top_up: 1 }], ['rates', { pair: 'USD/JPY' }],
  ['payouts/nothing/finish', { status: 'FAILED' }], ['payouts/nothing/figures', { fee: '1.00' }],
])('%s names nothing that there is', async (path, body) => { expect((await (await bench()).control('POST', path, body)).status).toBe(404); });

test('what it can’t read is refused, and nothing moves', async () => {
  const at = await bench();
  const person = await verified(at.client);
  const before = at.sandbox.ledger().length;
  for (const [path, body] of [
    [`wallets/${at.sandbox.blaaiz.wallet_id}`, { top_up: 'much' }], [`wallets/${at.sandbox.blaaiz.wallet_id}`, { topup: 1 }], [`customers/${person}/decision`, { status: 'GOOD' }],
  ] as const) expect((await at.control('POST', path, body)).status).toBe(422);
  expect(at.sandbox.ledger()).toHaveLength(before);
  expect((await at.client.call('GET', `/customer/${person}`)).body['data']).toMatchObject({ verification_status: 'VERIFIED' });
});
