import { isSupportedCountry, parsePhoneNumberFromString, type PhoneNumber } from 'libphonenumber-js/min';
import { countryName } from './countries.ts';

function parse(text: string, country: string): PhoneNumber | undefined {
  const bare = text.normalize('NFKC').trim().replace(/^00(?=[1-9])/, '+');
  return isSupportedCountry(country) ? parsePhoneNumberFromString(bare, country) : parsePhoneNumberFromString(bare);
}

/** The number in international form (E.164, "+254712345678"), read as one of `country` (alpha-2, may be empty) when it has no country code;
 *  null when it can't be a phone number. */
export function toE164(text: string, country = ''): string | null {
  const phone = parse(text, country);
  return phone?.isPossible() ? phone.number : null;
}

/** The country (alpha-2) a number belongs to, or null when the number doesn't tell. */
export function phoneCountry(text: string, country = ''): string | null {
  return parse(text, country)?.country ?? null;
}

/** What is wrong with a phone number, in words; null when it could be one. */
export function phoneProblem(text: string, country = ''): string | null {
  if (toE164(text, country) !== null) return null;
  if (!/^\s*(\+|00)/.test(text) && country === '') return 'Begin with + and the country code.';
  return country === '' ? 'This is not a phone number: digits are missing or too many.' : `This is not a phone number of ${countryName(country)}: digits are missing or too many.`;
}

/** A doubt about a number whose length fits but whose first digits no network has; null when there is none. */
export function phoneDoubt(text: string, country = ''): string | null {
  const phone = parse(text, country);
  return phone?.isPossible() && !phone.isValid() ? 'No network is known to give out numbers that begin like this.' : null;
}
