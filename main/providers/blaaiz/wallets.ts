import { z } from 'zod';
import type { Wallet } from '../../../preload/contract/app.ts';
import { isCurrencyCode } from '../../../preload/contract/currency.ts';
import type { Reply } from '../provider.ts';
import type { Api, Endpoint } from './api.ts';
import { shownMoney } from './amounts.ts';
import { walletReply } from './schemas.ts';
import { pick } from './tolerant.ts';

/** Blaaiz API reference: List wallets. */
export const listWalletsEndpoint: Endpoint = {
  method: 'GET', route: '/api/external/wallet', kind: 'read', act: { failed: 'The wallets were not read', scope: 'wallet:read' },
};

/** Every wallet of the business in a currency we know, with its balance and the time it was read. */
export function listWallets(api: Api, clock: () => number): Reply<readonly Wallet[]> {
  return api.ask(listWalletsEndpoint, {}, (body) => readWallets(body, clock()));
}

/** Reads a list of wallets; one whose balance can't be read spoils the list, since a missing wallet would be worse than an error. */
export function readWallets(body: unknown, readAt: number): readonly Wallet[] | null {
  const rows = pick(body, z.array(walletReply));
  if (!rows) return null;
  const wallets: Wallet[] = [];
  for (const row of rows) {
    if (!isCurrencyCode(row.currency)) continue;
    const balance = shownMoney(row.amount ?? row.balance, row.currency);
    if (!balance) return null;
    wallets.push({ id: row.id, currency: row.currency, balance, active: row.is_active ?? true, readAt });
  }
  return wallets;
}
