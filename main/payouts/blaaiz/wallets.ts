import type { Reply, Request } from '../../../preload/contract/api.ts';
import type { Bank, Wallet } from '../../../preload/contract/app.ts';
import type { CurrencyCode } from '../../../preload/contract/currency.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import { money, type Money } from '../../../preload/contract/money.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { PayoutProvider } from '../../providers/provider.ts';
import { connected, type Context } from '../context.ts';

/** The Blaaiz connection of the profile, null while there is none. */
export type Link = () => PayoutProvider | null;

const walletsKey = 'wallets';

/** Wallets as last read; `fresh` asks the provider first and falls back to what is kept. Error only when nothing is kept. */
export async function listWallets(ctx: Context, link: Link, { fresh }: Request<'wallets.list'>): Promise<Result<Reply<'wallets.list'>, AppError>> {
  const read = fresh ? await readWallets(ctx, link) : null;
  const kept = ctx.kept.get<readonly Wallet[]>(walletsKey);
  if (kept !== null) return ok({ wallets: [...kept.value], readAt: kept.readAt });
  return read !== null && !read.ok ? fail(read.error) : ok({ wallets: [], readAt: null });
}

/** Asks the provider for the wallets and keeps the answer. */
export async function readWallets(ctx: Context, link: Link): Promise<Result<readonly Wallet[], AppError>> {
  const provider = connected(ctx, link());
  if (!provider.ok) return provider;
  const wallets = await provider.value.wallets();
  if (wallets.ok) {
    ctx.kept.put(walletsKey, wallets.value, ctx.clock());
    ctx.changed('wallets', null);
  }
  return wallets;
}

/** A wallet as last read; null when it isn't known. */
export function keptWallet(ctx: Context, id: string | null): Wallet | null {
  return ctx.kept.get<readonly Wallet[]>(walletsKey)?.value.find((wallet) => wallet.id === id) ?? null;
}

/** What of a wallet's balance is free for this payout: other payouts that are queued, being sent or unknown may still take theirs. */
export function freeIn(ctx: Context, wallet: Wallet, payoutId: string): { readonly free: Money; readonly held: Money } {
  const held = ctx.rows.mayLeave(['queued', 'sending', 'unknown'], payoutId, wallet.id).find(({ currency }) => currency === wallet.currency)?.minor ?? 0;
  return { free: money(wallet.balance.minor - held, wallet.currency), held: money(held, wallet.currency) };
}

/** Banks of a currency: read anew when older than a day, else as kept; out of reach as kept, however old. */
export function listBanks(ctx: Context, link: Link, { currency }: Request<'banks.list'>): Promise<Result<Reply<'banks.list'>, AppError>> {
  return listChoices(ctx, link, 'banks', currency);
}

/** Mobile-money operators of a currency, kept like banks. */
export function listOperators(ctx: Context, link: Link, { currency }: Request<'banks.operators'>): Promise<Result<Reply<'banks.operators'>, AppError>> {
  return listChoices(ctx, link, 'operators', currency);
}

const freshFor = 24 * 3_600_000;

async function listChoices(ctx: Context, link: Link, kind: 'banks' | 'operators', currency: CurrencyCode): Promise<Result<Reply<'banks.list'>, AppError>> {
  const key = `${kind}:${currency}`;
  const kept = ctx.kept.get<readonly Bank[]>(key);
  if (kept !== null && ctx.clock() - kept.readAt < freshFor) return ok({ banks: [...kept.value], readAt: kept.readAt });
  const provider = connected(ctx, link());
  const read = provider.ok ? await provider.value[kind](currency) : provider;
  if (read.ok) {
    const readAt = ctx.clock();
    ctx.kept.put(key, read.value, readAt);
    return ok({ banks: [...read.value], readAt });
  }
  return kept === null ? fail(read.error) : ok({ banks: [...kept.value], readAt: kept.readAt });
}

/** Asks the bank, through the provider, whose account it is. */
export async function lookupHolder(ctx: Context, link: Link, { bankId, accountNumber }: Request<'banks.lookup'>): Promise<Result<Reply<'banks.lookup'>, AppError>> {
  const provider = connected(ctx, link());
  return provider.ok ? provider.value.lookupAccount(bankId, accountNumber) : provider;
}
