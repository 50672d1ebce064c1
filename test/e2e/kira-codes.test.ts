import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connectKira, good, openDesk, type Desk } from './support/desk.ts';
import { freshCode, readyFiat, release } from './support/kira-payout.ts';
import { startProvider, type TestProvider } from './support/provider.ts';

let desk: Desk;
let provider: TestProvider;

beforeEach(async () => {
  provider = await startProvider();
  desk = await openDesk();
  await connectKira(desk, provider);
  good(await desk.ask('app.savePreferences', { takeBackSeconds: 0 }));
});
afterEach(async () => {
  await desk.close();
  await provider.close();
});

const payoutOf = async (id: string) => good(await desk.ask('payouts.get', { id }));
const wrong = (code: string) => (code === '111111' ? '222222' : '111111');
const debits = async () => (await provider.kira.payoutsInLedger()).length;

/** Releases and waits until it is ready again for the code's sake. */
async function refusedFor(id: string, code: string, problem: string): Promise<void> {
  await release(desk, await payoutOf(id), code);
  await vi.waitFor(async () => {
    const { state, problem: told } = await payoutOf(id);
    expect([state, told?.code]).toEqual(['ready', problem]);
  }, { timeout: 15_000 });
}

const arrives = (id: string) => vi.waitFor(async () => { expect(['accepted', 'processing', 'completed']).toContain((await payoutOf(id)).state); }, { timeout: 15_000 });

describe('the code of a fiat payout', () => {
  it('when wrong, leaves the payout ready with the tries that are left, and goes again under the same key', async () => {
    const payout = await readyFiat(desk, provider);
    const code = await freshCode(desk, provider, payout.id);
    await refusedFor(payout.id, wrong(code), 'code-wrong');
    const key = (await payoutOf(payout.id)).sent?.merchantReference;
    expect(good(await desk.ask('payouts.codeState', {})).attemptsLeft).toBe(2);
    await release(desk, await payoutOf(payout.id), code);
    await arrives(payout.id);
    expect((await payoutOf(payout.id)).sent?.merchantReference).toBe(key);
    expect(await debits()).toBe(1);
  });

  it('when wrong three times, blocks releasing and says until when', async () => {
    const payout = await readyFiat(desk, provider);
    const code = await freshCode(desk, provider, payout.id);
    await refusedFor(payout.id, wrong(code), 'code-wrong');
    await refusedFor(payout.id, wrong(code), 'code-wrong');
    await refusedFor(payout.id, wrong(code), 'code-blocked');
    expect(good(await desk.ask('payouts.codeState', {})).blockedUntil).toBeGreaterThan(Date.now());
    expect(await desk.ask('payouts.requestCode', { id: payout.id })).toMatchObject({ ok: false, error: { code: 'code-blocked' } });
    expect(await debits()).toBe(0);
  });

  it('when run out, is told so, and a new one releases the payout', async () => {
    const payout = await readyFiat(desk, provider);
    const code = await freshCode(desk, provider, payout.id);
    await provider.control('clock', { skip_seconds: 301 });
    await refusedFor(payout.id, code, 'code-wrong');
    await release(desk, await payoutOf(payout.id), await freshCode(desk, provider, payout.id));
    await arrives(payout.id);
    expect(await debits()).toBe(1);
  });

  it('C3: asked for by surprise, opens the code path with the same key and bytes, and is asked for from then on', async () => {
    const [profile] = good(await desk.ask('profiles.list', {}));
    if (!profile?.kira) throw new Error('no Kira profile');
    good(await desk.ask('profiles.saveKira', { id: profile.id, settings: { ...profile.kira, codeNeeded: false } }));
    const payout = await readyFiat(desk, provider);
    await release(desk, payout, null);
    await vi.waitFor(async () => { expect((await payoutOf(payout.id)).problem?.code).toBe('code-needed'); }, { timeout: 15_000 });
    const before = (await payoutOf(payout.id)).sent;
    expect(good(await desk.ask('profiles.list', {}))[0]?.kira?.codeNeeded).toBe(true);
    await release(desk, await payoutOf(payout.id), await freshCode(desk, provider, payout.id));
    await arrives(payout.id);
    const after = (await payoutOf(payout.id)).sent;
    expect([after?.merchantReference, after?.fingerprint]).toEqual([before?.merchantReference, before?.fingerprint]);
    expect(await debits()).toBe(1);
  });

  it('when the checker is down, leaves the outcome unknown until it is looked up', async () => {
    const payout = await readyFiat(desk, provider, { amountMinor: 25_007, amountText: '250.07' });
    await release(desk, payout, await freshCode(desk, provider, payout.id));
    await vi.waitFor(async () => { expect((await payoutOf(payout.id)).unknown?.lookups.length).toBeGreaterThan(0); }, { timeout: 15_000 });
    expect((await payoutOf(payout.id)).state).toBe('unknown');
    expect(await debits()).toBe(0);
  });
});

describe('a completed Kira payout', () => {
  it('that comes back later asks for a repair', async () => {
    const payout = await readyFiat(desk, provider);
    await release(desk, payout, await freshCode(desk, provider, payout.id));
    await arrives(payout.id);
    const [made] = await provider.kira.payouts();
    await provider.control(`kira/payouts/${made?.id ?? ''}/status`, { status: 'completed' });
    await vi.waitFor(async () => {
      await desk.ask('payouts.check', { id: payout.id });
      expect((await payoutOf(payout.id)).state).toBe('completed');
    }, { timeout: 15_000 });
    await provider.control(`kira/payouts/${made?.id ?? ''}/status`, { status: 'returned', reason: 'Account closed' });
    await vi.waitFor(async () => {
      await desk.ask('payouts.check', { id: payout.id });
      expect((await payoutOf(payout.id)).state).toBe('returned');
    }, { timeout: 15_000 });
    const { needsYou } = good(await desk.ask('today.summary', {}));
    expect(needsYou).toMatchObject([{ kind: 'payout', payout: { id: payout.id, state: 'returned' } }]);
  });
});
