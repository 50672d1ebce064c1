import { expect, it } from 'vitest';
import { send } from '../../client.ts';
import { kiraDesk } from './desk.ts';

it('the code can be read, fixed, ended, blocked and given tries', async () => {
  const at = await kiraDesk();
  const set = async (change: object) => (await at.control('POST', 'kira/code', change)).body;
  expect(await set({ fixed: '000000' })).toMatchObject({ fixed: '000000', code: null, blocked: false });
  await at.freshCode();
  expect(await set({ attempts_left: 1 })).toMatchObject({ code: '000000', attempts_left: 1, expired: false });
  expect((await at.pay('250.50', {}, { code: '999999' })).body).toMatchObject({ attemptsRemaining: 0, isBlocked: true });
  expect(await set({ blocked: false })).toMatchObject({ blocked: false, attempts_left: 3 });
  const code = await at.freshCode();
  expect(await set({ expire: true })).toMatchObject({ code, expired: true });
  expect((await at.pay('250.50', {}, { code })).body['code']).toBe('OTP_INVALID');
});

it('unknown parts are refused', async () => {
  const at = await kiraDesk();
  expect((await at.control('POST', 'kira/code', { fixd: '000000' })).status).toBe(422);
  expect((await at.control('POST', 'kira/code', { fixed: '12' })).status).toBe(422);
});

it('figures can be told that do not add up; the ledger stays right', async () => {
  const at = await kiraDesk();
  const { body: paid } = await at.pay('250.50');
  const id = String(paid['id']);
  const told = async () => {
    const { body } = await at.call('GET', `/v1/payouts/${id}`);
    return [body['from_amount'], body['fee'], body['to_amount']];
  };
  const before = await told();
  expect((await at.control('POST', `kira/payouts/${id}/figures`, { received: '1.00' })).status).toBe(200);
  expect(await told()).toEqual([before[0], before[1], '1.00']);
  await at.control('POST', `kira/payouts/${id}/figures`, { fee: '0' });
  expect(await told()).toEqual([before[0], '0.00', before[2]]);
  expect((await at.control('GET', `kira/ledger/${at.fiat}`)).body).toMatchObject({ sum: 24_749_50 });
  for (const wrong of [{ fee: '-1' }, { received: '1.001' }, { sent: '1.00' }]) expect((await at.control('POST', `kira/payouts/${id}/figures`, wrong)).status).toBe(422);
  expect((await at.control('POST', 'kira/payouts/nobody/figures', { fee: '1.00' })).status).toBe(404);
});

it('an account\'s ledger tells its balance, its entries and their sum', async () => {
  const at = await kiraDesk();
  const { body: paid } = await at.pay('250.50');
  const { body } = await at.control('GET', `kira/ledger/${at.fiat}`);
  expect(body).toMatchObject({ balance: 24_749_50, sum: 24_749_50, entries: [{ kind: 'set', amount: 25_000_00 }, { kind: 'payout', amount: -250_50, payout_id: paid['id'] }] });
  expect((await at.control('GET', 'kira/ledger/nobody')).status).toBe(404);
});

it('they are not among the provider\'s own routes', async () => {
  const at = await kiraDesk();
  expect((await send(at.sandbox.kira.url, 'GET', '/__sandbox/kira/payouts', undefined, {})).status).not.toBe(200);
});
