import type { Hono } from 'hono';
import { ok, type Reply } from '../errors.ts';
import type { World } from '../world.ts';
import { type KiraCall, route } from './call.ts';
import type { KiraSettings } from './model.ts';
import { centsText } from './money.ts';
import { e1 } from './respond.ts';
import { idParam } from './schema.ts';
import type { KiraEnv } from './web.ts';

const products = [['usa-va-fiat-payout', 'USA Virtual Account Payouts'], ['usa-va-crypto-payout', 'USA Virtual Account Crypto Payouts']] as const;

/** Adds what the tenant may read about itself: its configuration and its fees, rates as fractions (Kira guide: Client configuration). */
export function mountClientConfig(app: Hono<KiraEnv>, world: World): void {
  route(app, world, 'GET', '/v1/clients/:client', configuration);
  route(app, world, 'GET', '/v1/fee-profiles', () => ok(feeProfiles(world)));
}

function configuration({ world, param }: KiraCall): Reply {
  const { tenant, settings } = world.state.kira;
  const id = idParam('client_uuid', param('client'));
  if (id !== tenant.client_id) return e1('Forbidden', 403);
  const { fees } = settings;
  const client = { id: 1, client_uuid: id, company_name: tenant.name, pct_fee: fees.base_rate, fixed_fee: centsText(fees.base_fixed), usd_usdc_fee: '0', logo_url: null };
  return ok({ success: true, data: { client, client_wallets: null, client_vault: null, authorizedBanks: ['slovak_savings_bank', 'austin_capital_trust'] } });
}

function feeProfiles(world: World): object {
  const { tenant, settings } = world.state.kira;
  const profiles = products.map(([code, name], index) => ({
    id: `fee-${index + 1}`, product_code: code, product_name: name, currency: 'USD', account_type: null, effective_date: '2026-01-01', expiry_date: null,
    status: 'active', ...rates(settings.fees), network_fees: [], penalty_configs: [], fastpay_config: null,
  }));
  return { client_id: tenant.client_id, fee_profiles: profiles, promotions: [], summary: { total_profiles: profiles.length, active_promotions: 0 } };
}

function rates({ base_fixed, base_rate, markup_fixed, markup_rate }: KiraSettings['fees']): object {
  return {
    base_fees: { fixed_fee: centsText(base_fixed), percentage_fee: base_rate, fx_markup: null },
    client_markup: { fixed_fee: centsText(markup_fixed), percentage_fee: markup_rate, fx_markup: null },
  };
}
