import { scaled, type World } from '../../world.ts';
import { move } from '../ledger.ts';
import type { KiraPayout, VirtualAccount } from '../model.ts';
import { announceDeposit, announcePayout } from './announce.ts';
import { fateOf, mayFollow, nextStep } from './machine.ts';

/** Why a payout changes its status, where there is a reason. */
export interface Why {
  readonly reason?: string;
  readonly error_code?: string;
}

/** A transfer of stablecoins to a payout's address; `amount` in US cents, one token a dollar. */
export interface Transfer {
  readonly amount: number;
  readonly token: string;
  readonly network: string;
  readonly tx_hash: string;
}

const troubles: Readonly<Record<string, Why>> = {
  failed: { reason: 'The partner bank declined the transfer.', error_code: 'va-payout-failed' },
  rejected: { reason: 'The payout was rejected in review.', error_code: 'va-payout-compliance-rejected' },
  returned: { reason: 'The recipient bank returned the transfer.', error_code: 'va-payout-bank-returned' },
  expired: { reason: 'The deposit address expired before enough arrived.', error_code: 'va-payout-deposit-expired' },
};

/** Sets a payout that was just made on its way: fiat waits to be queued, crypto for its deposit. */
export function startPayout(world: World, payout: KiraPayout): void {
  const now = world.clock.now();
  note(world, payout, null, now);
  announcePayout(world, payout, null);
  if (!payout.wallet) {
    planNext(world, payout, now);
    return;
  }
  world.scheduler.plan('kira-wallet-expiry', payout.id, payout.wallet.expires_ms - now);
  if (['partial', 'wrong-token', 'funded'].includes(fateOf(payout))) plan(world, payout, world.state.kira.settings.pending_seconds, now);
}

/** Moves a payout on at a moment (epoch ms); false when its status may not follow. Money comes back once: all of it when it failed, less the fees when
 *  it was returned. */
export function movePayout(world: World, payout: KiraPayout, to: string, why: Why = {}, at: number = world.clock.now()): boolean {
  if (!mayFollow(payout.status, to)) return false;
  const previous = payout.status;
  payout.status = to;
  const { reason, error_code: code } = { ...troubles[to], ...why };
  payout.failure_reason = reason ?? payout.failure_reason;
  payout.error_code = code ?? payout.error_code;
  refund(world, payout);
  note(world, payout, reason ?? null, at);
  announcePayout(world, payout, previous);
  planNext(world, payout, at);
  return true;
}

/** What comes by itself: the next status, the bank's acknowledgement, or the deposit of an amount that asks for one. `at` is when it was due (epoch ms):
 *  what follows counts from there, so that a payout that slept through several steps takes them all. */
export function advancePayout(world: World, payoutId: string, at: number): void {
  const payout = payoutOf(world, payoutId);
  if (!payout || !world.state.kira.settings.payouts_move) return;
  if (payout.wallet && payout.status === 'created') {
    receiveByItself(world, payout, at);
    return;
  }
  const step = nextStep(payout, world.state.kira.settings);
  if (step?.to === 'uetr') {
    payout.uetr = newUetr(world);
    planNext(world, payout, at);
  } else if (step) {
    movePayout(world, payout, step.to, step.to === 'failed' && fateOf(payout) === 'held-rejected' ? troubles['rejected'] : {}, at);
  }
}

/** The end of an address: a payout that still waits for its deposit fails. */
export function expireWallet(world: World, payoutId: string, at: number): void {
  const payout = payoutOf(world, payoutId);
  if (payout?.wallet && payout.status === 'created') movePayout(world, payout, 'failed', troubles['expired'], at);
}

/** Takes a transfer in: it counts or is ignored, and why is written down; the payout starts once enough is there, more is taken too. */
export function receiveTransfer(world: World, payout: KiraPayout, transfer: Transfer, at: number = world.clock.now()): string | null {
  const { wallet } = payout;
  if (!wallet) return 'The payout has no deposit address.';
  const ignored = whyIgnored(payout, transfer, at);
  const entry = { at_ms: at, ...transfer, ignored };
  wallet.transfers.push(entry);
  if (ignored !== null) return ignored;
  wallet.received += transfer.amount;
  announceDeposit(world, payout, entry);
  if (wallet.received >= payout.amount) {
    world.scheduler.cancel('kira-wallet-expiry', payout.id);
    movePayout(world, payout, 'pending', {}, at);
  }
  return null;
}

function whyIgnored(payout: KiraPayout, transfer: Transfer, at: number): string | null {
  const { wallet } = payout;
  if (!wallet || transfer.network !== wallet.network) return 'wrong network';
  if (transfer.token !== wallet.currency) return 'wrong token';
  if (at >= wallet.expires_ms) return 'after the address expired';
  return payout.status === 'created' ? null : `the payout is ${payout.status}`;
}

function receiveByItself(world: World, payout: KiraPayout, at: number): void {
  const { wallet } = payout;
  const fate = fateOf(payout);
  if (!wallet || wallet.transfers.length > 0) return;
  const exact = { amount: payout.amount, token: wallet.currency, network: wallet.network, tx_hash: newHash(world, wallet.network) };
  if (fate === 'funded') receiveTransfer(world, payout, exact, at);
  if (fate === 'partial') receiveTransfer(world, payout, { ...exact, amount: Math.floor(payout.amount / 2) }, at);
  if (fate === 'wrong-token') receiveTransfer(world, payout, { ...exact, token: wallet.currency === 'USDC' ? 'USDT' : 'USDC' }, at);
}

function refund(world: World, payout: KiraPayout): void {
  const account = accountOf(world, payout);
  if (payout.mode !== 'fiat' || payout.refunded || !account || !['failed', 'cancelled', 'returned'].includes(payout.status)) return;
  payout.refunded = true;
  move(world, 'refund', account, payout.status === 'returned' ? payout.recipient_amount : payout.amount, payout.id);
}

function accountOf(world: World, payout: KiraPayout): VirtualAccount | undefined {
  return world.state.kira.accounts.find((one) => one.id === payout.virtual_account_id);
}

function payoutOf(world: World, id: string): KiraPayout | undefined {
  return world.state.kira.payouts.find((one) => one.id === id);
}

function planNext(world: World, payout: KiraPayout, at: number): void {
  world.scheduler.cancel('kira-payout-step', payout.id);
  const { settings } = world.state.kira;
  const step = settings.payouts_move ? nextStep(payout, settings) : null;
  if (step) plan(world, payout, step.seconds, at);
}

function plan(world: World, payout: KiraPayout, seconds: number, from: number): void {
  world.scheduler.plan('kira-payout-step', payout.id, from + scaled(world, seconds) - world.clock.now());
}

function note(world: World, payout: KiraPayout, message: string | null, at: number): void {
  payout.events.push({ id: world.ids.uuid(), status: payout.status, message, at_ms: at });
}

/** A UUID of version 4 as banks hand out for SWIFT (Kira guide: Payouts, uetr). */
function newUetr(world: World): string {
  const hex = Buffer.from(world.ids.secret(16), 'base64url').toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}

function newHash(world: World, network: string): string {
  const secret = world.ids.secret(32);
  return network === 'polygon' ? `0x${Buffer.from(secret, 'base64url').toString('hex')}` : secret;
}
