import { z } from 'zod';
import type { Bank } from '../../../preload/contract/app.ts';
import { countryName } from '../../../preload/contract/countries.ts';
import type { CurrencyCode } from '../../../preload/contract/currency.ts';
import { ok } from '../../../preload/contract/result.ts';
import type { Reply } from '../provider.ts';
import type { Api, Endpoint } from './api.ts';
import type { CurrencyDirectory, CurrencyRow } from './currencies.ts';
import { bankReply, holderReply } from './schemas.ts';
import { pick } from './tolerant.ts';

const banks: Endpoint = {
  method: 'GET', route: '/api/external/bank', kind: 'read', act: { failed: 'The banks were not read', scope: 'bank:read' },
};
const operators: Endpoint = {
  method: 'GET', route: '/api/external/momo-operator', kind: 'read', act: { failed: 'The mobile money operators were not read', scope: 'bank:read' },
};
// A POST that changes nothing, so it may be repeated like a read.
const lookup: Endpoint = {
  method: 'POST', route: '/api/external/bank/account-lookup', kind: 'read',
  act: {
    failed: 'The account holder was not found', scope: 'bank:read', fix: 'Check the bank and the account number.',
    fields: { bank_id: 'details.bankId', account_number: 'details.accountNumber' },
  },
};

/** The banks that take a currency (Blaaiz API reference: List banks). */
export function listBanks(api: Api, currency: CurrencyCode): Reply<readonly Bank[]> {
  return api.ask(banks, { query: { currency } }, readBanks);
}

/** The mobile-money operators of a currency; where countries share it, each name carries its country. */
export async function listOperators(api: Api, directory: CurrencyDirectory, currency: CurrencyCode): Reply<readonly Bank[]> {
  const loaded = await directory.load();
  if (!loaded.ok) return loaded;
  const rows = directory.rows(currency);
  const all: Bank[] = [];
  for (const row of rows) {
    const found = await api.ask(operators, { query: operatorQuery(row) }, readBanks);
    if (!found.ok) return found;
    all.push(...found.value.map((one) => (rows.length > 1 && row.country ? { ...one, name: `${one.name}, ${countryName(row.country)}`, country: row.country } : one)));
  }
  return ok(all);
}

function operatorQuery(row: CurrencyRow): Record<string, string> {
  return row.countryId === null ? { currency_id: row.id } : { currency_id: row.id, country_id: row.countryId };
}

function readBanks(body: unknown): readonly Bank[] | null {
  return pick(body, z.array(bankReply))?.map((row) => ({ id: row.id, name: row.name.trim(), code: row.code ?? '' })) ?? null;
}

/** Whose account it is, as the bank spells the name (Blaaiz API reference: Account lookup). */
export function lookupAccount(api: Api, bankId: string, accountNumber: string): Reply<{ readonly accountName: string }> {
  const body = { account_number: accountNumber, bank_id: bankId };
  return api.ask(lookup, { body }, (reply) => {
    const holder = pick(reply, holderReply);
    return holder && { accountName: holder.account_name.trim() };
  });
}
