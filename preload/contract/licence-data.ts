import { issuerByCode, issuerByNumber } from './licence-issuers.ts';
import { isRealDate } from './mrz-dates.ts';

/**
 * What the barcode on the back of a US or Canadian licence says. `issuer` is the state or province in two letters, empty when it isn't told. Names are
 * as printed, empty when there are none; `truncated` tells that one was too long for its place. Dates are YYYY-MM-DD, null when unknown.
 */
export type LicenceFields = {
  readonly country: 'US' | 'CA'; readonly issuer: string;
  readonly surname: string; readonly givenNames: string; readonly truncated: boolean;
  readonly birth: string | null; readonly number: string; readonly expiry: string | null; readonly issued: string | null;
};

/** Elements are three capital letters at the beginning of a line, then their value (AAMVA DL/ID Card Design Standard 2020, annex D.12). */
const element = /^(D[A-Z]{2})(.*)$/;
const heading = /(?:ANSI |AAMVA)(\d{6})(\d{2})/;

/** Reads a licence's data out of the text of its barcode, of any version of the standard since 2000; null when it is no such text. */
export function parseLicence(text: string): LicenceFields | null {
  const head = heading.exec(text);
  if (!head) return null;
  const values = elementsOf(text.slice(head.index + head[0].length));
  const of = (id: string) => meant(values.get(id));
  const issuer = issuerByNumber(head[1] ?? '') ?? issuerByCode(of('DAJ'));
  const country = of('DCG').startsWith('CA') ? 'CA' : of('DCG').startsWith('US') ? 'US' : issuer?.country ?? null;
  const number = of('DAQ');
  if (country === null || number === '') return null;
  return {
    country, issuer: issuer?.code ?? of('DAJ'), ...names(of), number,
    truncated: ['DDE', 'DDF', 'DDG'].some((id) => of(id) === 'T'),
    birth: dateOf(of('DBB')), expiry: dateOf(of('DBA')), issued: dateOf(of('DBD')),
  };
}

/** The first value of every element. The first element of a subfile stands right behind the subfile's two letters. */
function elementsOf(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const [first = '', ...rest] = text.split(/\p{Cc}+/u);
  // The directory of subfiles is digits after their letters: what follows the last of them is the first element.
  const opening = first.replace(/^.*(?:DL|ID|EN)(?=D[A-Z]{2})/, '');
  for (const line of [opening, ...rest.map((each) => each.replace(/^(?:DL|ID|EN)(?=D[A-Z]{2})/, ''))]) {
    const [, id, value = ''] = element.exec(line.trim()) ?? [];
    if (id !== undefined && !values.has(id)) values.set(id, value.trim());
  }
  return values;
}

/** A value, or nothing for the words that stand for none. */
function meant(value: string | undefined): string {
  return value === undefined || /^(?:NONE|UNAVL|UNAVAIL|N\/A)$/i.test(value) ? '' : value;
}

/** Names stand apart since 2009, given names together (DCT) before, and all in one (DAA: surname, first, middle) in 2000. */
function names(of: (id: string) => string): { readonly surname: string; readonly givenNames: string } {
  const spaced = (parts: readonly string[]) => parts.map((part) => part.trim()).filter((part) => part !== '').join(' ');
  const [whole = '', ...others] = of('DAA').split(/[,@$]/);
  const given = [of('DAC'), of('DAD')].some((part) => part !== '') ? [of('DAC'), of('DAD')] : of('DCT').split(/[,$]/);
  return { surname: of('DCS') || of('DAB') || whole.trim(), givenNames: spaced(given) || spaced(others) };
}

/** A day as MMDDYYYY (United States) or YYYYMMDD (Canada, and all in 2000): no day can be read both ways. */
function dateOf(text: string): string | null {
  if (!/^\d{8}$/.test(text)) return null;
  const american = `${text.slice(4)}-${text.slice(0, 2)}-${text.slice(2, 4)}`;
  const other = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
  return [american, other].find((date) => isRealDate(date) && /^(?:19|20)/.test(date)) ?? null;
}
