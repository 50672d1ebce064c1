import { expect, test } from 'vitest';
import { holderName } from '../../../../main/sandbox/blaaiz/names.ts';
import { bench } from '../client.ts';

test('lists banks, currencies and rates in their own envelopes', async () => {
  const { client } = await bench();
  const banks = (await client.call('GET', '/bank?currency=NGN&country=NG')).body;
  expect(banks.length).toBe(25);
  expect(banks.some((bank) => String(bank['id']) === String(bank['code']))).toBe(false);
  expect((await client.call('GET', '/bank?country=GB')).body).toEqual([]);
  const codes = (await client.call('GET', '/currency')).body.map((currency) => String(currency['code']));
  expect(codes.filter((code) => code === 'XOF')).toHaveLength(3);
  const rates = (await client.call('GET', '/rate?search_term=usd/ngn')).body['data'];
  expect(rates?.map((rate) => [rate['pair'], rate['value']])).toEqual([['USD/NGN', '1490.00']]);
});

test('an account always has the same holder, and those ending in 0000 have none', async () => {
  const { client } = await bench();
  const lookUp = (number: string): ReturnType<typeof client.call> => client.call('POST', '/bank/account-lookup', { account_number: number, bank_id: 3 });
  const name = (await lookUp('0123456789')).body['account_name'];
  expect((await lookUp('0123456789')).body).toEqual({ message: 'Account resolved successfully', account_name: name });
  expect(await lookUp('0123450000')).toMatchObject({ status: 400, body: { message: 'Invalid account number or bank code' } });
  expect((await lookUp('12')).status).toBe(422);
});

test('confirms a payee exactly, closely or not at all', async () => {
  const { client } = await bench();
  const holder = holderName('12345678');
  const ask = async (name: string): Promise<unknown> => (await client.call('POST', '/bank/payee-verification', {
    sort_code: '209912', account_number: '12345678', account_name: name,
  })).body['data'];
  expect(await ask(holder.toLowerCase())).toEqual({ matched: true, match_confidence_code: 'MATC', suggested_account_name: null });
  expect(await ask(`Zed ${holder.split(' ')[1] ?? ''}`)).toEqual({ matched: false, match_confidence_code: 'MBAM', suggested_account_name: holder });
  expect(await ask('Nobody Known')).toEqual({ matched: false, match_confidence_code: 'ANNM', suggested_account_name: null });
});

test('tells which IBANs can be reached', async () => {
  const { client } = await bench();
  const { body } = await client.call('POST', '/bank/iban-verification', { iban: 'DE89 3704 0044 0532 0130 00' });
  expect(body['data']).toEqual({ sepa_reachable: true, sepa_inst_reachable: true });
  expect((await client.call('POST', '/bank/iban-verification', { iban: 'DE00' })).status).toBe(422);
});

test('lists mobile money operators by currency or country', async () => {
  const { client } = await bench();
  const names = async (query: string): Promise<unknown> => (await client.call('GET', `/momo-operator?${query}`)).body['data']?.map((one) => one['name']);
  expect(await names('currency_id=6')).toEqual(['Twiga Money', 'Rift Cash']);
  expect(await names('country_id=195')).toEqual(['Teranga Money', 'Dakar Cash']);
});
