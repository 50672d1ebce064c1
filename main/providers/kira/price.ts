import { appError } from '../../../preload/contract/errors.ts';
import { subtractMoney } from '../../../preload/contract/money.ts';
import type { Price } from '../../../preload/contract/payouts.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import type { KiraPriceQuestion, Reply } from '../provider.ts';
import { wireMoney } from './amounts.ts';
import type { Api, ApiVersion, Endpoint } from './api.ts';
import { composePreview } from './compose.ts';
import { readFees } from './fee-lines.ts';
import { payoutFieldNames } from './field-names.ts';
import { previewReply, type PreviewReply } from './schemas.ts';
import { onOurClock, parseTime } from './server-time.ts';

// A POST that debits nothing, so it may be repeated like a read.
const endpoint: Endpoint = {
  method: 'POST', route: '/v1/virtual-accounts/{id}/payout/preview', kind: 'read', act: { failed: 'The price was not read', fields: payoutFieldNames },
};

/** What a payout would cost now, as Kira says (Kira guide: Payouts, preview). It is held until its quote ends where the API's version has
 *  quotes, else it is information. */
export async function readPrice(api: Api, question: KiraPriceQuestion, version: ApiVersion, clock: () => number): Reply<Price> {
  const input = { params: { id: question.accountId }, body: composePreview(question, hasQuotes(version)) };
  const read = await api.ask(endpoint, input, (body, headers) => {
    const preview = previewReply.safeParse(body).data;
    return preview ? { preview, headers } : null;
  });
  if (!read.ok) return read;
  const price = priceOf(read.value.preview, read.value.headers, question, clock());
  return price ? ok(price) : fail(unusable);
}

/** Whether a version of the API can hold a price (Kira changelog: 2026-04-14). */
function hasQuotes(version: ApiVersion): boolean {
  return version !== null && version >= '2026-04-14';
}

const unusable = appError('provider-unreadable', 'The price was not read: a figure in it is not an amount in US dollars, or is about another amount.', {
  fix: 'Try again in a minute. If it stays so, write to Kira support.',
});

function priceOf(preview: PreviewReply, headers: Headers, question: KiraPriceQuestion, readAt: number): Price | null {
  const send = wireMoney(preview.amount, preview.currency ?? 'USD');
  const receive = wireMoney(preview.recipient_amount, preview.recipient_currency ?? 'USD');
  const fees = readFees(preview.fees, question.amount);
  if (!send || !receive || !fees || send.currency !== 'USD' || receive.currency !== 'USD' || send.minor !== question.amount.minor) return null;
  const gap = subtractMoney(subtractMoney(send, fees.totalFees), receive);
  const quote = quoteOf(preview, headers, readAt);
  return {
    send, fees: fees.fees, totalFees: fees.totalFees, converted: receive, rate: '1', receive, gap: gap.minor === 0 ? null : gap, readAt,
    ...(quote === null ? {} : { quote }), ...(fees.note === null ? {} : { note: fees.note }),
  };
}

/** How long a price is held is told in two ways, so only the answer's own end counts; on this computer's clock. */
function quoteOf({ quote_id: id, quote_expires_at: until }: PreviewReply, headers: Headers, now: number): Price['quote'] | null {
  const at = parseTime(until);
  return id === null || id === '' || at === null ? null : { id, expiresAt: onOurClock(at, headers, now) };
}
