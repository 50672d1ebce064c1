import type { World } from '../../world.ts';
import type { DepositWallet } from '../model.ts';
import { addressBytes, addressOf } from './addresses.ts';
import type { Instructions } from './fields.ts';
import { fateOf } from './machine.ts';
import { isoSeconds } from './times.ts';

const SHORT_LIFE_S = 60;

/** A wallet for one payout alone; `amount` in US cents. Amounts ending in .53 get one that soon ends. */
export function allocateWallet(world: World, { network, currency }: Instructions, amount: number): DepositWallet {
  const { settings } = world.state.kira;
  const seconds = fateOf({ amount, mode: 'crypto' }) === 'expired' ? Math.min(SHORT_LIFE_S, settings.wallet_seconds) : settings.wallet_seconds;
  return { network, currency, address: newAddress(world, network), expires_ms: world.clock.now() + seconds * 1000, received: 0, transfers: [] };
}

/** Where the stablecoins go, as the wire tells it. */
export function depositView(wallet: DepositWallet): object {
  return { network: wallet.network, currency: wallet.currency, address: wallet.address, expires_at: isoSeconds(wallet.expires_ms) };
}

function newAddress(world: World, network: string): string {
  const address = addressOf(network, Buffer.from(world.ids.secret(addressBytes(network)), 'base64url'));
  const taken = world.state.kira.payouts.some((one) => one.wallet?.address === address);
  return taken ? newAddress(world, network) : address;
}
