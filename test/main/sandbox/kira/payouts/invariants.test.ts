import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { KiraLedgerEntry, KiraPayout } from '../../../../../main/sandbox/kira/model.ts';
import { mayFollow } from '../../../../../main/sandbox/kira/payouts/machine.ts';
import { kiraDesk, type KiraDesk } from './desk.ts';

type Step =
  | { readonly kind: 'pay'; readonly cents: number; readonly times: number }
  | { readonly kind: 'crypto'; readonly cents: number }
  | { readonly kind: 'deposit'; readonly index: number; readonly amount: string }
  | { readonly kind: 'set'; readonly index: number; readonly status: string }
  | { readonly kind: 'skip'; readonly seconds: number };

const cents = fc.tuple(fc.integer({ min: 0, max: 9000 }), fc.constantFrom(0, 2, 3, 4, 5, 6, 8, 50)).map(([dollars, rest]) => dollars * 100 + rest);
const index = fc.nat(5);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('pay' as const), cents, times: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ kind: fc.constant('crypto' as const), cents }),
  fc.record({ kind: fc.constant('deposit' as const), index, amount: fc.constantFrom('1.00', '4000.00', '9999.00') }),
  fc.record({ kind: fc.constant('set' as const), index, status: fc.constantFrom('pending', 'processing', 'completed', 'failed', 'returned', 'cancelled', 'in_review') }),
  fc.record({ kind: fc.constant('skip' as const), seconds: fc.constantFrom(1, 5, 15, 400) }),
);

async function payoutsOf(at: KiraDesk): Promise<KiraPayout[]> {
  return ((await at.control('GET', 'kira/payouts')).body as unknown as { payouts: KiraPayout[] }).payouts;
}

async function take(at: KiraDesk, one: Step): Promise<void> {
  const amount = 'cents' in one ? `${Math.floor(one.cents / 100)}.${String(one.cents % 100).padStart(2, '0')}` : '';
  if (one.kind === 'pay') {
    const ways = { key: randomUUID(), code: await at.freshCode() };
    const replies = await Promise.all(Array.from({ length: one.times }, () => at.pay(amount, {}, ways)));
    const bytes = new Set(replies.filter((reply) => reply.status === 201).map((reply) => reply.text));
    expect(bytes.size).toBeLessThanOrEqual(1);
  }
  if (one.kind === 'crypto') await at.payCrypto(amount);
  if (one.kind === 'skip') await at.skip(one.seconds);
  if (one.kind !== 'set' && one.kind !== 'deposit') return;
  const id = (await payoutsOf(at))[one.index]?.id;
  if (id === undefined) return;
  if (one.kind === 'set') await at.control('POST', `kira/payouts/${id}/status`, { status: one.status });
  else await at.control('POST', `kira/payouts/${id}/deposit`, { amount: one.amount, token: 'USDC', network: 'polygon' });
}

function back(payout: KiraPayout): number[] {
  if (payout.status === 'failed' || payout.status === 'cancelled') return [payout.amount];
  return payout.status === 'returned' ? [payout.recipient_amount] : [];
}

function judge(payouts: readonly KiraPayout[], ledger: readonly KiraLedgerEntry[]): void {
  for (const payout of payouts) {
    const entries = ledger.filter((entry) => entry.payout_id === payout.id);
    const fiat = payout.mode === 'fiat';
    expect(entries.filter((entry) => entry.kind === 'payout').map((entry) => entry.amount)).toEqual(fiat ? [-payout.amount] : []);
    expect(entries.filter((entry) => entry.kind === 'refund').map((entry) => entry.amount)).toEqual(fiat ? back(payout) : []);
    const { base_fixed, base_percentage, markup_fixed, markup_percentage } = payout.fees;
    expect(base_fixed + base_percentage + markup_fixed + markup_percentage + payout.recipient_amount).toBe(payout.amount);
    const statuses = payout.events.map((event) => event.status);
    expect([statuses[0], statuses.at(-1)]).toEqual(['created', payout.status]);
    statuses.slice(1).forEach((status, index) => { expect(mayFollow(statuses[index] ?? '', status)).toBe(true); });
  }
  const addresses = payouts.flatMap((payout) => (payout.wallet ? [payout.wallet.address] : []));
  expect(new Set(addresses).size).toBe(addresses.length);
}

it('whatever happens: debited once, back at most once, parts add up, and every balance is the sum of its entries', async () => {
  const at = await kiraDesk();
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
    await at.reset();
    for (const one of steps) await take(at, one);
    judge(await payoutsOf(at), at.sandbox.kiraLedger());
    for (const account of [at.fiat, at.crypto]) {
      const { balance, sum } = (await at.control('GET', `kira/ledger/${account}`)).body as unknown as { balance: number; sum: number };
      expect([balance, balance >= 0]).toEqual([sum, true]);
    }
  }), { numRuns: 25 });
});
