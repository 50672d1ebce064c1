import { type Currency, currencies } from '../seed/currencies.ts';

/** Finds a currency by its id, or by its code when the code (with the country, if given) names just one. */
export function resolveCurrency(idOrCode: string, countryId?: string): Currency | undefined {
  const byId = currencies.find((currency) => currency.id === idOrCode);
  if (byId) return byId;
  const candidates = currencies.filter((currency) => currency.code === idOrCode
    && (countryId === undefined || currency.country.id === countryId));
  return candidates.length === 1 ? candidates[0] : undefined;
}
