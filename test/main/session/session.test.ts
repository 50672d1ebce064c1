import { createHash, randomUUID } from 'node:crypto';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createLog } from '../../../main/log/log.ts';
import type { Provider } from '../../../main/providers/provider.ts';
import { openSession, type OpenStore } from '../../../main/session/session.ts';
import { defaultPreferences } from '../../../main/settings/schema.ts';
import { createPayoutRows } from '../../../main/store/payouts.ts';
import { createAttempts, type Attempt } from '../../../main/store/attempts.ts';
import { newPayoutRecord } from '../../../main/store/payout-record.ts';
import type { KiraSettings } from '../../../preload/contract/app.ts';
import { appError } from '../../../preload/contract/errors.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import { scripted } from '../customers/scripted.ts';
import { interacDraft } from '../payouts/desk.ts';
import { fakeProvider } from '../payouts/fake-provider.ts';
import { fakeKira } from '../payouts/kira/fake-kira.ts';
import { fiatDraft } from '../payouts/kira/kira-desk.ts';
import { memoryBlobs } from '../payouts/kira/memory-blobs.ts';
import { noScanning } from '../scanner/no-scanners.ts';
import { countingIds, memoryStore } from '../store/open.ts';

const profile = { id: 'p', name: 'P', provider: 'blaaiz', env: 'sandbox', builtIn: false, baseUrl: 'https://x.example', scopes: [], addedAt: 1, kira: null } as const;

const noAudit = { anchor: () => ({ place: 'none' as const, read: async () => ok(null), write: async () => ok(undefined) }), saveFile: async () => null, version: '0.0.0' };

function setUp() {
  const database = memoryStore();
  onTestFinished(() => { database.close(); });
  const lines: string[] = [];
  const payouts = fakeProvider(Date.now);
  const close = vi.fn();
  const provider: Provider = { id: 'blaaiz', payouts, customers: scripted(), close } as unknown as Provider;
  const open = (connect = async () => ok(provider) as ReturnType<typeof ok<Provider>> | ReturnType<typeof fail<ReturnType<typeof appError>>>) => openSession({
    connect, now: Date.now, newId: countingIds(), preferences: () => defaultPreferences, notify: () => undefined, progress: () => undefined,
    profiles: () => [], kiraSettings: () => null, saveKiraSettings: () => undefined, mailbox: async () => ok([]), clipboard: { write: () => undefined, read: () => '' }, tellClipboard: () => undefined, chooseFolder: async () => null, audit: noAudit, scanning: noScanning(),
    log: createLog({ sinks: [{ write: (line) => { lines.push(line); } }] }),
  }, { database, blobs: {}, close: () => undefined } as unknown as OpenStore, { ...profile, scopes: [] });
  return { database, lines, payouts, close, open };
}

/** What was written down before this draft left. */
function attemptOf(draft: Attempt['draft']): Attempt {
  const body = Buffer.from(JSON.stringify({ amount: { minor: 100, currency: 'USD' }, funding: null, accountId: 'va-1' }));
  return {
    id: 'a', payoutId: 'x', number: 1, merchantReference: randomUUID(), body, bodySha256: createHash('sha256').update(body).digest('hex'), draft,
    walletBefore: null, walletReadAt: null, actor: 'You', writtenAt: Date.now(),
  };
}

describe('a session', () => {
  it('is not opened without its provider', async () => {
    const refusal = fail(appError('signed-out', 'No keys.'));
    expect(await setUp().open(async () => refusal)).toEqual(refusal);
  });

  it('puts right what a stop cut off before it is there, and sends nothing by itself', async () => {
    const { database, payouts, open } = setUp();
    const rows = createPayoutRows(database, 'p');
    rows.insert({ ...newPayoutRecord('x', interacDraft, 'N', 1), state: 'queued', leavesAt: 1 });
    const session = await open();
    if (!session.ok) throw new Error(session.error.code);
    expect(rows.get('x')?.state).toBe('ready');
    await session.value.close();
    expect(payouts.bodies).toEqual([]);
  });

  it('lets go of everything when what a stop cut off can not be put right', async () => {
    const { database, close, open } = setUp();
    vi.spyOn(database, 'all').mockImplementation((sql) => {
      if (sql.includes('FROM recipients')) throw new Error('database or disk is full');
      return [];
    });
    await expect(open()).rejects.toThrow('full');
    expect(close).toHaveBeenCalledOnce();
  });

  it('looks at the balances once it is open, and lets go of the provider last', async () => {
    const { close, open } = setUp();
    const session = await open();
    if (!session.ok) throw new Error(session.error.code);
    await vi.waitFor(async () => {
      expect(await session.value.payouts.handlers['wallets.list']({ fresh: false })).toMatchObject({ ok: true, value: { wallets: [{ id: 'w-gbp' }] } });
    });
    expect(close).not.toHaveBeenCalled();
    await session.value.close();
    expect(close).toHaveBeenCalledOnce();
  });

  it('C3: keeps for ever that Kira asked for a code, beside what else the profile holds', async () => {
    const { database, close } = setUp();
    const kira = fakeKira(Date.now, 'fiat');
    let kept: KiraSettings | null = { codeMailbox: 'Treasury', codeNeeded: false, apiVersion: null };
    const session = await openSession({
      connect: async () => ok({ id: 'kira', kira, close } as unknown as Provider), now: Date.now, newId: randomUUID, preferences: () => ({ ...defaultPreferences, takeBackSeconds: 0 }),
      notify: () => undefined, progress: () => undefined, profiles: () => [], kiraSettings: () => kept, saveKiraSettings: (id, settings) => { kept = id === 'p' ? settings : null; },
      mailbox: async () => ok([]), clipboard: { write: () => undefined, read: () => '' }, tellClipboard: () => undefined, chooseFolder: async () => null, audit: noAudit, scanning: noScanning(),
      log: createLog({ sinks: [] }),
    }, { database, blobs: memoryBlobs(), close: () => undefined }, { ...profile, provider: 'kira', scopes: [] });
    if (!session.ok) throw new Error(session.error.code);
    const { payouts } = session.value;
    const record = newPayoutRecord('x', { ...fiatDraft, amountMinor: 100 }, 'N', 1);
    createPayoutRows(database, 'p').insert({ ...record, state: 'unknown', unknownSince: 1 });
    createAttempts(database, 'p').insert(attemptOf(record.draft));
    await payouts.handlers['payouts.sendAgain']({ id: 'x', reason: 'a reason long enough', code: null });
    expect(kept).toEqual({ codeMailbox: 'Treasury', codeNeeded: true, apiVersion: null });
    await session.value.close();
  });

  it('logs a fault of following a payout by the class of its exception, and no more of it', async () => {
    const { database, lines, payouts, open } = setUp();
    createPayoutRows(database, 'p').insert({ ...newPayoutRecord('x', interacDraft, 'N', 1), state: 'accepted', transactionId: 'tx-1', nextCheckAt: 1 });
    payouts.status = () => Promise.reject(new TypeError('Delphine Roy'));
    const session = await open();
    if (!session.ok) throw new Error(session.error.code);
    await vi.waitFor(() => { expect(lines.length).toBeGreaterThan(0); });
    await session.value.close();
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ event: 'payout-fault', errorName: 'TypeError' });
    expect(lines.join('')).not.toContain('Delphine');
  });
});
