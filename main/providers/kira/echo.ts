import { formatMoney, type Money } from '../../../preload/contract/money.ts';
import { isRecord, parseJson } from '../parse-json.ts';
import type { KiraSending } from '../provider.ts';
import { wireMoney } from './amounts.ts';
import type { CreatedReply } from './schemas.ts';

/** What was sent, as far as an answer repeats it. */
export type SentFacts = {
  readonly accountId: string; readonly recipientId: string; readonly amount: Money; readonly quoteId: string | null; readonly forDeposit: boolean;
};

/** Reads what a composed body asks for; null when it isn't one that was composed here. */
export function sentFacts({ accountId, body }: Pick<KiraSending, 'accountId' | 'body'>): SentFacts | null {
  const sent = parseJson(body);
  if (!isRecord(sent)) return null;
  const { amount: text, recipient_id: recipientId, quote_id: quoteId } = sent;
  const amount = typeof text === 'string' ? wireMoney(text, 'USD') : null;
  if (amount === null || typeof recipientId !== 'string') return null;
  return { accountId, recipientId, amount, quoteId: typeof quoteId === 'string' ? quoteId : null, forDeposit: sent['payment_instructions'] !== undefined };
}

/** What is wrong when an answer is about another payout than the one that was sent, in words that name it; null when it is about the same. A key
 *  that was used before may be answered with the payout it was used for, as if all were well (Kira guide: Idempotency). */
export function echoProblem(made: CreatedReply, sent: SentFacts): string | null {
  const amount = wireMoney(made.amount, made.currency ?? 'USD');
  const differs = [
    amount === null || amount.currency !== sent.amount.currency || amount.minor !== sent.amount.minor ? 'amount' : '',
    other(made.recipient_id, sent.recipientId) ? 'recipient' : '', other(made.virtual_account_id, sent.accountId) ? 'account' : '',
    sent.quoteId !== null && other(made.quote_id, sent.quoteId) ? 'quote' : '',
  ].filter((one) => one !== '');
  if (differs.length === 0) return null;
  const said = amount === null ? 'of an amount that can\u2019t be read' : `of ${formatMoney(amount)}`;
  return `Kira answered with another payout: ${made.id} ${said}; its ${differs.join(' and ')} is not what was sent. The key may have been used before`;
}

/** Whether an answer names another id; one that names none is no contradiction. Ids are compared as Kira writes them, but for their case. */
function other(answered: string | null, sent: string): boolean {
  return answered !== null && answered.toLowerCase() !== sent.toLowerCase();
}
