import { electronicFormatIBAN, isSEPACountry, isValidIBAN } from 'ibantools';
import { z } from 'zod';
import { endpoint, type Endpoint } from '../endpoint.ts';
import { ok, type Reply, ruleBroken } from '../errors.ts';
import { id, text } from '../fields.ts';
import { banks, operators } from '../seed/banks.ts';
import { currencies } from '../seed/currencies.ts';
import { parse } from '../validate.ts';
import type { Call } from '../endpoint.ts';
import { accountExists, holderName } from './names.ts';

const nigeria = { id: '160', code: 'NG', name: 'Nigeria', currency: 'NGN' };
const digits = (length: number): z.ZodString => z.string().regex(new RegExp(`^\\d{${length}}$`));
const knownBank = id.refine((value) => banks.some((bank) => bank.id === value), {
  message: 'The selected :attribute is invalid.',
});
const lookup = z.object({ account_number: digits(10), bank_id: knownBank });
const payee = z.object({ sort_code: digits(6), account_number: digits(8), account_name: text });
const ibanQuestion = z.object({
  iban: z.string().refine((value) => isValidIBAN(electronicFormatIBAN(value) ?? ''), {
    message: 'The :attribute field format is invalid.',
  }),
});

/** Currencies, banks, look-ups and mobile money operators (Blaaiz guide: Banks and currencies). */
export const bankEndpoints: readonly Endpoint[] = [
  endpoint('GET', '/currency', 'currency:read', () => ok(currencies.map((currency) => ({
    id: currency.id, code: currency.code, name: currency.name, active: true,
    country_id: currency.country.id, country: currency.country,
  })))),
  endpoint('GET', '/bank', 'bank:read', listBanks),
  endpoint('POST', '/bank/account-lookup', 'bank:read', lookUpAccount),
  endpoint('POST', '/bank/payee-verification', 'bank:read', verifyPayee),
  endpoint('POST', '/bank/iban-verification', 'bank:read', verifyIban),
  endpoint('GET', '/momo-operator', 'bank:read', listOperators),
];

function listBanks(call: Call): Reply {
  const asked = { currency: call.query('currency'), country: call.query('country'), country_id: call.query('country_id') };
  const here = (asked.currency ?? nigeria.currency) === nigeria.currency
    && (asked.country ?? nigeria.code) === nigeria.code && (asked.country_id ?? nigeria.id) === nigeria.id;
  return ok(!here ? [] : banks.map((bank) => ({
    id: bank.id, name: bank.name, code: bank.code, country_id: nigeria.id, national_bank_code: null,
    country: { code: nigeria.code, name: nigeria.name },
  })));
}

function lookUpAccount(call: Call): Reply {
  const { account_number: number } = parse(lookup, call.body);
  if (!accountExists(number)) throw ruleBroken('Invalid account number or bank code');
  return ok({ message: 'Account resolved successfully', account_name: holderName(number) });
}

function verifyPayee(call: Call): Reply {
  const asked = parse(payee, call.body);
  const holder = holderName(asked.account_number);
  const given = asked.account_name.toUpperCase().replaceAll(/\s+/g, ' ');
  const matched = given === holder;
  const close = !matched && given.split(' ').at(-1) === holder.split(' ').at(-1);
  return ok({
    message: 'Payee verified successfully.',
    data: {
      matched,
      match_confidence_code: matched ? 'MATC' : close ? 'MBAM' : 'ANNM',
      suggested_account_name: close ? holder : null,
    },
  });
}

function verifyIban(call: Call): Reply {
  const iban = electronicFormatIBAN(parse(ibanQuestion, call.body).iban) ?? '';
  const reachable = isSEPACountry(iban.slice(0, 2));
  const data = { sepa_reachable: reachable, sepa_inst_reachable: reachable && Number(iban.at(-1)) % 2 === 0 };
  return ok({ message: 'IBAN verified successfully.', data });
}

function listOperators(call: Call): Reply {
  const currency = currencies.find((one) => one.id === call.query('currency_id'));
  const country = call.query('country_id') ?? currency?.country.id;
  const data = operators.filter((operator) => country === undefined || operator.country_id === country);
  return ok({ message: 'Operators retrieved successfully.', data });
}
