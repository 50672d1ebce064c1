import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { kiraDesk } from './payouts/desk.ts';

test('the tenant reads its own configuration, and nobody else’s', async () => {
  const desk = await kiraDesk();
  const read = (id: string): ReturnType<typeof desk.call> => desk.call('GET', `/v1/clients/${id}`);
  const own = desk.sandbox.kira.client_id;
  expect((await read(own)).body).toMatchObject({ success: true, data: { client: { client_uuid: own, company_name: 'Northfield Trading' }, authorizedBanks: expect.arrayContaining(['slovak_savings_bank']) } });
  expect([(await read(randomUUID())).status, (await read('me')).status]).toEqual([403, 400]);
});

test('C1: a fee profile tells rates as fractions, as the settings have them', async () => {
  const desk = await kiraDesk();
  await desk.settings({ fees: { base_rate: '0.0025' } });
  const { body } = await desk.call('GET', '/v1/fee-profiles');
  expect(body).toMatchObject({ summary: { total_profiles: 2 }, fee_profiles: [
    { product_code: 'usa-va-fiat-payout', base_fees: { fixed_fee: '15.00', percentage_fee: '0.0025' }, client_markup: { fixed_fee: '2.00', percentage_fee: '0.001' } }, {},
  ] });
});
