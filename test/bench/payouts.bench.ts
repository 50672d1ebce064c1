import type { PayoutProvider } from '../../main/providers/provider.ts';
import { emptyPayoutDraft, type Payout, type PayoutDraft } from '../../preload/contract/payouts.ts';
import { expectOk, openLine, openWorkDesk, type WorkDesk } from './desk.ts';
import { quantile, timed, type Report } from './figures.ts';

const sends = 40;

/** Saving a draft, and the way of a payout from the click to the disk: as queued, and as about to leave. */
export async function run(report: Report): Promise<void> {
  const line = await openLine();
  const leaving: number[] = [];
  const [remote] = expectOk(await line.provider.customers.findTwins({ email: 'adaeze.nwosu@example.test' }));
  if (!remote) throw new Error('The sandbox has no verified customer');
  const work = openWorkDesk(watched(line.provider.payouts, leaving), { id: remote.remoteId, read: () => line.provider.customers.get(remote.remoteId) });
  try {
    const draft = await draftFor(work);
    report({ name: 'draft-save-p95', value: quantile(await saveDrafts(work, draft), 0.95), unit: 'ms', budget: 5 });
    const queued = await sendMany(work, draft);
    await work.desk.idle();
    report({ name: 'submit-to-queued-row-p95', value: quantile(queued, 0.95), unit: 'ms', budget: 50 });
    report({ name: 'leaving-to-attempt-row-p95', value: quantile(leaving.slice(1), 0.95), unit: 'ms', budget: 50 });
    report({ name: 'payouts-in-the-ledger-per-send', value: line.sandbox.ledger().filter(({ kind }) => kind === 'payout').length / sends, unit: 'ratio', budget: 1, gate: true });
  } finally {
    await work.close();
    await line.close();
  }
}

/** Notes the time from the last preparation of a send to the moment its bytes are handed over: the attempt's row is on the disk by then. */
function watched(provider: PayoutProvider, leaving: number[]): PayoutProvider {
  let began = 0;
  return {
    ...provider,
    warmUp: () => {
      began = performance.now();
      return provider.warmUp();
    },
    send: (body) => {
      leaving.push(performance.now() - began);
      return provider.send(body);
    },
  };
}

async function draftFor({ desk }: WorkDesk): Promise<PayoutDraft> {
  const { wallets } = expectOk(await desk.handlers['wallets.list']({ fresh: true }));
  const wallet = wallets.find(({ currency }) => currency === 'GBP');
  if (!wallet) throw new Error('The sandbox has no GBP wallet');
  return {
    ...emptyPayoutDraft, customerId: 'c1', walletId: wallet.id, fromCurrency: 'GBP', payeeName: 'Delphine Roy', toCurrency: 'CAD', method: 'interac',
    details: { interacFirstName: 'Delphine', interacLastName: 'Roy', email: 'delphine@roy.example.com' }, amountMinor: 10_000, amountText: '100.00', reference: 'NS-2211', purpose: 'Services',
  };
}

/** Saves as typing does: the same draft again and again, each time a little longer. */
async function saveDrafts({ desk }: WorkDesk, draft: PayoutDraft): Promise<number[]> {
  let saved: Payout = expectOk(await desk.handlers['payouts.save']({ id: null, revision: 0, draft }));
  return timed(400, 20, async (turn) => {
    saved = expectOk(await desk.handlers['payouts.save']({ id: saved.id, revision: saved.revision, draft: { ...draft, reference: `INV-${turn}` } }));
  });
}

async function sendMany({ desk }: WorkDesk, draft: PayoutDraft): Promise<number[]> {
  const samples: number[] = [];
  for (let turn = 0; turn < sends; turn += 1) {
    const minor = 10_000 + turn;
    const saved = expectOk(await desk.handlers['payouts.save']({ id: null, revision: 0, draft: { ...draft, amountMinor: minor, amountText: (minor / 100).toFixed(2) } }));
    const ready = expectOk(await desk.handlers['payouts.ready']({ id: saved.id, revision: saved.revision }));
    const accepted = expectOk(await desk.handlers['payouts.price']({ id: ready.id }));
    const { revision } = expectOk(await desk.handlers['payouts.get']({ id: ready.id }));
    // Each looks like the one before it.
    const { key } = expectOk(await desk.handlers['payouts.radar']({ id: ready.id }));
    const began = performance.now();
    expectOk(await desk.handlers['payouts.send']({ id: ready.id, revision, accepted, code: null, duplicates: { key, reason: 'One of many alike' } }));
    samples.push(performance.now() - began);
    await left(desk, ready.id);
  }
  return samples.slice(1);
}

async function left(desk: WorkDesk['desk'], id: string): Promise<void> {
  for (;;) {
    const { state } = expectOk(await desk.handlers['payouts.get']({ id }));
    if (state !== 'queued' && state !== 'sending') return;
    await new Promise((turn) => { setImmediate(turn); });
  }
}
