import { z } from 'zod';
import type { Deposit } from '../../../preload/contract/accounts.ts';
import type { Reply } from '../provider.ts';
import { wireMoney } from './amounts.ts';
import { rowsIn, type Api, type Endpoint } from './api.ts';
import { depositReply, type DepositReply } from './schemas.ts';
import { parseTime } from './server-time.ts';

const endpoint: Endpoint = {
  method: 'GET', route: '/v1/virtual-accounts/{id}/deposits', kind: 'read', act: { failed: 'The deposits were not read' },
};
const most = 50;

/** The newest deposits of an account, at most 50, newest first (Kira API reference: List virtual account deposits: a bare list). */
export function listDeposits(api: Api, accountId: string): Reply<readonly Deposit[]> {
  const input = { params: { id: accountId }, query: { limit: String(most), offset: '0' } };
  return api.ask(endpoint, input, (body) => readDeposits(body, accountId));
}

/** Reads a list of deposits. One in a currency we don't know is left out; one whose figures can't be read spoils the list. */
export function readDeposits(body: unknown, accountId: string): readonly Deposit[] | null {
  const rows = z.array(depositReply).safeParse(rowsIn(body, 'deposits')).data;
  const deposits = rows?.filter(isInDollars).map((row) => depositOf(row, accountId));
  if (!deposits || deposits.includes(null)) return null;
  return deposits.filter((one) => one !== null).toSorted((a, b) => b.at - a.at).slice(0, most);
}

function isInDollars({ currency }: DepositReply): boolean {
  return (currency ?? 'USD').toUpperCase() === 'USD';
}

/** Only `COMPLETED` counts as received; a status we don't know doesn't (Kira guide: Deposits). */
function depositOf(row: DepositReply, accountId: string): Deposit | null {
  const amount = wireMoney(row.amount, row.currency ?? 'USD');
  const at = parseTime(row.created_at);
  if (!amount || at === null) return null;
  return {
    id: row.id, accountId, amount, net: wireMoney(row.net_amount, row.net_currency ?? row.currency ?? 'USD'), status: (row.status ?? '').slice(0, 60),
    credited: row.status?.toUpperCase() === 'COMPLETED', senderName: row.sender?.name ?? row.source?.name ?? '',
    rail: row.payment_rail ?? row.source?.payment_rail ?? '', at,
  };
}
