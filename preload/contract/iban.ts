import { getCountrySpecifications, validateIBAN, ValidationErrorsIBAN } from 'ibantools';
import { countryName, isCountry } from './countries.ts';

/** Territories whose banks share a larger country's IBANs or BICs, by the IBAN's country. */
const sharedIban: Readonly<Record<string, readonly string[]>> = {
  GB: ['GG', 'JE', 'IM', 'GI'],
  FR: ['GF', 'GP', 'MQ', 'RE', 'YT', 'PM', 'BL', 'MF', 'NC', 'PF', 'WF', 'TF', 'MC'],
  FI: ['AX'],
};

/** What is wrong with an IBAN (upper case, no spaces): country, length for the country, checksum, the country's own check; null when nothing is. */
export function ibanProblem(iban: string): string | null {
  const { errorCodes, valid } = validateIBAN(iban);
  if (valid) return null;
  const country = iban.slice(0, 2);
  if (!/^[A-Z]{2}/.test(country)) return 'An IBAN begins with two letters of its country.';
  if (errorCodes.includes(ValidationErrorsIBAN.NoIBANCountry)) return `No country\u2019s IBAN starts with \u201c${country}\u201d.`;
  if (errorCodes.includes(ValidationErrorsIBAN.WrongBBANLength)) return lengthProblem(country, iban.length);
  if (errorCodes.includes(ValidationErrorsIBAN.WrongBBANFormat)) return `This is not how an IBAN of ${countryName(country)} is built: letters and digits are mixed up.`;
  return 'One character is wrong: the IBAN fails its check.';
}

function lengthProblem(country: string, length: number): string {
  const wanted = getCountrySpecifications()[country]?.chars;
  return `An IBAN of ${countryName(country)} has ${wanted ?? 'another number of'} characters, this has ${length}.`;
}

/** Tells whether banks of a country (alpha-2) use IBANs: those of the IBAN registry, and the territories that share a country's. */
export function usesIban(country: string): boolean {
  return getCountrySpecifications()[country]?.IBANRegistry === true || Object.values(sharedIban).some((territories) => territories.includes(country));
}

/** Tells whether an account number (upper case, no spaces) is meant as an IBAN: a country of the registry, then two check digits. */
export function looksLikeIban(account: string): boolean {
  return /^[A-Z]{2}\d{2}/.test(account) && getCountrySpecifications()[account.slice(0, 2)]?.IBANRegistry === true;
}

/** What is wrong with a BIC (upper case, 8 or 11 characters, real country), in words; null when nothing is. */
export function bicProblem(bic: string): string | null {
  if (bic.length !== 8 && bic.length !== 11) return 'A BIC has 8 or 11 characters.';
  if (!/^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(bic)) return 'A BIC is four letters of the bank, two of the country, then two or five letters or digits.';
  return isCountry(bic.slice(4, 6)) ? null : `\u201c${bic.slice(4, 6)}\u201d in the BIC is no country.`;
}

/** The United States (alpha-2) and the territories whose banks have routing numbers. */
export const dollarCountries: readonly string[] = ['US', 'PR', 'GU', 'VI', 'AS', 'MP'];

/** A doubt when the BIC of a bank with a US routing number is of another country; the BIC must be right by itself. Null when there is none. */
export function bicAbroad(bic: string): string | null {
  const country = bic.slice(4, 6);
  if (dollarCountries.includes(country)) return null;
  return `This code is of a bank in ${countryName(country)}, the routing number of one in the United States. They are usually of one bank.`;
}

/** A doubt when the BIC is of another country (alpha-2) than the bank's address; the BIC must be right by itself. Null when there is none. */
export function bicElsewhere(bic: string, bankCountry: string): string | null {
  const bicCountry = bic.slice(4, 6);
  const shared = [[bicCountry, bankCountry], [bankCountry, bicCountry]].some(([large = '', small = '']) => sharedIban[large]?.includes(small));
  if (bicCountry === bankCountry || shared) return null;
  return `The BIC is of a bank in ${countryName(bicCountry)}, the bank\u2019s address is in ${countryName(bankCountry)}.`;
}

/** A doubt when the BIC belongs to another country than the IBAN; both must be right by themselves. Null when there is none. */
export function bicDoubt(bic: string, iban: string): string | null {
  const ibanCountry = iban.slice(0, 2);
  const bicCountry = bic.slice(4, 6);
  if (bicCountry === ibanCountry || sharedIban[ibanCountry]?.includes(bicCountry)) return null;
  return `The BIC is of ${countryName(bicCountry)}, the IBAN of ${countryName(ibanCountry)}. They are usually of one country.`;
}
