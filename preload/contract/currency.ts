/** What the app must know of a currency: decimals of its minor unit and the words people use for it. */
export type Currency = {
  readonly decimals: number;
  /** Name after the code, in the singular: "Naira". */
  readonly name: string;
  /** What a balance or wallet of it is called: "Pounds". */
  readonly plural: string;
  /** Words for reading an amount back: major one/many, minor one/many. */
  readonly words: readonly [string, string, string, string];
};

/** Every currency a Blaaiz payout can start from or arrive in (Blaaiz API reference: Create payout), by ISO 4217 code. */
export const currencies = {
  NGN: { decimals: 2, name: 'Naira', plural: 'Naira', words: ['naira', 'naira', 'kobo', 'kobo'] },
  USD: { decimals: 2, name: 'US dollar', plural: 'US dollars', words: ['dollar', 'dollars', 'cent', 'cents'] },
  GBP: { decimals: 2, name: 'Pound', plural: 'Pounds', words: ['pound', 'pounds', 'penny', 'pence'] },
  EUR: { decimals: 2, name: 'Euro', plural: 'Euros', words: ['euro', 'euros', 'cent', 'cents'] },
  CAD: { decimals: 2, name: 'Canadian dollar', plural: 'Canadian dollars', words: ['dollar', 'dollars', 'cent', 'cents'] },
  KES: { decimals: 2, name: 'Kenyan shilling', plural: 'Kenyan shillings', words: ['shilling', 'shillings', 'cent', 'cents'] },
  UGX: { decimals: 0, name: 'Ugandan shilling', plural: 'Ugandan shillings', words: ['shilling', 'shillings', '', ''] },
  TZS: { decimals: 2, name: 'Tanzanian shilling', plural: 'Tanzanian shillings', words: ['shilling', 'shillings', 'cent', 'cents'] },
  XOF: { decimals: 0, name: 'CFA franc', plural: 'CFA francs', words: ['franc', 'francs', '', ''] },
  GHS: { decimals: 2, name: 'Cedi', plural: 'Cedis', words: ['cedi', 'cedis', 'pesewa', 'pesewas'] },
} as const satisfies Record<string, Currency>;

/** An ISO 4217 code of {@link currencies}. */
export type CurrencyCode = keyof typeof currencies;

/** All codes, in the order they are offered. */
export const currencyCodes = Object.keys(currencies) as readonly CurrencyCode[];

/** The currencies a Blaaiz business can hold a wallet in (Blaaiz API reference: List wallets). */
export const walletCurrencies = ['NGN', 'USD', 'GBP', 'EUR', 'CAD'] as const satisfies readonly CurrencyCode[];

/** Tells whether a text is a currency code known here. */
export function isCurrencyCode(text: string): text is CurrencyCode {
  return Object.hasOwn(currencies, text);
}
