import { expect, test } from 'vitest';
import { buildWorld } from '../../../../main/sandbox/assemble.ts';
import { holderName } from '../../../../main/sandbox/blaaiz/names.ts';
import type { PayoutMethod } from '../../../../main/sandbox/blaaiz/payout-fields.ts';
import { recipientOf } from '../../../../main/sandbox/blaaiz/recipient.ts';

const { world } = buildWorld({});
const known = (method: PayoutMethod, currency: string, body: Record<string, unknown>): Record<string, unknown> => {
  const { id, amount, currency: said, ...details } = recipientOf(world, method, body, currency, 12_345);
  expect([typeof id, amount, said]).toEqual(['string', 12_345, currency]);
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== null));
};
const account = { account_number: '0123456789', account_name: 'As typed' };

test.each<[PayoutMethod, string, Record<string, unknown>, Record<string, unknown>]>([
  ['bank_transfer', 'NGN', { ...account, bank_id: 3 }, { account_number: '0123456789', account_name: holderName('0123456789'), bank_name: 'Harmattan Bank', bank_code: '903' }],
  ['bank_transfer', 'GBP', { ...account, sort_code: '209912' }, { ...account, sort_code: '209912' }],
  ['bank_transfer', 'EUR', { account_name: 'Jo', iban: 'DE89', bic_code: 'X' }, { account_name: 'Jo', account_number: 'DE89', iban: 'DE89' }],
  ['interac', 'CAD', { email: 'jo@example.test', interac_first_name: 'Jo', interac_last_name: 'Field' }, { account_name: 'Jo Field', email: 'jo@example.test' }],
  ['wire', 'USD', { ...account, bank_name: 'First', routing_number: '021000021', swift_code: 'X' }, { ...account, bank_name: 'First', routing_number: '021000021' }],
  ['crypto', 'USD', { wallet_address: '0xAb', wallet_network: 'TRON_MAINNET' }, { wallet_address: '0xAb', bank_name: 'TRON_MAINNET' }],
  ['mobile_money', 'XOF', { phone_number: '+221701234567', mobile_money_operator_id: '11', account_name: 'Jo' }, { account_number: '+221701234567', account_name: 'Jo', bank_name: 'Teranga Money', bank_code: 'TRG' }],
])('by %s in %s the recipient is just what its body says', (method, currency, body, expected) => { expect(known(method, currency, body)).toEqual(expected); });
