import { isoMicros } from '../clock.ts';
import { endpoint, type Endpoint } from '../endpoint.ts';
import { ok } from '../errors.ts';
import type { Rate } from '../model.ts';

/** Exchange rates (Blaaiz guide: Rates); every number is a text. */
export const rateEndpoints: readonly Endpoint[] = [
  endpoint('GET', '/rate', 'rates:read', (call) => {
    const term = (call.query('search_term') ?? '').toUpperCase();
    const rows = call.world.state.rates.filter((rate) => rate.pair.includes(term));
    return ok({ message: 'Rates fetched successfully.', data: rows.map(rateView) });
  }),
];

/** A rate as the wire shows it. */
export function rateView(rate: Rate): object {
  return {
    id: rate.id,
    pair: rate.pair,
    value: rate.value,
    category: 'GENERAL',
    feesInPercents: rate.fee_percent,
    feesInAmount: rate.fee_amount,
    type: 'FLAT',
    swap_enabled: rate.swap_enabled,
    send_enabled: rate.send_enabled,
    is_active: rate.is_active,
    created_at: isoMicros(rate.created_ms),
    updated_at: isoMicros(rate.updated_ms),
  };
}
