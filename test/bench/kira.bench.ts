import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAccounts } from '../../main/accounts/accounts.ts';
import { createPayouts, type PayoutDesk } from '../../main/payouts/payouts.ts';
import type { KiraProvider } from '../../main/providers/provider.ts';
import { createRecipientDesk } from '../../main/recipients/recipients.ts';
import { createBlobs } from '../../main/store/blobs.ts';
import { openDatabase } from '../../main/store/database.ts';
import { systemTimers } from '../../main/vault/timers.ts';
import { emptyPayoutDraft, type KiraDraft, type PayoutDraft } from '../../preload/contract/payouts.ts';
import { toDraftPayee } from '../../preload/contract/recipient-payee.ts';
import { expectOk, openLine } from './desk.ts';
import { quantile, type Report } from './figures.ts';

const batch = 100;
const rounds = 5;
const sends = 30;
const fiat: KiraDraft = { mode: 'fiat', markup: null, network: null, token: null, invoiceNumber: '', internalNotes: '' };

type Line = Awaited<ReturnType<typeof openLine>>;

/** Kira's client against a bare fetch loop over the same sandbox, and the way of its payouts from the click to the disk. The account asks for no
 *  codes here: a person typing one is no figure of ours. */
export async function run(report: Report): Promise<void> {
  const line = await openLine();
  const settings = JSON.stringify({ code: { required: false }, balance_rule: 'amount' });
  await fetch(`${line.sandbox.url}/__sandbox/kira/settings`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: settings });
  try {
    await client(line, report);
    await payouts(line, report);
  } finally {
    await line.close();
  }
}

async function client({ sandbox: { kira }, kira: { kira: provider } }: Line, report: Report): Promise<void> {
  const headers = { 'x-api-key': kira.api_key, 'content-type': 'application/json' };
  const signedIn = await fetch(`${kira.url}/auth`, { method: 'POST', headers, body: JSON.stringify({ client_id: kira.client_id, password: kira.password }) });
  const { data: { access_token: token } } = await signedIn.json() as { data: { access_token: string } };
  const address = `${kira.url}/v1/virtual-accounts/${kira.virtual_account_fiat}/deposits?limit=50`;
  const bare = async () => { JSON.parse(await (await fetch(address, { headers: { ...headers, authorization: `Bearer ${token}` } })).text()); };
  const ours = async () => { expectOk(await provider.deposits(kira.virtual_account_fiat)); };
  const ourRates: number[] = [];
  const bareRates: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const [one, other] = [await perSecond(ours), await perSecond(bare)];
    if (round > 0) ourRates.push(one);
    if (round > 0) bareRates.push(other);
  }
  const [value, of] = [quantile(ourRates, 0.5), quantile(bareRates, 0.5)];
  report({ name: 'kira-client-calls-per-second-to-bare-fetch', value: value / of, unit: 'ratio', budget: null, reference: { value, of, unit: 'calls/s' } });
}

async function perSecond(call: () => Promise<void>): Promise<number> {
  const began = performance.now();
  for (let turn = 0; turn < batch; turn += 1) await call();
  return (batch * 1000) / (performance.now() - began);
}

async function payouts(line: Line, report: Report): Promise<void> {
  const leaving: number[] = [];
  const { desk, drafts, close } = await openKiraDesk(line, leaving);
  try {
    const queued = await sendMany(desk, drafts.fiat);
    report({ name: 'kira-release-to-queued-row-p95', value: quantile(queued, 0.95), unit: 'ms', budget: 50 });
    report({ name: 'kira-leaving-to-attempt-row-p95', value: quantile(leaving.splice(0).slice(1), 0.95), unit: 'ms', budget: 50 });
    report({ name: 'kira-debits-in-the-ledger-per-release', value: line.sandbox.kiraLedger().filter(({ kind }) => kind === 'payout').length / sends, unit: 'ratio', budget: 1, gate: true });
    await sendMany(desk, drafts.crypto, invoice);
    report({ name: 'kira-leaving-with-3-mb-invoice-p95', value: quantile(leaving.slice(1), 0.95), unit: 'ms', budget: null });
  } finally {
    await close();
  }
}

const invoice = new Uint8Array(Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(3 * 1024 * 1024 - 9, 0x20)]));

/** Payouts as a Kira session has them, over an encrypted file, with no time to take back. */
async function openKiraDesk({ kira: { kira }, sandbox }: Line, leaving: number[]) {
  const folder = mkdtempSync(join(tmpdir(), 'bursar-kira-bench-'));
  const store = expectOk(openDatabase({ file: join(folder, 'bursar.db'), key: Buffer.alloc(32, 5), clock: Date.now }));
  const blobs = createBlobs({ dir: join(folder, 'files'), withKey: async (lend) => ({ ok: true, value: await lend(Buffer.alloc(32, 6)) }), now: Date.now });
  const common = { store, profileId: 'bench', clock: Date.now, ids: randomUUID, actor: () => 'Bench', notify: () => undefined };
  const accounts = createAccounts({ ...common, provider: () => kira });
  const recipients = createRecipientDesk({ ...common, provider: () => kira, accounts });
  const timed = watched(kira, leaving);
  const desk = createPayouts({
    ...common, timers: systemTimers, preferences: () => ({ takeBackSeconds: 0, watchDays: 10, toleranceBasisPoints: 50, toleranceHundredths: 100 }), log: () => undefined,
    lane: {
      id: 'kira', provider: () => timed, accounts: accounts.desk, recipients: recipients.desk, blobs,
      settings: () => ({ codeMailbox: '', codeNeeded: false, apiVersion: null }),
    },
  });
  expectOk(desk.recover());
  expectOk(await accounts.handlers['accounts.list']({ fresh: true }));
  const [book] = [expectOk(await recipients.handlers['recipients.list']({ query: '', fresh: true }))];
  const draft = (rail: 'wire' | 'swift', walletId: string, part: KiraDraft): PayoutDraft => {
    const recipient = book.find(({ fields }) => fields.rail === rail);
    if (!recipient) throw new Error('The sandbox has no such recipient');
    return { ...emptyPayoutDraft, ...toDraftPayee(recipient), walletId, fromCurrency: 'USD', toCurrency: 'USD', reference: 'NS-2211', kira: part };
  };
  return {
    desk,
    drafts: {
      fiat: draft('wire', sandbox.kira.virtual_account_fiat, fiat),
      crypto: draft('swift', sandbox.kira.virtual_account_crypto, { ...fiat, mode: 'crypto', network: 'polygon', token: 'USDC' }),
    },
    close: async () => {
      desk.pause();
      await desk.idle();
      store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Notes the time from the last preparation of a release to the moment its bytes are handed over: the attempt's row is on the disk by then. */
function watched(provider: KiraProvider, leaving: number[]): KiraProvider {
  let began = 0;
  return {
    ...provider,
    warmUp: () => {
      began = performance.now();
      return provider.warmUp();
    },
    send: (sending) => {
      leaving.push(performance.now() - began);
      return provider.send(sending);
    },
  };
}

async function sendMany({ handlers }: PayoutDesk, draft: PayoutDraft, bytes: Uint8Array<ArrayBuffer> | null = null): Promise<number[]> {
  const samples: number[] = [];
  for (let turn = 0; turn < sends; turn += 1) {
    const minor = 10_010 + 10 * turn;
    const saved = expectOk(await handlers['payouts.save']({ id: null, revision: 0, draft: { ...draft, amountMinor: minor, amountText: (minor / 100).toFixed(2) } }));
    if (bytes) expectOk(await handlers['payouts.attach']({ id: saved.id, name: 'invoice.pdf', bytes, kind: 'invoice' }));
    const accepted = expectOk(await handlers['payouts.price']({ id: saved.id }));
    const ready = expectOk(await handlers['payouts.ready']({ id: saved.id, revision: saved.revision }));
    // Each looks like the one before it.
    const { key } = expectOk(await handlers['payouts.radar']({ id: ready.id }));
    const began = performance.now();
    expectOk(await handlers['payouts.send']({ id: ready.id, revision: ready.revision, accepted, code: null, duplicates: { key, reason: 'One of many alike' } }));
    samples.push(performance.now() - began);
    await left(handlers, ready.id);
  }
  return samples.slice(1);
}

async function left(handlers: PayoutDesk['handlers'], id: string): Promise<void> {
  for (;;) {
    const { state } = expectOk(await handlers['payouts.get']({ id }));
    if (state !== 'queued' && state !== 'sending') return;
    await new Promise((turn) => { setImmediate(turn); });
  }
}
