import { z } from 'zod';
import type { CurrencyCode } from '../../../preload/contract/currency.ts';
import { ok } from '../../../preload/contract/result.ts';
import type { Reply } from '../provider.ts';
import type { Api, Endpoint } from './api.ts';
import { currencyReply } from './schemas.ts';
import { pick } from './tolerant.ts';

const endpoint: Endpoint = {
  method: 'GET', route: '/api/external/currency', kind: 'read', act: { failed: 'The currencies were not read', scope: 'currency:read' },
};

/** One row of the provider's currencies: a currency shared by countries has a row for each. `country` is alpha-2 or null. */
export type CurrencyRow = { readonly id: string; readonly code: string; readonly countryId: string | null; readonly country: string | null };

/** The provider's ids of currencies, read once and kept: mobile money wants ids (Blaaiz API reference: Create payout). */
export type CurrencyDirectory = {
  /** Reads the list unless it is here already. */
  load(): Reply<void>;
  /** Tries to read the list if that was never tried; whatever comes of it, sending by the other methods goes on. */
  prepare(): Promise<void>;
  /** The rows of a currency as far as they are known; where countries share it, narrowed to the one given: none when that one
   *  has no row, because another country's must never stand in for it. */
  rows(currency: CurrencyCode, country?: string): readonly CurrencyRow[];
};

/** Makes an empty directory. */
export function createCurrencyDirectory(api: Api): CurrencyDirectory {
  let kept: readonly CurrencyRow[] = [];
  let tried = false;
  const load = async () => {
    if (kept.length > 0) return ok(undefined);
    tried = true;
    const rows = await listCurrencies(api);
    if (rows.ok) kept = rows.value;
    return rows.ok ? ok(undefined) : rows;
  };
  return {
    load,
    async prepare() {
      if (!tried) await load();
    },
    rows(currency, country) {
      const all = kept.filter((row) => row.code === currency);
      return country && all.length > 1 ? all.filter((row) => row.country === country.toUpperCase()) : all;
    },
  };
}

/** Every active currency (Blaaiz API reference: List currencies). */
export function listCurrencies(api: Api): Reply<readonly CurrencyRow[]> {
  return api.ask(endpoint, {}, (body) => {
    const rows = pick(body, z.array(currencyReply));
    return rows?.filter((row) => row.active ?? row.status ?? true).map((row) => ({
      id: row.id, code: row.code.toUpperCase(), countryId: row.country_id, country: row.country?.short_name ?? row.country?.code ?? null,
    })) ?? null;
  });
}
