import { createHash } from 'node:crypto';
import type { World } from '../../world.ts';
import type { KiraPayout, KiraProfile, Recipient } from '../model.ts';
import { centsText } from '../money.ts';
import { totalOf } from './fees.ts';
import { shownStatus } from './status.ts';
import { isoSeconds } from './times.ts';
import { depositView } from './wallet.ts';

const LINK_LIFE_MS = 600_000;
const onTheirWay = ['processing', 'completed', 'returned'];

/** A payout as `GET /v1/payouts/{id}` tells it: other names than at creation, no fee breakdown, account numbers masked (Kira guide: Get a payout). */
export function payoutView(world: World, payout: KiraPayout, profile: KiraProfile): object {
  const { settings, recipients } = world.state.kira;
  const recipient = recipients.find((one) => one.id === payout.recipient_id);
  const sent = onTheirWay.includes(payout.status);
  return {
    payout_id: payout.id, user_id: payout.user_id, recipient_id: payout.recipient_id, quote_id: payout.quote_id, ...labels(payout),
    ...moneyView(payout), fee: centsText(payout.told?.fee ?? totalOf(payout.fees)), payment_method: payout.payment_method, txn_hash: fundedBy(payout),
    uetr: payout.uetr, provider_reference: sent ? `prov-${payout.id.slice(-12)}` : null, reference_number: profile === 'G3' && sent ? referenceOf(payout) : null,
    status: shownStatus(payout.status, profile), error_code: payout.error_code,
    sender: { name: senderName(world, payout), account_number: maskedAccount(world, payout) },
    recipient: { name: recipientName(recipient), account_number: masked(recipient?.account['account_number']) },
    extra_info: { supporting_documents: payout.documents.map((document, index) => ({ type: document.type, url: linkTo(world, payout, index) })) },
    events: payout.events.map((one) => ({
      event_id: one.id, status: shownStatus(one.status, profile), message: one.message, created_at: isoSeconds(one.at_ms),
    })),
    created_at: isoSeconds(payout.created_ms),
    ...(payout.wallet && settings.reads_tell_deposit ? { deposit_instructions: depositView(payout.wallet) } : {}),
  };
}

/** A payout as a row of `GET /v1/payouts` (Kira guide: List payouts). */
export function rowView(world: World, payout: KiraPayout, profile: KiraProfile): object {
  const recipient = world.state.kira.recipients.find((one) => one.id === payout.recipient_id);
  return {
    payout_id: payout.id, short_id: payout.id.slice(-8), user_id: payout.user_id, virtual_account_id: payout.virtual_account_id,
    status: shownStatus(payout.status, profile), ...moneyView(payout), payment_method: payout.payment_method,
    sender_name: senderName(world, payout), recipient_name: recipientName(recipient), ...labels(payout), created_at: isoSeconds(payout.created_ms),
  };
}

function labels({ extra_info: extra }: KiraPayout): object {
  return { reference: extra['invoice_number'] ?? null, memo: extra['memo'] ?? null, origin: 'payout' };
}

function moneyView(payout: KiraPayout): object {
  return { from_amount: centsText(payout.amount), from_currency: 'USD', to_amount: centsText(payout.told?.received ?? payout.recipient_amount), to_currency: 'USD' };
}

function fundedBy({ wallet }: KiraPayout): string | null {
  return wallet?.transfers.findLast((one) => one.ignored === null)?.tx_hash ?? null;
}

function referenceOf(payout: KiraPayout): string {
  return payout.uetr ?? payout.id.replaceAll('-', '').slice(-16).toUpperCase();
}

function senderName(world: World, payout: KiraPayout): string {
  const user = world.state.kira.users.find((one) => one.id === payout.user_id);
  return nameOf(user?.fields ?? {}, 'business_legal_name');
}

function recipientName(recipient: Recipient | undefined): string {
  return nameOf(recipient?.fields ?? {}, 'company_name');
}

function nameOf(fields: Readonly<Record<string, unknown>>, company: string): string {
  const parts = fields[company] === undefined ? [fields['first_name'], fields['last_name']] : [fields[company]];
  return parts.filter((part) => typeof part === 'string').join(' ');
}

function maskedAccount(world: World, payout: KiraPayout): string | null {
  return masked(world.state.kira.accounts.find((one) => one.id === payout.virtual_account_id)?.account_number);
}

function masked(number: unknown): string | null {
  return typeof number === 'string' ? `****${number.slice(-4)}` : null;
}

// The bytes aren't kept, so nobody is behind the address; it only looks like one.
function linkTo(world: World, payout: KiraPayout, index: number): string {
  const expires = Math.floor((world.clock.now() + LINK_LIFE_MS) / 1000);
  const signature = createHash('sha256').update(`${payout.id} ${index} ${expires}`).digest('hex').slice(0, 32);
  return `https://files.kira.test/payouts/${payout.id}/${index + 1}?expires=${expires}&sig=${signature}`;
}
