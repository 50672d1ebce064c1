import type { AppError } from '../../../preload/contract/errors.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import { verificationPace } from '../../../preload/contract/customers.ts';
import { statesOfView } from '../../../preload/contract/payouts.ts';
import { customerRow } from './customer-handlers.ts';
import type { Handlers } from './handlers.ts';
import { payoutRow } from './payout-handlers.ts';
import { changed, type World } from './world.ts';

const banks = ['Access Harbour Bank', 'Meridian Trust Bank', 'First Delta Bank', 'Lagoon Microfinance', 'Palm Union Bank', 'Savanna Savings', 'Coral Commercial', 'Niger Valley Bank', 'Zenith Quay Bank', 'Kora Mutual'];
const operators = ['Harbour Mobile', 'Savanna Pay', 'Delta Cash'];

/** wallets.*, banks.*, payees.*, today and search over a {@link World}. */
export function deskHandlers(world: World): Pick<Handlers, Extract<keyof Handlers, `wallets.${string}` | `banks.${string}` | `payees.${string}` | `today.${string}` | `search.${string}`>> {
  const named = (list: readonly string[], kind: string) => list.map((name, index) => ({ id: `${kind}-${index + 1}`, name, code: String(44 + index).padStart(3, '0') }));
  return {
    'wallets.list': ({ fresh }) => {
      if (fresh) {
        world.wallets = world.wallets.map((wallet) => ({ ...wallet, readAt: world.now() }));
        changed(world, ['wallets']);
      }
      return ok({ wallets: world.wallets, readAt: world.wallets[0]?.readAt ?? null });
    },
    'banks.list': () => ok({ banks: named(banks, 'bank'), readAt: world.now() - 3_600_000 }),
    'banks.operators': () => ok({ banks: named(operators, 'operator'), readAt: world.now() - 3_600_000 }),
    'banks.lookup': ({ accountNumber }) => {
      if (!world.state.connection.online) return fail<AppError>({ code: 'offline', message: 'There is no line to Blaaiz.', fix: 'The account is checked before sending.' });
      const payee = world.payees.find((one) => one.details.accountNumber === accountNumber);
      return ok({ accountName: payee?.holderName ?? 'OKONJO TEXTILES LTD' });
    },
    'payees.list': ({ query }) => ok(world.payees.filter((one) => one.name.toLowerCase().includes(query.toLowerCase()))),
    'payees.remove': ({ id }) => {
      world.payees = world.payees.filter((one) => one.id !== id);
      changed(world, ['payees'], id);
      return ok(null);
    },
    'today.summary': () => ok(today(world)),
    'search.all': ({ query }) => {
      const has = (text: string) => text.toLowerCase().includes(query.toLowerCase());
      return ok({
        payouts: world.payouts.filter((one) => has(`${one.payeeName} ${one.reference}`)).slice(0, 10).map(payoutRow),
        customers: world.customers.filter((one) => has(`${one.name} ${one.email}`)).slice(0, 10).map(customerRow),
        payees: world.payees.filter((one) => has(one.name)).slice(0, 10),
      });
    },
  };
}

function today(world: World) {
  const now = world.now();
  const moving = world.payouts.filter((one) => statesOfView['on-the-way'].includes(one.state)).sort((a, b) => b.updatedAt - a.updatedAt);
  const pending = world.customers.filter((one) => one.state === 'pending');
  const late = pending.filter((one) => verificationPace(one.pendingSince ?? now, now) !== 'normal');
  const why: Readonly<Record<string, string>> = {
    unknown: 'Connection lost while sending at 14:12.', returned: 'Account closed. 619.16 is back in the wallet, 20.84 in fees was kept.',
    refused: 'The mobile number is not registered with this operator.', failed: 'The operator could not deliver it.',
  };
  return {
    needsYou: [
      ...world.payouts.filter((one) => one.needsPerson).map((one) => ({ kind: 'payout' as const, payout: payoutRow(one), nextLookAt: one.unknown ? now + 62_000 : null, why: why[one.state] ?? '' })),
      ...world.customers.filter((one) => one.state === 'rejected' || one.state === 'cut').map((one) => ({ kind: 'customer' as const, customer: customerRow(one), why: one.comment ? `“${one.comment}” This is the first refusal.` : 'Upload stopped at 40%, the network is gone.' })),
      ...world.repairs.filter((one) => one.kind === 'sum' && one.closed === null).map((one) => ({ kind: 'sum' as const, payout: one.payout, why: one.sums.join(' ') })),
      ...late.map((one) => ({ kind: 'customer' as const, customer: customerRow(one), why: '3 h 10 min. Normal is up to 2 h; write to Blaaiz at 5 h.' })),
    ],
    onTheWay: moving.slice(0, 7).map(payoutRow), onTheWayCount: moving.length, beingVerified: pending.map(customerRow), customers: world.customers.length,
    watched: world.payouts.length === 0 ? 0 : 38, watchedUntil: Date.UTC(2026, 11, 4, 12), mayLeave: world.payouts.flatMap((one) => (one.state === 'unknown' && one.send ? [one.send] : [])),
    drafts: world.payouts.filter((one) => one.state === 'draft' || one.state === 'ready').length, repairs: world.repairs.filter(({ closed }) => closed === null).length,
    deposits: world.payouts.flatMap((one) => (one.deposit && (one.state === 'awaiting_deposit' || one.state === 'deposit_expired') ? [{ payout: payoutRow(one), deposit: one.deposit }] : []))
      .sort((a, b) => a.deposit.expiresAt - b.deposit.expiresAt),
  };
}
