import type { Payout } from '../../../preload/contract/payouts.ts';
import { depositDesk, depositPayout, fiatPayout, polygonHash, solanaAddress, unknownKira } from '../fake/deposit-samples.ts';
import { samplePayout } from '../fake/sample-payouts.ts';
import type { World } from '../fake/world.ts';

const hour = 3_600_000;

/** A world at Kira with these payouts on its desk. */
const desk = (payouts: (now: number) => Payout[]) => (world: World): void => {
  Object.assign(world, depositDesk(...payouts(world.now())));
};

/** A busy day: deposits in every pace, one that ran out, one unknown, one back, some on their way. */
function busy(now: number): Payout[] {
  return [
    depositPayout(now), depositPayout(now, { id: 'deposit-2', payeeName: 'Harrow & Finch LLP', reference: 'MI-0921' }, { expiresAt: now + 38 * 60_000, amount: '12400.50', token: 'USDT', network: 'solana', address: solanaAddress }),
    depositPayout(now, { id: 'deposit-3', state: 'deposit_expired', payeeName: 'Kestrel Logistics', reference: 'MI-0902' }, { expiresAt: now - 2 * hour, amount: '1250.00' }),
    fiatPayout(now), fiatPayout(now, { id: 'fiat-2', state: 'returned', needsPerson: true, reference: 'MI-0899', payeeName: 'Bluewater Marine' }), fiatPayout(now, { id: 'fiat-3', state: 'completed', reference: 'MI-0890' }),
    ...unknownKira(now, 20 * hour).filter((one) => one.state === 'unknown'),
  ];
}

/** Worlds for the pictures of deposits and of Kira's payouts. */
export const depositWorlds: Readonly<Record<string, (world: World) => void>> = {
  deposit: desk(busy),
  'deposit-solana': desk((now) => [depositPayout(now, {}, { network: 'solana', token: 'USDT', address: solanaAddress, expiresAt: now + 38 * 60_000, serverAhead: 190_000, transactionHash: null })]),
  'deposit-noted': desk((now) => [depositPayout(now, {}, { transactionHash: polygonHash })]),
  'deposit-over': desk((now) => [depositPayout(now, { state: 'deposit_expired' }, { expiresAt: now - hour })]),
  'deposit-over-noted': desk((now) => [depositPayout(now, { state: 'deposit_expired' }, { expiresAt: now - hour, transactionHash: polygonHash })]),
  'deposit-over-open': desk((now) => [depositPayout(now, {}, { expiresAt: now - 1_000 })]),
  'deposit-none': desk((now) => [samplePayout({ id: 'p', state: 'draft', payee: '', customer: '', reference: '', minor: null, from: 'USD', to: 'USD', method: 'wire', details: {}, ago: 3 }, now, { provider: 'kira' })]),
  'deposit-empty': (world) => {
    desk(() => [])(world);
    world.recipients = [];
  },
  'deposit-swift': desk((now) => [fiatPayout(now, { uetr: '97ed4827-7b6f-4491-a06f-b548d5a7512d', providerStatus: 'IN_REVIEW' })]),
  'deposit-returned': desk((now) => [fiatPayout(now, { state: 'returned', needsPerson: true, providerStatus: 'RETURNED' })]),
  'deposit-forgotten': desk((now) => unknownKira(now, -hour)),
};
