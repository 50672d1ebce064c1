import { dayInWords, isDay } from '../calendar.ts';
import { countryName, isCountry } from '../countries.ts';
import type { CheckId, Finding } from '../preflight.ts';
import { lookAgain, pass, stop } from './finding.ts';
import type { Against } from './subject.ts';
import { territories, type Told } from './told.ts';
import { noun } from './words.ts';

/** From how many days before its end on a document's end is told in days. */
const soonDays = 30;
const whose = (told: Told) => (told.source === 'zone' ? 'The code lines' : 'The barcode');
const compareWith = (told: Told) => `Look which is right: correct the form, or take the document again if ${told.source === 'zone' ? 'they were' : 'it was'} misread.`;
const shownAt = (told: Told, field: string) => ({ page: told.page, areas: told.area === null ? [] : [told.area], field });

/** The document was issued by the customer's country. */
export function checkIssuer(told: Told, { fields }: Against): Finding {
  const shown = shownAt(told, 'country');
  const { issuer, printedIssuer } = told;
  if (issuer !== null && (issuer === fields.country || (territories.includes(issuer) && fields.country === 'US'))) return sureOnly(told, pass('issuer', `${printedIssuer}, same country`, shown));
  if (issuer === null) {
    return lookAgain('issuer', printedIssuer === '' ? 'not told' : printedIssuer, { cause: `\u201c${printedIssuer}\u201d is no country we know`, remedy: 'Look who issued it: the customer\u2019s country must be the one that issued the document.' }, shown);
  }
  if (!isCountry(fields.country)) return pass('issuer', `${countryName(issuer)}, no country in the form yet`, shown);
  const reason = {
    cause: `Issued by ${countryName(issuer)}; the customer\u2019s country is ${countryName(fields.country)}`,
    remedy: `The country must be the one that issued the document. Correct the country, or use a document of ${countryName(fields.country)}.`,
  };
  return told.certain ? stop('issuer', `${printedIssuer}, not ${countryName(fields.country)}`, reason, shown) : lookAgain('issuer', `${printedIssuer}, not ${countryName(fields.country)}`, reason, shown);
}

/** The birth date is the form's. */
export function checkBirth(told: Told, { fields }: Against): Finding | null {
  return told.birth === null ? null : compared('birth', 'dob', told, { here: fields.dob.trim(), there: told.birth, words: dayInWords });
}

/** The document's number is the form's; spaces, hyphens and capitals don't count. */
export function checkNumber(told: Told, { fields }: Against): Finding | null {
  const here = plainNumber(fields.idNumber);
  const there = plainNumber(told.number);
  if (there === '') return null;
  const [short, long] = here.length < there.length ? [here, there] : [there, here];
  if (here !== there && short.length >= 6 && long.startsWith(short)) {
    return lookAgain('number', `${there}, in the form ${here}`, { cause: `The form\u2019s number is ${here.length < there.length ? 'shorter' : 'longer'} than the document\u2019s`, remedy: compareWith(told) }, shownAt(told, 'idNumber'));
  }
  return compared('number', 'idNumber', told, { here, there, words: (text) => text });
}

/** Valid beyond today, and until the day the form says. */
export function checkExpiry(told: Told, { fields, today, idType }: Against): Finding | null {
  const { expiry } = told;
  if (expiry === null) return null;
  const shown = shownAt(told, 'idExpiryDate');
  if (expiry <= today) {
    return stop('expiry', dayInWords(expiry), { cause: `The ${noun('identity', idType)} expired on ${dayInWords(expiry)}`, remedy: 'Use a valid document.' }, shown);
  }
  const form = compared('expiry', 'idExpiryDate', told, { here: fields.idExpiryDate.trim(), there: expiry, words: dayInWords });
  if (form === null || form.verdict !== 'pass') return form;
  const days = Math.round((Date.parse(expiry) - Date.parse(today)) / 86_400_000);
  return days > soonDays ? form : pass('expiry', `${dayInWords(expiry)}, in ${days === 1 ? '1 day' : `${days} days`}`, shown);
}

type Compared = { readonly here: string; readonly there: string; readonly words: (text: string) => string };

/** Same, not in the form yet, or different: a difference of one character that check digits had to decide is looked at again. */
function compared(id: CheckId, field: string, told: Told, { here, there, words }: Compared): Finding | null {
  const shown = shownAt(told, field);
  if (here === '' || (field !== 'idNumber' && !isDay(here))) return sureOnly(told, pass(id, `${words(there)}, not in the form yet`, shown));
  if (here === there) return sureOnly(told, pass(id, id === 'expiry' ? words(there) : 'same as the form', shown));
  if (!told.checks.every((check) => check.right)) return null;
  const reason = { cause: `${whose(told)} say${told.source === 'zone' ? '' : 's'} ${words(there)}, the form ${words(here)}`, remedy: lookalike(here, there) ?? compareWith(told) };
  const value = `${words(there)}, in the form ${words(here)}`;
  const doubtful = !told.certain || (told.corrected > 0 && onlyOneDiffers(here, there));
  return doubtful ? lookAgain(id, value, reason, shown) : stop(id, value, reason, shown);
}

/** What isn't surely read is never shown as the same. */
function sureOnly(told: Told, finding: Finding): Finding {
  return told.sure ? finding : lookAgain(finding.id, 'not surely read', { cause: `${whose(told)} aren\u2019t surely read`, remedy: 'Take it again, sharper and straight from above.' },
    { page: finding.page, areas: finding.areas, field: finding.field });
}

/** A document number without what people put between its characters. */
export function plainNumber(number: string): string {
  return number.toUpperCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function onlyOneDiffers(here: string, there: string): boolean {
  return here.length === there.length && Array.from(here).filter((letter, at) => letter !== there[at]).length === 1;
}

/** O and 0, I and 1 are often typed for each other: says so. */
function lookalike(here: string, there: string): string | null {
  const alike = (text: string) => text.replaceAll('O', '0').replaceAll('I', '1');
  return here !== there && alike(here) === alike(there) ? 'They differ in a letter that looks like a digit (O and 0, I and 1). Correct the form.' : null;
}
