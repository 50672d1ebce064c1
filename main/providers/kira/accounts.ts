import { z } from 'zod';
import type { VirtualAccount } from '../../../preload/contract/accounts.ts';
import type { Money } from '../../../preload/contract/money.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import type { Reply } from '../provider.ts';
import { isSuccess, orNull } from '../read-reply.ts';
import { callError } from '../signed-calls.ts';
import { wireMoney } from './amounts.ts';
import { rowsIn, type Api, type Endpoint } from './api.ts';
import { errors, replyError } from './errors.ts';
import { readAllPages } from './offset-pages.ts';
import { modeOf, readinessOf, realNumber } from './readiness.ts';
import { accountReply, balanceReply, type AccountReply, type UserReply } from './schemas.ts';
import { getUser, listUsers, userName } from './users.ts';

/** Kira API reference: List virtual accounts. */
export const listAccountsEndpoint: Endpoint = {
  method: 'GET', route: '/v1/virtual-accounts', kind: 'read', act: { failed: 'The virtual accounts were not read' },
};
const one: Endpoint = { method: 'GET', route: '/v1/virtual-accounts/{id}', kind: 'read', act: { failed: 'The virtual account was not read' } };
const balance: Endpoint = { method: 'GET', route: '/v1/virtual-accounts/{id}/balance', kind: 'read', act: { failed: 'The balance was not read' } };

/** Every virtual account of every user, whole: lists leave parts out, so each is read alone, with its balance (Kira guide: Virtual accounts). */
export async function listAccounts(api: Api, clock: () => number): Reply<readonly VirtualAccount[]> {
  const users = await listUsers(api);
  if (!users.ok) return users;
  const rows = await readAllPages(api, listAccountsEndpoint, {}, readAccounts);
  if (!rows.ok) return rows;
  const known = new Map(users.value.map((user) => [user.id, user] as const));
  const accounts: VirtualAccount[] = [];
  // All are asked for at once; the pace lets them through two by two.
  for (const read of await Promise.all(rows.value.map((row) => readWhole(api, row, known, clock)))) {
    if (!read.ok) return read;
    if (read.value) accounts.push(read.value);
  }
  return ok(accounts);
}

/** Reads a list of virtual accounts; null when it is none. */
export function readAccounts(body: unknown): readonly AccountReply[] | null {
  return z.array(accountReply).safeParse(rowsIn(body)).data ?? null;
}

/** One virtual account as Kira spells it; null when Kira doesn't know it (Kira API reference: Get a virtual account). */
export async function getAccount(api: Api, id: string): Reply<AccountReply | null> {
  return orNull(await api.ask(one, { params: { id } }, (body) => accountReply.safeParse(body).data ?? null));
}

/** An account whole; null when it went away between the list and now. */
async function readWhole(api: Api, row: AccountReply, known: ReadonlyMap<string, UserReply>, clock: () => number): Reply<VirtualAccount | null> {
  const account = await getAccount(api, row.id);
  if (!account.ok || account.value === null) return account.ok ? ok(null) : account;
  const userId = account.value.user_id ?? row.user_id ?? '';
  const user = known.has(userId) || userId === '' ? ok(known.get(userId) ?? null) : await getUser(api, userId);
  if (!user.ok) return user;
  const money = modeOf(account.value) === 'crypto' ? ok(null) : await readBalance(api, row.id, clock);
  if (!money.ok) return money;
  return ok(accountOf({ ...account.value, user_id: userId }, user.value, money.value, clock()));
}

/** A balance; null where the account has none or has none yet, which Kira answers with a refusal (Kira guide: Virtual accounts), and while it
 *  can't be read. */
async function readBalance(api: Api, id: string, clock: () => number): Reply<Money | null> {
  const reply = await api.call(balance, { params: { id } });
  if (!reply.ok) return fail(callError(errors, reply.error, balance));
  if (reply.value.status === 401) return fail(replyError(reply.value, balance.act, clock()));
  const read = isSuccess(reply.value.status) ? balanceReply.safeParse(reply.value.json) : null;
  return ok(read?.success ? wireMoney(read.data.available_balance, read.data.currency ?? 'USD') : null);
}

function accountOf(account: AccountReply, user: UserReply | null, money: Money | null, readAt: number): VirtualAccount {
  const { destination } = account;
  return {
    id: account.id, userId: account.user_id ?? '', userName: userName(user), userStatus: short(user?.status), description: account.description ?? '', mode: modeOf(account),
    type: account.type ?? '', bank: account.bank ?? account.provider, status: short(account.status), ...readinessOf(account, user), balance: money,
    payIn: payInOf(account, userName(user)), readAt,
    settlement: destination?.network && destination.currency ? { network: destination.network, token: destination.currency } : null,
  };
}

function payInOf(account: AccountReply, holder: string): VirtualAccount['payIn'] {
  const inner = account.source_deposit_instructions;
  const accountNumber = realNumber(account);
  if (accountNumber === null) return null;
  return {
    accountNumber, bankName: inner?.bank_name ?? account.bank_name ?? '', routingNumber: inner?.bank_routing_number ?? account.routing_number ?? '',
    beneficiary: inner?.bank_beneficiary_name ?? holder,
  };
}

function short(text: string | null | undefined): string {
  return (text ?? '').slice(0, 60);
}
