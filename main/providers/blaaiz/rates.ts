import { z } from 'zod';
import type { Reply } from '../provider.ts';
import type { Api, Endpoint } from './api.ts';
import { rateReply } from './schemas.ts';
import { pick } from './tolerant.ts';

const endpoint: Endpoint = {
  method: 'GET', route: '/api/external/rate', kind: 'read', act: { failed: 'The rates were not read', scope: 'rates:read' },
};

/** An exchange rate: "USD/NGN" and its value as exact decimal text; `sendable` when payouts may use it. Not an offer. */
export type Rate = { readonly pair: string; readonly value: string; readonly sendable: boolean };

/** The rates that mention a currency (Blaaiz API reference: Fetch rates). */
export function listRates(api: Api, search: string): Reply<readonly Rate[]> {
  return api.ask(endpoint, { query: { search_term: search } }, (body) => pick(body, z.array(rateReply))?.map((row) => ({
    pair: row.pair, value: row.value, sendable: (row.send_enabled ?? true) && (row.is_active ?? true),
  })) ?? null);
}
