import { abaProblem } from './abas.ts';
import { countryName, isCountry } from './countries.ts';
import { tokenDoubt, walletAddressDoubt, walletAddressProblem } from './crypto-address.ts';
import { currencies, type CurrencyCode } from './currency.ts';
import { emailDoubt, emailProblem } from './email.ts';
import { bicAbroad, bicDoubt, bicProblem, ibanProblem } from './iban.ts';
import { nubanDoubt, nubanProblem } from './nuban.ts';
import { payeeFieldsFor, sharedBy, type PayeeDetails, type PayeeField, type PayeeFieldKey, type PayoutMethod } from './payee-fields.ts';
import { normalizePayeeDetails, payoutPhoneCountry } from './payee-normalize.ts';
import { nameDoubt, nameProblem } from './person-name.ts';
import { phoneCountry, phoneDoubt, phoneProblem } from './phone.ts';
import { usStateProblem, zipProblem } from './us-address.ts';

export { normalizePayeeDetails } from './payee-normalize.ts';

/** What is wrong (`error`, stops the payout) or doubtful (`warning`, asks for a second look) about one payee field. */
export type PayeeIssue = { readonly path: PayeeFieldKey; readonly level: 'error' | 'warning'; readonly message: string };

/** What is known beside the form: the chosen bank's code (not its id), for the check digit of Nigerian accounts. */
export type PayeeContext = { readonly bankCode?: string };

type Asked = { readonly currency: CurrencyCode; readonly details: PayeeDetails; readonly bankCode: string };
type Check = (value: string, asked: Asked) => readonly (readonly ['error' | 'warning', string | null])[];

const accountNumber: Check = (value, { currency, bankCode }) => {
  if (currency === 'NGN') return [['error', nubanProblem(value)], ['warning', nubanDoubt(value, bankCode)]];
  if (currency === 'GBP') return [['error', /^\d{8}$/.test(value) ? null : 'A UK account number has 8 digits; put zeros in front of a shorter one.']];
  return [['error', /^\d{4,17}$/.test(value) ? null : 'A US account number has 4 to 17 digits.']];
};
const sortCode: Check = (value) => [['error', /^\d{6}$/.test(value) && value !== '000000' ? null : 'A sort code has 6 digits.']];
const bic: Check = (value, { currency, details }) => {
  const problem = bicProblem(value);
  if (currency === 'USD') return [['error', problem], ['warning', problem === null ? bicAbroad(value) : null]];
  const iban = details.iban ?? '';
  const comparable = problem === null && iban !== '' && ibanProblem(iban) === null;
  return [['error', problem], ['warning', comparable ? bicDoubt(value, iban) : null]];
};
const phone: Check = (value, { currency, details }) => {
  const country = payoutPhoneCountry(currency, details);
  const problem = phoneProblem(value, country);
  const belongs = phoneCountry(value, country);
  const foreign = country !== '' && belongs !== null && belongs !== country;
  const elsewhere = foreign ? `This number is of ${countryName(belongs)}, the money goes to ${countryName(country)}.` : null;
  return [['error', problem ?? elsewhere], ['warning', phoneDoubt(value, country)]];
};
const country: Check = (value, { currency }) => {
  if (!isCountry(value)) return [['error', 'Choose a country from the list.']];
  const shared = sharedBy(currency);
  return [['error', shared === null || shared.includes(value) ? null : `${currencies[currency].plural} are not the money of ${countryName(value)}: choose where the phone is.`]];
};
const inUs = ({ details }: Asked) => (details.country ?? 'US') === 'US' || details.country === '';
const name: Check = (value) => [['error', nameProblem(value)], ['warning', nameDoubt(value)]];
const latinText: Check = (value) => [['warning', /[^\p{Script=Latin}\p{Script=Common}\p{M}]/u.test(value) ? 'Banks write addresses in Latin letters.' : null]];

/** The check of each field; a field without one only has to be filled. */
const checks: Partial<Record<PayeeFieldKey, Check>> = {
  accountNumber, sortCode, bic, phoneNumber: phone, accountName: name, interacFirstName: name, interacLastName: name, bankName: latinText,
  street: latinText, city: latinText,
  iban: (value) => [['error', ibanProblem(value)]],
  routingNumber: (value) => [['error', abaProblem(value)]],
  email: (value) => [['error', emailProblem(value)], ['warning', emailDoubt(value)]],
  walletAddress: (value, { details }) => [
    ['error', walletAddressProblem(value, details.walletNetwork ?? '')], ['warning', walletAddressDoubt(value, details.walletNetwork ?? '')],
  ],
  walletNetwork: (value, { details }) => [['warning', tokenDoubt(details.walletToken ?? '', value)]],
  country,
  state: (value, asked) => [['error', inUs(asked) ? usStateProblem(value) : null]],
  zipCode: (value, asked) => [['error', asked.currency === 'USD' && inUs(asked) ? zipProblem(value) : null]],
};

/** Every problem and doubt about a payee's details for a currency and method, in form order; spaces and dashes don't matter.
 *  What only the bank can know (does the account exist, whose is it) is not decided here. */
export function validatePayeeDetails(
  currency: CurrencyCode, method: PayoutMethod, details: PayeeDetails, context: PayeeContext = {},
): readonly PayeeIssue[] {
  const asked: Asked = { currency, details: normalizePayeeDetails(currency, method, details), bankCode: context.bankCode ?? '' };
  return payeeFieldsFor(currency, method).flatMap((field) => fieldIssues(field, asked));
}

function fieldIssues(field: PayeeField, asked: Asked): readonly PayeeIssue[] {
  const value = asked.details[field.key] ?? '';
  if (value === '') return [{ path: field.key, level: 'error', message: `${field.label} is missing.` }];
  if (field.choices && !field.choices.some((choice) => choice.value === value)) {
    return [{ path: field.key, level: 'error', message: `${field.label}: choose one of the list.` }];
  }
  const found = (checks[field.key]?.(value, asked) ?? []).filter((one): one is readonly ['error' | 'warning', string] => one[1] !== null);
  return found.map(([level, message]) => ({ path: field.key, level, message }));
}
