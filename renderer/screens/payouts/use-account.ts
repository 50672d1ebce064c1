import type { VirtualAccount } from '../../../preload/contract/accounts.ts';
import type { Payout } from '../../../preload/contract/payouts.ts';
import { useCall } from '../../api.ts';

/** The virtual account that a Kira payout is paid from, once it is known; undefined for other payouts. */
export function useAccount({ provider, draft }: Pick<Payout, 'provider' | 'draft'>): VirtualAccount | undefined {
  const accounts = useCall('accounts.list', { fresh: false }, { enabled: provider === 'kira' && draft.walletId !== null });
  return accounts.data?.accounts.find((account) => account.id === draft.walletId);
}
