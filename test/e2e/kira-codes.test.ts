import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { arrivedStates, openKiraDesk, type ConnectedDesk } from './support/connected.ts';
import { good } from './support/desk.ts';
import { freshCode, readyFiat, release } from './support/kira-payout.ts';

let at: ConnectedDesk;
beforeEach(async () => { at = await openKiraDesk(); });
afterEach(() => at.close());
const wrong = (code: string) => (code === '111111' ? '222222' : '111111');
const debits = async () => (await at.provider.kira.payoutsInLedger()).length;

/** Releases and waits until it is ready again for the code's sake. */
async function refusedFor(id: string, code: string, problem: string): Promise<void> {
  await release(at, await at.payoutOf(id), code);
  await vi.waitFor(async () => {
    const { state, problem: told } = await at.payoutOf(id);
    expect([state, told?.code]).toEqual(['ready', problem]);
  }, { timeout: 15_000 });
}

const arrives = (id: string) => at.until(id, arrivedStates);

describe('the code of a fiat payout', () => {
  it('when wrong, leaves the payout ready with the tries that are left, and goes again under the same key', async () => {
    const payout = await readyFiat(at);
    const code = await freshCode(at, payout.id);
    await refusedFor(payout.id, wrong(code), 'code-wrong');
    const key = (await at.payoutOf(payout.id)).sent?.merchantReference;
    expect(good(await at.desk.ask('payouts.codeState', {})).attemptsLeft).toBe(2);
    await release(at, await at.payoutOf(payout.id), code);
    await arrives(payout.id);
    expect((await at.payoutOf(payout.id)).sent?.merchantReference).toBe(key);
    expect(await debits()).toBe(1);
  });

  it('when wrong three times, blocks releasing and says until when', async () => {
    const payout = await readyFiat(at);
    const code = await freshCode(at, payout.id);
    await refusedFor(payout.id, wrong(code), 'code-wrong');
    await refusedFor(payout.id, wrong(code), 'code-wrong');
    await refusedFor(payout.id, wrong(code), 'code-blocked');
    expect(good(await at.desk.ask('payouts.codeState', {})).blockedUntil).toBeGreaterThan(Date.now());
    expect(await at.desk.ask('payouts.requestCode', { id: payout.id })).toMatchObject({ ok: false, error: { code: 'code-blocked' } });
    expect(await debits()).toBe(0);
  });

  it('when run out, is told so, and a new one releases the payout', async () => {
    const payout = await readyFiat(at);
    const code = await freshCode(at, payout.id);
    await at.provider.control('clock', { skip_seconds: 301 });
    await refusedFor(payout.id, code, 'code-wrong');
    await release(at, await at.payoutOf(payout.id), await freshCode(at, payout.id));
    await arrives(payout.id);
    expect(await debits()).toBe(1);
  });

  it('C3: asked for by surprise, opens the code path with the same key and bytes, and is asked for from then on', async () => {
    const [profile] = good(await at.desk.ask('profiles.list', {}));
    if (!profile?.kira) throw new Error('no Kira profile');
    good(await at.desk.ask('profiles.saveKira', { id: profile.id, settings: { ...profile.kira, codeNeeded: false } }));
    const payout = await readyFiat(at);
    await release(at, payout, null);
    await vi.waitFor(async () => { expect((await at.payoutOf(payout.id)).problem?.code).toBe('code-needed'); }, { timeout: 15_000 });
    const before = (await at.payoutOf(payout.id)).sent;
    expect(good(await at.desk.ask('profiles.list', {}))[0]?.kira?.codeNeeded).toBe(true);
    await release(at, await at.payoutOf(payout.id), await freshCode(at, payout.id));
    await arrives(payout.id);
    const after = (await at.payoutOf(payout.id)).sent;
    expect([after?.merchantReference, after?.fingerprint]).toEqual([before?.merchantReference, before?.fingerprint]);
    expect(await debits()).toBe(1);
  });

  it('when the checker is down, leaves the outcome unknown until it is looked up', async () => {
    const payout = await readyFiat(at, { amountMinor: 25_007, amountText: '250.07' });
    await release(at, payout, await freshCode(at, payout.id));
    await vi.waitFor(async () => { expect((await at.payoutOf(payout.id)).unknown?.lookups.length).toBeGreaterThan(0); }, { timeout: 15_000 });
    expect((await at.payoutOf(payout.id)).state).toBe('unknown');
    expect(await debits()).toBe(0);
  });
});

describe('a completed Kira payout', () => {
  it('that comes back later asks for a repair', async () => {
    const payout = await readyFiat(at);
    await release(at, payout, await freshCode(at, payout.id));
    await arrives(payout.id);
    const [made] = await at.provider.kira.payouts();
    await at.provider.control(`kira/payouts/${made?.id ?? ''}/status`, { status: 'completed' });
    await at.until(payout.id, ['completed'], true);
    await at.provider.control(`kira/payouts/${made?.id ?? ''}/status`, { status: 'returned', reason: 'Account closed' });
    await at.until(payout.id, ['returned'], true);
    const { needsYou } = good(await at.desk.ask('today.summary', {}));
    expect(needsYou).toMatchObject([{ kind: 'payout', payout: { id: payout.id, state: 'returned' } }]);
  });
});
