import { z } from 'zod';
import { type Control, control, done } from '../../controls/control.ts';
import { notFound, ok, type Reply, Refusal, plain } from '../../errors.ts';
import type { World } from '../../world.ts';
import { mailbox } from '../mailbox.ts';
import type { KiraPayout } from '../model.ts';
import { parseCents } from './cents.ts';
import { block, isBlocked, unblock } from './code.ts';
import { movePayout, receiveTransfer } from './life.ts';

const nothing = z.object({});
const code = z.strictObject({
  fixed: z.string().regex(/^\d{6}$/).nullable(), blocked: z.boolean(), expire: z.boolean(), attempts_left: z.int().min(1),
}).partial();
const status = z.strictObject({
  status: z.string().min(1).transform((text) => text.toLowerCase()).optional(), reason: z.string().optional(), error_code: z.string().optional(),
  uetr: z.string().nullable().optional(),
});
const centsFrom = (least: number) => z.string().transform((text, context) => {
  const cents = parseCents(text);
  if (cents !== undefined && cents >= least) return cents;
  context.addIssue({ code: 'custom', message: `a decimal of at most two places, at least ${(least / 100).toFixed(2)}` });
  return z.NEVER;
});
const figures = z.strictObject({ fee: centsFrom(0).optional(), received: centsFrom(0).optional() });
const transfer = z.strictObject({
  amount: centsFrom(1),
  token: z.string(), network: z.string(), tx_hash: z.string().optional(),
});

/** Controls over codes, the life of payouts and their deposits, and the reading of mails, payouts and the ledger; amounts that are read are US cents. */
export const payoutControls: readonly Control[] = [
  control('GET', 'kira/mailbox', nothing, ({ world }) => ok(mailbox(world))),
  control('GET', 'kira/code', nothing, ({ world }) => codeReply(world)),
  control('POST', 'kira/code', code, ({ world }, given) => {
    const { code: state, settings } = world.state.kira;
    const now = world.clock.now();
    if (given.fixed !== undefined) settings.code.fixed = given.fixed;
    if (given.blocked === true) block(state, settings.code, now);
    if (given.blocked === false) unblock(state, settings.code);
    if (given.expire === true) state.expires_ms = Math.min(state.expires_ms, now);
    if (given.attempts_left !== undefined) state.attempts_left = given.attempts_left;
    return codeReply(world);
  }),
  control('GET', 'kira/payouts', nothing, ({ world }) => ok({ payouts: world.state.kira.payouts })),
  control('POST', 'kira/payouts/:payout/status', status, ({ world }, { status: to, uetr, ...why }, param) => {
    const payout = payoutOf(world, param('payout'));
    if (uetr !== undefined) payout.uetr = uetr;
    const moves = to !== undefined && to !== payout.status;
    if (moves && !movePayout(world, payout, to, defined(why))) throw new Refusal(plain(409, `A payout that is ${payout.status} can't become ${to}.`));
    return ok({ status: payout.status, uetr: payout.uetr });
  }),
  control('POST', 'kira/payouts/:payout/figures', figures, ({ world }, { fee, received }, param) => {
    payoutOf(world, param('payout')).told = { ...(fee === undefined ? {} : { fee }), ...(received === undefined ? {} : { received }) };
    return done;
  }),
  control('POST', 'kira/payouts/:payout/deposit', transfer, ({ world }, { tx_hash: hash, ...given }, param) => {
    const payout = payoutOf(world, param('payout'));
    const ignored = receiveTransfer(world, payout, { ...given, tx_hash: hash ?? `sandbox-${world.ids.uuid()}` });
    return ok({ ignored, received: payout.wallet?.received ?? 0, status: payout.status });
  }),
  control('GET', 'kira/ledger', nothing, ({ world }) => ok(world.state.kira.ledger)),
  control('GET', 'kira/ledger/:account', nothing, ({ world }, _given, param) => accountReply(world, param('account'))),
];

function codeReply(world: World): Reply {
  const { code: state, settings } = world.state.kira;
  const now = world.clock.now();
  return ok({
    code: state.code, expires_ms: state.expires_ms, expired: state.expires_ms <= now, attempts_left: state.attempts_left,
    blocked: isBlocked(state, now), blocked_until_ms: state.blocked_until_ms, fixed: settings.code.fixed, ...mailbox(world),
  });
}

function accountReply(world: World, id: string): Reply {
  const { accounts, ledger } = world.state.kira;
  const account = accounts.find((one) => one.id === id);
  if (!account) throw notFound('Virtual account not found');
  const entries = ledger.filter((one) => one.virtual_account_id === id);
  return ok({ balance: account.balance, sum: entries.reduce((total, one) => total + one.amount, 0), entries });
}

function payoutOf(world: World, id: string): KiraPayout {
  const found = world.state.kira.payouts.find((one) => one.id === id);
  if (!found) throw notFound('Payout not found');
  return found;
}

function defined({ reason, error_code: errorCode }: { reason?: string | undefined; error_code?: string | undefined }): { reason?: string; error_code?: string } {
  return { ...(reason === undefined ? {} : { reason }), ...(errorCode === undefined ? {} : { error_code: errorCode }) };
}
