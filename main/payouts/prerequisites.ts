import type { Reply, Request } from '../../preload/contract/api.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import { compareHolder } from '../../preload/contract/holder-name.ts';
import { compareMoney, formatMoney } from '../../preload/contract/money.ts';
import { methodLabels, methodsFor } from '../../preload/contract/payee-fields.ts';
import type { PayoutDraft, Prerequisite } from '../../preload/contract/payouts.ts';
import { ok, type Result } from '../../preload/contract/result.ts';
import { sendOf, type PayoutRecord } from '../store/payout-record.ts';
import { askedAmount, missingIn, priceQuestion } from './completeness.ts';
import { find, type Context } from './context.ts';
import { keepPrice, readPrice } from './price.ts';
import { freeIn, keptWallet, readWallets } from './wallets.ts';

/** Every condition that must hold before sending, in the order they are asked; `fresh` reads customer, wallets and price anew first
 *  and goes on with what is kept where that fails. */
export async function prerequisitesOf(ctx: Context, { id, fresh }: Request<'payouts.prerequisites'>): Promise<Result<Reply<'payouts.prerequisites'>, AppError>> {
  const found = find(ctx, id);
  if (!found.ok) return found;
  if (fresh) await readAgain(ctx, found.value);
  const record = ctx.rows.get(id) ?? found.value;
  const checks = [customer, wallet, amount, pair, payee, holder, complete, price];
  return ok(checks.map((check) => check(record, ctx)));
}

async function readAgain(ctx: Context, { id, draft }: PayoutRecord): Promise<void> {
  const question = priceQuestion(draft);
  const [, , read] = await Promise.all([
    draft.customerId === null ? null : ctx.customers.refresh(draft.customerId), readWallets(ctx), question === null ? null : readPrice(ctx, question),
  ]);
  if (question !== null && read?.ok) keepPrice(ctx, id, question, read.value);
}

type Check = (record: PayoutRecord, ctx: Context) => Prerequisite;
const met = (id: Prerequisite['id'], label: string): Prerequisite => ({ id, state: 'met', label, remedy: null });
const unmet = (id: Prerequisite['id'], label: string, remedy: string): Prerequisite => ({ id, state: 'unmet', label, remedy });
const open = (id: Prerequisite['id'], label: string, remedy: string | null = null): Prerequisite => ({ id, state: 'open', label, remedy });

const customer: Check = ({ draft }, ctx) => {
  const standing = draft.customerId === null ? null : ctx.customers.standing(draft.customerId);
  if (standing === null) return open('customer', 'No customer yet', 'Choose who sends.');
  if (standing.extraChecks) return unmet('customer', `Blaaiz holds ${standing.name} for extra checks`, 'Wait for Blaaiz, or write to its support.');
  if (standing.state === 'verified' && standing.remoteId !== null) return met('customer', `${standing.name} is verified`);
  return unmet('customer', `${standing.name} is not verified`, 'Open the customer and see what Blaaiz is waiting for.');
};

const wallet: Check = (record, ctx) => {
  if (record.draft.walletId === null) return open('wallet', 'No wallet yet', 'Choose the wallet it leaves from.');
  const known = keptWallet(ctx, record.draft.walletId);
  if (known === null) return open('wallet', 'The balance is not known here', 'Read the wallets when online.');
  if (!known.active) return unmet('wallet', `The ${known.currency} wallet is not active`, 'Choose another wallet, or write to Blaaiz.');
  const send = sendOf(record);
  const { free, held } = freeIn(ctx, known, record.id);
  if (send === null || send.currency !== known.currency) return open('wallet', `${formatMoney(free)} is free`);
  const also = held.minor > 0 ? `, ${formatMoney(held)} of it may still leave` : '';
  if (compareMoney(free, send) >= 0) return met('wallet', `The wallet covers it: ${formatMoney(known.balance)}${also}`);
  return unmet('wallet', `The wallet holds ${formatMoney(known.balance)}${also}; this needs ${formatMoney(send)}`, 'Top it up or lower the amount.');
};

const amount: Check = ({ draft, price: read }) => {
  const asked = askedAmount(draft);
  if (asked === null) return open('amount', 'No amount yet', 'Set the amount.');
  if (read !== null && read.send.minor <= read.totalFees.minor) {
    return unmet('amount', `The fees of ${formatMoney(read.totalFees)} eat it up`, 'Raise the amount above the fees.');
  }
  return met('amount', `The amount is set: ${formatMoney(asked)}`);
};

const pair: Check = ({ draft: { fromCurrency, toCurrency, method }, price: read }) => {
  if (fromCurrency === null || toCurrency === null || method === null) return open('pair', 'Currency and method are not chosen yet');
  const way = `${fromCurrency} to ${toCurrency} by ${methodLabels[method].toLowerCase()}`;
  if (!methodsFor(toCurrency).includes(method)) return unmet('pair', `${toCurrency} is not paid this way`, 'Choose another method.');
  return read === null ? open('pair', `${way}: not priced yet`) : met('pair', `${way} is offered`);
};

const payee: Check = ({ draft }) => {
  const issues = missingIn(draft).filter(({ path }) => path === 'payeeName' || path.startsWith('details.'));
  if (draft.payeeName.trim() === '' && draft.toCurrency === null) return open('payee', 'No payee yet', 'Name the payee.');
  return issues.length === 0 && draft.toCurrency !== null ? met('payee', 'The account can be right') : unmet('payee', issues[0]?.message ?? 'The payee is not complete', 'Correct the payee\u2019s account.');
};

const holder: Check = ({ draft }) => {
  if (!asksHolder(draft)) return met('holder', 'Whose account it is can\u2019t be asked for this method');
  if (draft.holderName === null) return open('holder', 'Whose account it is was not asked', 'Ask the bank for the name.');
  const same = compareHolder(draft.payeeName, draft.holderName) === 'same';
  if (same || draft.holderAccepted) return met('holder', `The bank says: ${draft.holderName}`);
  return unmet('holder', `The bank says: ${draft.holderName}, not ${draft.payeeName}`, 'Check the account with the payee, then accept the name or correct the account.');
};

/** Whether the bank can be asked whose account it is (Blaaiz API reference: Account look-up, naira only). */
export function asksHolder(draft: PayoutDraft): boolean {
  return draft.toCurrency === 'NGN' && draft.method === 'bank_transfer';
}

const complete: Check = ({ draft }) => {
  const missing = missingIn(draft);
  return missing.length === 0 ? met('complete', 'Everything is filled in')
    : unmet('complete', missing.length === 1 ? 'One thing is missing or wrong' : `${missing.length} things are missing or wrong`, missing[0]?.message ?? '');
};

const price: Check = ({ price: read }) => {
  if (read === null) return open('price', 'Not priced yet', 'Read fees and rate when online.');
  if (read.gap === null) return met('price', 'The price adds up');
  return unmet('price', `The price does not add up by ${formatMoney(read.gap)}`, 'Read it again; if it stays so, ask Blaaiz.');
};
