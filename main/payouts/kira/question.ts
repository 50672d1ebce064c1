import { money, type Money } from '../../../preload/contract/money.ts';
import type { KiraDraft, PayoutDraft } from '../../../preload/contract/payouts.ts';
import type { KiraPriceQuestion } from '../../providers/provider.ts';
import type { RecipientDesk } from '../ports.ts';
import { wireMarkup } from './markup.ts';

/** The amount as the person gave it, in US dollars; null when it isn't set. Kira takes what leaves, never what arrives (Kira guide: Payouts). */
export function amountOf({ side, amountMinor }: PayoutDraft): Money | null {
  return side !== 'send' || amountMinor === null || amountMinor <= 0 ? null : money(amountMinor, 'USD');
}

/** What to ask Kira for a price, or null when the draft doesn't say enough or its recipient isn't there yet. */
export function priceQuestion(recipients: RecipientDesk, draft: PayoutDraft): KiraPriceQuestion | null {
  const { walletId, payeeId, kira } = draft;
  const amount = amountOf(draft);
  const remoteId = payeeId === null ? null : recipients.find(payeeId)?.remoteId ?? null;
  if (amount === null || walletId === null || remoteId === null || kira === null) return null;
  const markup = wireMarkup(kira.markup);
  const funding = fundingOf(kira);
  return markup.ok && funding !== undefined ? { accountId: walletId, recipientRemoteId: remoteId, amount, markup: markup.value, funding } : null;
}

/** Network and token of a crypto payout, null for fiat, undefined while they are not chosen. */
function fundingOf({ mode, network, token }: KiraDraft): KiraPriceQuestion['funding'] | undefined {
  if (mode === 'fiat') return null;
  return network === null || token === null ? undefined : { network, token };
}

/** A price question as one text: the same question has the same text. */
export function questionKey({ accountId, recipientRemoteId, amount, markup, funding }: KiraPriceQuestion): string {
  return ['kira-price', accountId, recipientRemoteId, amount.minor, markup?.fixed ?? '', markup?.percentage ?? '', funding?.network ?? '', funding?.token ?? ''].join(':');
}
