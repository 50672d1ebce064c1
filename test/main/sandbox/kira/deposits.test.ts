import { expect, test } from 'vitest';
import { type Answer, type KiraDesk, kiraDesk } from './payouts/desk.ts';

const simulate = (desk: KiraDesk, amount: unknown, account = desk.fiat): Promise<Answer> =>
  desk.call('POST', `/v1/virtual-accounts/${account}/simulate-deposit`, { amount, payment_type: 'wire' });
const list = async (desk: KiraDesk, query = ''): Promise<Answer['body']> => (await desk.call('GET', `/v1/virtual-accounts/${desk.fiat}/deposits${query}`)).body;
const all = async (desk: KiraDesk, query = ''): Promise<Answer['body']> => (await desk.call('GET', `/v1/virtual-accounts/deposits${query}`)).body;

test('C27: a simulated deposit is credited at once and is in the list', async () => {
  const desk = await kiraDesk();
  const { status, body } = await simulate(desk, '5000.00');
  expect([status, body]).toMatchObject([201, { deposit_id: expect.any(String), internalPaymentId: expect.any(String), status: 'completed', settlement_triggered: false }]);
  expect(await desk.balance()).toBe(30_000_00);
  expect(await list(desk)).toMatchObject([{ id: body['deposit_id'], amount: '5000.00', status: 'COMPLETED', payment_rail: 'WIRE', net_amount: '5000.00', fees: { total_fees: '0.00' } }]);
  expect(desk.sandbox.kiraLedger().at(-1)).toMatchObject({ kind: 'deposit', amount: 5000_00, virtual_account_id: desk.fiat });
});

test('C27: or, when told so, nothing comes of it', async () => {
  const desk = await kiraDesk();
  await desk.settings({ deposit_visible: false });
  expect((await simulate(desk, 1000)).status).toBe(201);
  expect([await desk.balance(), await list(desk)]).toEqual([25_000_00, []]);
});

test('eleven dollars go back, and money into a crypto account goes on', async () => {
  const desk = await kiraDesk();
  expect((await simulate(desk, '11')).body['status']).toBe('refunded');
  expect(await desk.balance()).toBe(25_000_00);
  expect((await list(desk))[0]?.['status']).toBe('REFUNDED');
  expect((await simulate(desk, '100.00', desk.crypto)).body['settlement_triggered']).toBe(true);
  expect(await desk.balance(desk.crypto)).toBe(0);
});

test.each([undefined, null, '0.00', '-5', '1.001', 'much', '1e3'])('refuses %s as an amount', async (amount) => {
  const desk = await kiraDesk();
  expect((await simulate(desk, amount)).status).toBe(400);
  expect(await desk.balance()).toBe(25_000_00);
});

test('is read one by one, newest first, with a limit pulled into its bounds', async () => {
  const desk = await kiraDesk();
  for (const amount of ['1.00', '2.00', '3.00']) await simulate(desk, amount);
  const amounts = (await list(desk, '?limit=1000')).map((one) => String(one['amount']));
  expect(amounts).toEqual(['3.00', '2.00', '1.00']);
  expect(await list(desk, '?limit=1&offset=2')).toMatchObject([{ amount: '1.00' }]);
  expect(await list(desk, '?limit=0')).toHaveLength(1);
  const id = String((await list(desk))[0]?.['id']);
  expect((await desk.call('GET', `/v1/virtual-accounts/${desk.fiat}/deposits/${id}`)).body).toMatchObject({ id, amount: '3.00' });
  expect((await desk.call('GET', `/v1/virtual-accounts/${desk.crypto}/deposits/${id}`)).status).toBe(404);
});

test('is listed across accounts by page, state and day', async () => {
  const desk = await kiraDesk();
  for (const amount of ['1.00', '11', '3.00']) await simulate(desk, amount);
  await desk.skip(86_400);
  await simulate(desk, '4.00', desk.crypto);
  expect(await all(desk, '?limit=3&page=2')).toMatchObject({ deposits: [{ amount: '1.00' }], total: 4, page: 2, limit: 3, total_pages: 2 });
  expect((await all(desk, '?status=REFUNDED'))['deposits']).toHaveLength(1);
  expect((await all(desk, `?virtual_account_id=${desk.crypto}`))['total']).toBe(1);
  expect((await all(desk, '?to_date=2026-05-04'))['total']).toBe(3);
  expect((await all(desk, '?from_date=2026-05-05'))['total']).toBe(1);
  expect((await desk.call('GET', '/v1/virtual-accounts/deposits?from_date=soon')).status).toBe(400);
});

test('only an account in use takes money', async () => {
  const desk = await kiraDesk();
  await desk.control('POST', `kira/accounts/${desk.fiat}`, { status: 'frozen' });
  expect((await simulate(desk, '5.00')).body['code']).toBe('invalid_operation');
});
