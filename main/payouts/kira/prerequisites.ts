import { networkNames } from '../../../preload/contract/deposit.ts';
import { addMoney, compareMoney, formatMoney, type Money } from '../../../preload/contract/money.ts';
import type { KiraDraft, Prerequisite } from '../../../preload/contract/payouts.ts';
import type { PayoutRecord } from '../../store/payout-record.ts';
import type { Context } from '../context.ts';
import type { Check } from '../lane.ts';
import type { AccountDesk, KiraLaneDeps, RecipientDesk } from '../ports.ts';
import { met, open, unmet } from '../prerequisites.ts';
import { accountObstacle, freeIn, modeObstacle, recipientObstacle, type Obstacle } from './account.ts';
import { missingIn } from './completeness.ts';
import { amountOf } from './question.ts';

/** What must hold before a Kira payout is sent, in the order it is asked. */
export function kiraChecks({ accounts, recipients }: KiraLaneDeps): readonly Check[] {
  return [account(accounts), mode(accounts), recipient(accounts, recipients), amount, funding(accounts), documents, complete(recipients), price, code];
}

/** Those of them that Kira can change. */
export function kiraOutside({ accounts, recipients }: KiraLaneDeps): readonly Check[] {
  return [account(accounts), mode(accounts), recipient(accounts, recipients), funding(accounts)];
}

const stands = (id: Prerequisite['id'], obstacle: Obstacle | null, label: string) => (obstacle === null ? met(id, label) : unmet(id, obstacle.label, obstacle.remedy));

const account = (accounts: AccountDesk): Check => ({ draft: { walletId } }) => {
  if (walletId === null) return open('account', 'No account yet', 'Choose the account it leaves from.');
  const known = accounts.find(walletId);
  return known === null ? open('account', 'The account is not known here', 'Read the accounts when online.') : stands('account', accountObstacle(known), `${known.userName} can pay out of it`);
};

const mode = (accounts: AccountDesk): Check => ({ draft }) => {
  const known = draft.walletId === null ? null : accounts.find(draft.walletId);
  if (known === null) return open('mode', 'How it is funded is not known yet');
  return stands('mode', modeObstacle(draft, known), known.mode === 'crypto' ? 'It is funded by a stablecoin deposit' : 'It is funded from the account\u2019s balance');
};

const recipient = (accounts: AccountDesk, recipients: RecipientDesk): Check => ({ draft: { payeeId, walletId } }) => {
  if (payeeId === null) return open('recipient', 'No recipient yet', 'Choose who is paid.');
  const known = recipients.find(payeeId);
  if (known === null) return unmet('recipient', 'The recipient is no longer in the book', 'Choose another recipient.');
  return stands('recipient', recipientObstacle(known, walletId === null ? null : accounts.find(walletId)), `Kira has ${known.name} ${known.tail}`.trim());
};

const amount: Check = ({ draft, price: read }) => {
  const asked = amountOf(draft);
  if (asked === null) return open('amount', 'No amount yet', 'Set the amount.');
  if (read !== null && read.send.minor <= read.totalFees.minor) {
    return unmet('amount', `The fees of ${formatMoney(read.totalFees)} eat it up`, 'Raise the amount above the fees.');
  }
  return met('amount', `The amount is set: ${formatMoney(asked)}`);
};

const funding = (accounts: AccountDesk): Check => (record, ctx) => {
  const { kira, walletId } = record.draft;
  if (kira?.mode === 'crypto') return deposit(kira);
  const known = walletId === null ? null : accounts.find(walletId);
  const asked = amountOf(record.draft);
  const purse = known === null ? null : freeIn(ctx, known, record.id);
  if (purse === null || asked === null) return open('funding', 'Whether the balance covers it is not known yet', 'Read the accounts when online.');
  const also = purse.held.minor > 0 ? `, ${formatMoney(purse.held)} of it may still leave` : '';
  return covered(record, purse.free, asked, `${formatMoney(known?.balance ?? purse.free)}${also}`);
};

/** The amount must be there. Kira takes the fees out of it, yet its guide asks for a balance of amount and fees together: that only warns. */
function covered({ price: read }: PayoutRecord, free: Money, asked: Money, holds: string): Prerequisite {
  if (compareMoney(free, asked) < 0) return unmet('funding', `The account holds ${holds}; this needs ${formatMoney(asked)}`, 'Pay money in, or lower the amount.');
  const whole = read === null ? asked : addMoney(asked, read.totalFees);
  if (compareMoney(free, whole) >= 0) return met('funding', `The account covers it: ${holds}`);
  return met('funding', `The account covers the amount: ${holds}. Kira may refuse it all the same if it wants the fees on top: ${formatMoney(whole)}`);
}

function deposit({ network, token }: KiraDraft): Prerequisite {
  if (network === null || token === null) return unmet('funding', 'What is deposited is not chosen yet', 'Choose token and network of the deposit.');
  return met('funding', `${token} on ${networkNames[network]} will be deposited`);
}

const documents: Check = ({ id, draft: { kira } }, ctx) => {
  const count = ctx.documents.list(id).length;
  if (count > 0) return met('documents', count === 1 ? 'One document is kept with it' : `${count} documents are kept with it`);
  return kira?.mode === 'crypto' ? unmet('documents', 'No document yet', 'Add an invoice or another document: Kira asks for one.') : met('documents', 'No document is needed');
};

const complete = (recipients: RecipientDesk): Check => ({ id, draft }, ctx) => {
  const missing = missingIn(recipients, draft, ctx.documents.list(id));
  return missing.length === 0 ? met('complete', 'Everything is filled in')
    : unmet('complete', missing.length === 1 ? 'One thing is missing or wrong' : `${missing.length} things are missing or wrong`, missing[0]?.message ?? '');
};

const price: Check = ({ price: read }, ctx) => {
  if (read === null) return open('price', 'Not priced yet', 'Read the fees when online.');
  if (read.gap !== null) return unmet('price', `The price does not add up by ${formatMoney(read.gap)}`, 'Read it again; if it stays so, ask Kira.');
  if (read.quote !== undefined && read.quote.expiresAt <= ctx.clock()) return open('price', 'The time for which Kira holds the price is over', 'Read the price again.');
  return met('price', 'The price adds up');
};

const code: Check = ({ draft }, ctx) => {
  if (!ctx.lane.needsCode(ctx, draft)) return met('code', 'No code is asked for');
  return ctx.codes.facts().blockedUntil === null ? met('code', 'A code is asked for when it is released')
    : unmet('code', `Kira blocks codes for ${minutesLeft(ctx)}`, 'Wait until then and ask for a new code.');
};

/** How long codes stay blocked, in words. */
export function minutesLeft(ctx: Context): string {
  const minutes = Math.max(1, Math.ceil(((ctx.codes.facts().blockedUntil ?? 0) - ctx.clock()) / 60_000));
  return minutes === 1 ? 'another minute' : `another ${minutes} minutes`;
}
