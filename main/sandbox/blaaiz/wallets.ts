import { endpoint, type Call, type Endpoint } from '../endpoint.ts';
import { notFound, ok } from '../errors.ts';
import type { Wallet } from '../model.ts';
import { wireAmount } from '../money.ts';
import { currencies } from '../seed/currencies.ts';

/** Wallet calls (Blaaiz guide: Wallets); both replies are bare. */
export const walletEndpoints: readonly Endpoint[] = [
  endpoint('GET', '/wallet', 'wallet:read', (call) => ok(walletsOf(call).map(walletView))),
  endpoint('GET', '/wallet/:wallet', 'wallet:read', (call) => {
    const wallet = walletsOf(call).find((one) => one.id === call.param('wallet'));
    if (!wallet) throw notFound('Wallet not found');
    return ok(walletView(wallet));
  }),
];

function walletsOf(call: Call): Wallet[] {
  return call.world.state.wallets.filter((wallet) => wallet.business_id === call.business.id);
}

function walletView(wallet: Wallet): object {
  return {
    id: wallet.id,
    business_id: wallet.business_id,
    currency: wallet.currency,
    currency_id: currencies.find((currency) => currency.code === wallet.currency)?.id ?? null,
    amount: wireAmount(wallet.balance),
    is_active: true,
  };
}
