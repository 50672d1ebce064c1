import { describe, expect, it } from 'vitest';
import { codeOf, expectOk } from '../desk.ts';
import { settle } from '../fake-time.ts';
import { fiatDraft, kiraDesk, leaveWith, mailedCode, readyKira, release, shown, type KiraDesk } from './kira-desk.ts';

const minute = 60_000;
const reason = 'Kira’s support does not know of it';

/** Lets a ready payout leave after a backup, and puts that backup back. */
async function leftSince(test: KiraDesk, id: string): Promise<void> {
  const copy = test.backUp();
  const coded = (await shown(test, id)).draft.kira?.mode === 'fiat';
  await leaveWith(test, id, coded ? await mailedCode(test, id) : null);
  test.restore(copy);
  await test.time.advance(0);
  await settle();
}

describe('a backup from when a Kira payout was ready, restored after it left', () => {
  it.each(['fiat', 'crypto'] as const)('sends nothing to find a %s one out: it lists what looks alike, and a person names it', async (mode) => {
    const test = kiraDesk(mode);
    const ready = await readyKira(test);
    await leftSince(test, ready.id);
    const unknown = await shown(test, ready.id);
    expect(unknown).toMatchObject({ state: 'unknown', sent: null, unknown: { replayUntil: null } });
    expect(unknown.unknown?.lookups.at(-1)?.detail).toContain('po-1');
    await test.time.advance(40 * minute);
    expect(test.kira.sends).toHaveLength(1);
    expectOk(await test.desk().handlers['payouts.recordAnswer']({ id: ready.id, outcome: 'received', who: 'Ada', said: 'it is po-1' }));
    await test.time.advance(0);
    await settle();
    expect(await shown(test, ready.id)).toMatchObject({ state: mode === 'fiat' ? 'accepted' : 'awaiting_deposit', transactionId: 'po-1', restoredAt: null });
    expect(test.kira.made).toHaveLength(1);
  });

  it('is a person’s to decide, with a reason, once nothing was found after the settle time; then it leaves once', async () => {
    const test = kiraDesk();
    const ready = await readyKira(test);
    test.restore(test.backUp());
    await test.time.advance(minute);
    const again = () => test.desk().handlers['payouts.sendAgain']({ id: ready.id, reason, code: null });
    expect(codeOf(await again())).toBe('prerequisite');
    await test.time.advance(60 * minute);
    expect((await shown(test, ready.id)).state).toBe('unknown');
    expect(expectOk(await again())).toMatchObject({ state: 'ready', restoredAt: null });
    expect((await shown(test, ready.id)).timeline[0]).toMatchObject({ what: 'It had not left', detail: reason, actor: 'Femke Osei' });
    expect(test.kira.sends).toEqual([]);
    expect((await leaveWith(test, ready.id, await mailedCode(test, ready.id))).state).toBe('accepted');
  });

  it('even sent by mistake it goes under the key it had left with, so Kira answers with the first', async () => {
    const test = kiraDesk();
    const ready = await readyKira(test);
    await leftSince(test, ready.id);
    expectOk(await test.desk().handlers['payouts.recordAnswer']({ id: ready.id, outcome: 'not-received', who: 'Ada', said: 'nothing' }));
    await test.time.advance(minute);
    expect((await leaveWith(test, ready.id, await mailedCode(test, ready.id))).state).toBe('accepted');
    expect([new Set(test.kira.sends.map(({ key }) => key)).size, test.kira.sends.length, test.kira.made.length]).toEqual([1, 2, 1]);
    expect(test.kira.sends[0]?.key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('is found out by listing where it was unknown in the backup too, though its key is still known', async () => {
    const test = kiraDesk('crypto');
    const ready = await readyKira(test);
    test.kira.fates = ['lost-before', 'lost-before'];
    expectOk(await release(test, ready.id, null));
    await test.time.advance(5000);
    await settle();
    const sent = test.kira.sends.length;
    test.restore(test.backUp());
    await test.time.advance(30 * minute);
    expect([(await shown(test, ready.id)).state, test.kira.sends.length, test.kira.made.length]).toEqual(['unknown', sent, 0]);
    expectOk(await test.desk().handlers['payouts.sendAgain']({ id: ready.id, reason, code: null }));
    expect([(await shown(test, ready.id)).state, new Set(test.kira.sends.map(({ key, body }) => key + body)).size, test.kira.made.length]).toEqual(['awaiting_deposit', 1, 1]);
  });
});

describe('a backup from when a Kira payout was a draft, restored after it left', () => {
  it('is not released while one that looks alike is there', async () => {
    const test = kiraDesk();
    const saved = expectOk(await test.desk().handlers['payouts.save']({ id: null, revision: 0, draft: fiatDraft }));
    const copy = test.backUp();
    const prepare = async () => {
      expectOk(await test.desk().handlers['payouts.ready']({ id: saved.id, revision: saved.revision }));
      expectOk(await test.desk().handlers['payouts.price']({ id: saved.id }));
    };
    await prepare();
    await leaveWith(test, saved.id, await mailedCode(test, saved.id));
    test.restore(copy);
    await test.time.advance(20 * minute);
    await prepare();
    expect(codeOf(await release(test, saved.id, await mailedCode(test, saved.id)))).toBe('conflict');
    expect([(await shown(test, saved.id)).state, test.kira.made.length]).toEqual(['unknown', 1]);
  });

  it('nor while another amount went to its recipient: a person names it, or says that it is none', async () => {
    const test = kiraDesk();
    const saved = expectOk(await test.desk().handlers['payouts.save']({ id: null, revision: 0, draft: fiatDraft }));
    const copy = test.backUp();
    const prepare = async (amountMinor: number) => {
      const { revision, draft } = await shown(test, saved.id);
      const edited = expectOk(await test.desk().handlers['payouts.save']({ id: saved.id, revision, draft: { ...draft, amountMinor, amountText: String(amountMinor / 100) } }));
      expectOk(await test.desk().handlers['payouts.ready']({ id: saved.id, revision: edited.revision }));
      expectOk(await test.desk().handlers['payouts.price']({ id: saved.id }));
    };
    await prepare(30_000);
    await leaveWith(test, saved.id, await mailedCode(test, saved.id));
    test.restore(copy);
    await test.time.advance(30 * 60 * minute);
    await prepare(25_050);
    expect(codeOf(await release(test, saved.id, await mailedCode(test, saved.id)))).toBe('conflict');
    await test.time.advance(0);
    await settle();
    const unknown = await shown(test, saved.id);
    expect([unknown.state, unknown.unknown?.lookups.at(-1)?.detail, test.kira.made.length]).toEqual(['unknown', expect.stringContaining('or to this recipient since 2026-09-14 09:00 UTC: po-1 (300.00 USD, created)'), 1]);
    expectOk(await test.desk().handlers['payouts.recordAnswer']({ id: saved.id, outcome: 'received', who: 'Ada', said: 'it is po-1' }));
    await test.time.advance(0);
    await settle();
    expect(await shown(test, saved.id)).toMatchObject({ state: 'accepted', transactionId: 'po-1', restoredAt: null });
  });

  it.each([['Globex GmbH', 'conflict'], ['', 'ok']] as const)('is told of one to its recipient that was typed in anew since, where Kira tells whom it went to (“%s”)', async (recipientName, code) => {
    const test = kiraDesk();
    test.kira.recipientName = recipientName;
    const saved = expectOk(await test.desk().handlers['payouts.save']({ id: null, revision: 0, draft: fiatDraft }));
    const copy = test.backUp();
    const other = await readyKira(test, { ...fiatDraft, amountMinor: 30_000, reference: 'INV-10' });
    await leaveWith(test, other.id, await mailedCode(test, other.id));
    test.restore(copy);
    await test.time.advance(20 * minute);
    expectOk(await test.desk().handlers['payouts.ready']({ id: saved.id, revision: saved.revision }));
    expectOk(await test.desk().handlers['payouts.price']({ id: saved.id }));
    expect(codeOf(await release(test, saved.id, await mailedCode(test, saved.id)))).toBe(code);
  });

  it('goes on where none is, long enough after', async () => {
    const test = kiraDesk();
    const saved = expectOk(await test.desk().handlers['payouts.save']({ id: null, revision: 0, draft: fiatDraft }));
    test.restore(test.backUp());
    await test.time.advance(20 * minute);
    expectOk(await test.desk().handlers['payouts.ready']({ id: saved.id, revision: saved.revision }));
    expectOk(await test.desk().handlers['payouts.price']({ id: saved.id }));
    expect((await leaveWith(test, saved.id, await mailedCode(test, saved.id))).state).toBe('accepted');
  });
});
