import { isoMicros } from './clock.ts';
import type { LedgerEntry, State, Transaction, Wallet } from './model.ts';
import { nextSequence } from './world.ts';

/** Moves a wallet's balance by `amount` (signed minor units) and writes the entry; the only way balances change. */
export function post(
  state: Pick<State, 'sequence' | 'ledger'>, atMs: number, kind: LedgerEntry['kind'], wallet: Wallet, amount: number,
  transaction: Pick<Transaction, 'id' | 'merchant_reference'> | null,
): void {
  wallet.balance += amount;
  state.ledger.push({
    seq: nextSequence(state),
    at: isoMicros(atMs),
    kind,
    wallet_id: wallet.id,
    currency: wallet.currency,
    amount,
    transaction_id: transaction?.id ?? null,
    merchant_reference: transaction?.merchant_reference ?? null,
  });
}
