import type { Recipient } from '../model.ts';
import { banks, operators } from '../seed/banks.ts';
import { type Body, said as read } from '../validate.ts';
import type { World } from '../world.ts';
import { holderName } from './names.ts';
import type { PayoutMethod } from './payout-fields.ts';

const nobody = {
  account_number: null, account_name: null, bank_name: null, bank_code: null, routing_number: null, sort_code: null,
  iban: null, wallet_address: null, email: null,
};

/** The recipient of a payout from its checked body; `amount` in minor units of `currency`. */
export function recipientOf(world: World, method: PayoutMethod, body: Body, currency: string, amount: number): Recipient {
  return { id: world.ids.uuid(), ...nobody, ...details(method, body, currency), amount, currency };
}

function details(method: PayoutMethod, body: Body, currency: string): Partial<Recipient> {
  const said = (name: string): string | null => read(body, name) ?? null;
  const account = { account_number: said('account_number'), account_name: said('account_name') };
  switch (method) {
    case 'interac':
      return { account_name: `${said('interac_first_name')} ${said('interac_last_name')}`, email: said('email') };
    case 'ach':
    case 'wire':
      return { ...account, bank_name: said('bank_name'), routing_number: said('routing_number') };
    case 'crypto':
      return { wallet_address: said('wallet_address'), bank_name: said('wallet_network') };
    case 'mobile_money': {
      const operator = operators.find((one) => one.id === said('mobile_money_operator_id'));
      return { ...account, account_number: said('phone_number'), bank_name: operator?.name ?? null, bank_code: operator?.code ?? null };
    }
    case 'bank_transfer':
      return bankTransfer(account, said, currency);
  }
}

function bankTransfer(
  account: Pick<Recipient, 'account_number' | 'account_name'>, said: (name: string) => string | null, currency: string,
): Partial<Recipient> {
  if (currency === 'GBP') return { ...account, sort_code: said('sort_code') };
  if (currency === 'EUR') return { ...account, account_number: said('iban'), iban: said('iban') };
  const bank = banks.find((one) => one.id === said('bank_id'));
  return {
    ...account, account_name: holderName(account.account_number ?? ''), bank_name: bank?.name ?? null,
    bank_code: bank?.code ?? null,
  };
}
