import { created, Refusal } from '../../errors.ts';
import type { KiraCall } from '../call.ts';
import { type KeyWords, once } from '../idempotency.ts';
import { move } from '../ledger.ts';
import type { KiraPayout, Quote, Recipient, VirtualAccount } from '../model.ts';
import { e10, e2, e6 } from '../respond.ts';
import type { KiraReply } from '../web.ts';
import { authorise } from './authorise.ts';
import { type FeeRates, type Priced, priceOf, ratesWith } from './fees.ts';
import { startPayout } from './life.ts';
import { checkPrice, priceView } from './preview.ts';
import { heldPrice, redeemable } from './quotes.ts';
import { contradictory, malformed, replyOf } from './refusals.ts';
import { parsePayout, type PayoutRequest } from './request.ts';
import { accountOf, checkAccount, checkMode, checkRail, railOf, recipientOf } from './rules.ts';
import { isoSeconds } from './times.ts';
import { allocateWallet, depositView } from './wallet.ts';

const LOST_ANSWER_CENTS = 8;
const NO_ANSWER_CENTS = 9;

const keyWords: KeyWords = {
  unusable: (why) => e2('validation_error', why === 'Required' ? 'Idempotency key is required' : 'Idempotency key must be a valid UUID', 400),
  reused: () => e6('IDEMPOTENCY_CONFLICT', 'Idempotency key was already used with a different request body', 409),
};

/** What a payout is made of once every check before the code has passed. */
interface Order {
  readonly account: VirtualAccount;
  readonly recipient: Recipient;
  readonly asked: PayoutRequest;
  readonly rates: FeeRates;
  readonly priced: Priced;
  readonly quote: Quote | null;
}

/**
 * POST /v1/virtual-accounts/{id}/payout (Kira guide: Payouts, Create payout). A repeat of a key is answered before anything is checked. The checks and the
 * debit are one uninterrupted step, so payouts of one account never overlap. Amounts ending in .08 are made and answered with a 500, those ending in .09
 * are made and never answered; a repeat of the key brings the real answer.
 */
export async function createPayout(call: KiraCall): Promise<KiraReply> {
  let made: KiraPayout | null = null;
  const reply = await once(call, keyWords, () => {
    try {
      const order = checked(call);
      made = record(call, order);
      return created(createdView(call, order, made));
    } catch (error) {
      return replyOf(error);
    }
  });
  return lost(made, reply);
}

function lost(made: KiraPayout | null, reply: KiraReply): KiraReply {
  const cents = made === null ? 0 : made.amount % 100;
  if (cents === LOST_ANSWER_CENTS) return e10();
  return cents === NO_ANSWER_CENTS ? { held: true } : reply;
}

function checked(call: KiraCall): Order {
  const { world, profile } = call;
  const account = accountOf(call);
  const parsed = parsePayout(profile, call.body);
  if (!parsed.ok) throw malformed(profile, parsed.complaints);
  const asked = parsed.value;
  checkAccount(world, account, profile);
  checkMode(world, account, asked.instructions);
  const recipient = recipientOf(world, account, asked.recipient_id);
  checkRail(profile, railOf(recipient));
  checkPapers(call, account, recipient, asked);
  const order = priced(call, account, recipient, asked);
  checkFeesAndCode(call, order);
  checkBalance(call, order);
  return order;
}

function checkPapers(call: KiraCall, account: VirtualAccount, recipient: Recipient, asked: PayoutRequest): void {
  if (account.mode === 'crypto' && asked.documents.length === 0) {
    throw contradictory('supporting_documents is required for crypto mode virtual accounts');
  }
  const wantsMemo = call.profile === 'G3' && account.bank === 'austin_capital_trust' && railOf(recipient) === 'WIRE';
  if (wantsMemo && asked.extra_info['memo'] === undefined) throw contradictory('extra_info.memo is required for WIRE payouts of this account');
}

function priced({ world, profile }: KiraCall, account: VirtualAccount, recipient: Recipient, asked: PayoutRequest): Order {
  const { fees } = world.state.kira.settings;
  const { quote_id: quoteId, amount, recipient_id: recipientId } = asked;
  const redemption = quoteId === null ? null : { quote_id: quoteId, amount, recipient_id: recipientId, rail: railOf(recipient) };
  const quote = redemption && redeemable(world, account, profile, redemption);
  const rates = ratesWith(fees, quote ? quote.markup : asked.markup);
  return { account, recipient, asked, rates, quote, priced: quote ? heldPrice(quote) : priceOf(amount, rates) };
}

function checkFeesAndCode(call: KiraCall, { account, priced }: Order): void {
  if (call.world.state.kira.settings.code.before_fees) {
    authorise(call, account, priced.amount);
    checkPrice(priced);
    return;
  }
  checkPrice(priced);
  authorise(call, account, priced.amount);
}

function checkBalance({ world }: KiraCall, { account, priced }: Order): void {
  if (account.mode !== 'fiat') return;
  const rule = world.state.kira.settings.balance_rule;
  const needed = priced.amount + (rule === 'amount_plus_fees' ? priced.total_fees : 0);
  if (account.balance < needed) throw new Refusal(e2('insufficient_balance', 'Insufficient balance', 400));
}

function record(call: KiraCall, { account, recipient, asked, priced, quote }: Order): KiraPayout {
  const { world } = call;
  const payout: KiraPayout = {
    id: world.ids.uuid(), virtual_account_id: account.id, user_id: account.user_id, recipient_id: recipient.id, mode: account.mode,
    amount: priced.amount, fees: priced.fees, recipient_amount: priced.recipient_amount, payment_method: railOf(recipient).toLowerCase(),
    status: 'created', uetr: null, error_code: null, failure_reason: null, quote_id: quote?.id ?? null, extra_info: asked.extra_info,
    documents: asked.documents, wallet: asked.instructions ? allocateWallet(world, asked.instructions, priced.amount) : null,
    events: [], created_ms: world.clock.now(), refunded: false,
  };
  if (payout.mode === 'fiat') move(world, 'payout', account, -payout.amount, payout.id);
  if (quote) quote.used = true;
  world.state.kira.payouts.push(payout);
  startPayout(world, payout);
  return payout;
}

function createdView({ world }: KiraCall, { priced, rates }: Order, payout: KiraPayout): object {
  return {
    id: payout.id, virtual_account_id: payout.virtual_account_id, recipient_id: payout.recipient_id,
    ...priceView(priced, rates, world.state.kira.settings), status: payout.status, payment_method: payout.payment_method, uetr: payout.uetr,
    ...(payout.quote_id === null ? {} : { quote_id: payout.quote_id }), created_at: isoSeconds(payout.created_ms),
    ...(payout.wallet ? { deposit_instructions: depositView(payout.wallet) } : {}),
  };
}
