import { compareHolder } from '../../../preload/contract/holder-name.ts';
import { compareMoney, formatMoney } from '../../../preload/contract/money.ts';
import { methodLabels, methodsFor } from '../../../preload/contract/payee-fields.ts';
import type { PayoutDraft } from '../../../preload/contract/payouts.ts';
import { sendOf } from '../../store/payout-record.ts';
import type { Check } from '../lane.ts';
import type { CustomerDesk } from '../ports.ts';
import { met, open, unmet } from '../prerequisites.ts';
import { askedAmount, missingIn } from './completeness.ts';
import { freeIn, keptWallet } from './wallets.ts';

/** What must hold before a Blaaiz payout is sent, in the order it is asked. */
export function blaaizChecks(customers: CustomerDesk): readonly Check[] {
  return [...blaaizOutside(customers), amount, pair, payee, holder, complete, price];
}

/** Those of them that Blaaiz can change. */
export function blaaizOutside(customers: CustomerDesk): readonly Check[] {
  return [customer(customers), wallet];
}

const customer = (customers: CustomerDesk): Check => ({ draft }) => {
  const standing = draft.customerId === null ? null : customers.standing(draft.customerId);
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
