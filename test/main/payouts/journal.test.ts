import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { applyStatus, deliver, expectOk, isIntact, loseSight, writeAttempt } from '../../../main/payouts/journal.ts';
import { lookUp } from '../../../main/payouts/reconcile.ts';
import { takeBack } from '../../../main/payouts/leave.ts';
import type { SendOutcome } from '../../../main/providers/provider.ts';
import type { Attempt } from '../../../main/store/attempts.ts';
import { appError, type ErrorCode } from '../../../preload/contract/errors.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import { interacDraft } from './desk.ts';
import { rig, type Rig } from './rig.ts';

const told = {
  transactionId: 'tx-1', reference: 'ref-1', merchantReference: 'm', status: 'pending', rawStatus: 'PENDING', failureReason: null,
  sent: null, fee: null, received: null, rate: null,
} as const;
const refused = (code: ErrorCode): SendOutcome => ({ kind: 'refused', error: appError(code, 'No.') });

async function written(at: Rig = rig()): Promise<{ readonly at: Rig; readonly attempt: Attempt }> {
  return { at, attempt: await at.written() };
}

async function delivered(outcome: SendOutcome, from = written()): Promise<Rig> {
  const { at, attempt } = await from;
  at.provider.send = async () => outcome;
  await deliver(at.ctx, attempt);
  return at;
}

const kinds = ({ ctx }: Rig) => ctx.attempts.events(ctx.attempts.last('x')?.id ?? '').map(({ kind }) => kind);

describe('an answer about another payout', () => {
  it('says nothing about this one: it is unknown, looked up, and never linked to what is another\u2019s', async () => {
    const at = await delivered({ kind: 'accepted', payout: told });
    expect(at.stored().state).toBe('accepted');
    const twin = await at.written({ id: 'y' });
    await deliver(at.ctx, twin);
    expect(at.stored('y')).toMatchObject({ state: 'unknown', transactionId: null, unknownCause: 'Blaaiz answered about another payout' });
    at.provider.find = async () => ok({ ...told, merchantReference: twin.merchantReference });
    expect(await lookUp(at.ctx, 'y')).toMatchObject({ ok: false, error: { code: 'provider-unreadable' } });
    expect(at.stored('y')).toMatchObject({ state: 'unknown', transactionId: null });
    expect(at.stored()).toMatchObject({ state: 'accepted', transactionId: 'tx-1' });
  });
});

describe('writing an attempt down', () => {
  it('keeps the very bytes under their hash, whose wallet held what, and moves the payout to sending', async () => {
    const at = rig();
    at.ctx.kept.put('wallets', [{ id: 'w-gbp', currency: 'GBP', balance: { minor: 900, currency: 'GBP' }, active: true, readAt: 77 }], 77);
    const { attempt } = await written(at);
    expect(at.stored()).toMatchObject({ state: 'sending', leavesAt: null, problem: null });
    expect(at.ctx.attempts.last('x')).toEqual(attempt);
    expect(attempt).toMatchObject({ number: 1, draft: interacDraft, walletBefore: { minor: 900, currency: 'GBP' }, walletReadAt: 77, actor: 'Femke Osei' });
    expect(attempt.bodySha256).toBe(createHash('sha256').update(attempt.body).digest('hex'));
    expect(JSON.parse(attempt.body.toString('utf8'))).toMatchObject({ merchantReference: attempt.merchantReference, amount: 25_000, customerRemoteId: 'rc-1', note: 'NS-2211' });
    expect([at.provider.bodies, at.ctx.attempts.events(attempt.id)]).toEqual([[], []]);
  });

  it('gives every attempt a reference of its own', async () => {
    const at = rig();
    const first = await at.written();
    const other = await at.written({ id: 'y', draft: { ...interacDraft, amountMinor: 26_000 } });
    expect(other.merchantReference).not.toBe(first.merchantReference);
  });

  it('writes nothing for a payout that was taken back meanwhile', async () => {
    const at = rig();
    const record = at.put({ state: 'queued', leavesAt: 1 });
    const outgoing = expectOk(await at.ctx.lane.prepare(at.ctx, record));
    takeBack(at.ctx, { id: 'x' });
    expect(writeAttempt(at.ctx, outgoing)).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect([at.ctx.attempts.all('x'), at.stored().state]).toEqual([[], 'ready']);
  });

  it.each([{ amountMinor: null }, { walletId: null }, { method: null }, { customerId: null }, { toCurrency: null }])('does not send what lacks %o', async (lack) => {
    const at = rig();
    const record = at.put({ state: 'queued', draft: { ...interacDraft, ...lack } });
    expect(await at.ctx.lane.prepare(at.ctx, record)).toMatchObject({ ok: false, error: { code: 'prerequisite' } });
    expect(at.ctx.attempts.all('x')).toEqual([]);
  });

  it('knows bytes that have changed', async () => {
    const { attempt } = await written();
    expect(isIntact(attempt)).toBe(true);
    expect(isIntact({ ...attempt, body: Buffer.from(attempt.body.toString('utf8').replace('25000', '25001')) })).toBe(false);
  });
});

describe('handing it over', () => {
  it('notes that the bytes left before it calls, and calls once', async () => {
    const { at, attempt } = await written();
    const before: string[][] = [];
    at.provider.send = async (body) => {
      before.push(kinds(at), [body]);
      return { kind: 'unknown', cause: 'no answer' };
    };
    await deliver(at.ctx, attempt);
    expect(before).toEqual([['handed-over'], [attempt.body.toString('utf8')]]);
    expect(kinds(at)).toEqual(['handed-over', 'lost']);
  });

  it('takes an exception for an unknown outcome, never for a refusal', async () => {
    const { at, attempt } = await written();
    at.provider.send = async () => { throw new TypeError('bug'); };
    const record = await deliver(at.ctx, attempt);
    expect(record).toMatchObject({ state: 'unknown', nextCheckAt: at.time.clock(), unknownSince: at.time.clock() });
    expect(at.ctx.events.list('payout', 'x')[0]?.detail).toMatch(/^A fault/);
  });

  it('believes a refusal of the first sending', async () => {
    const at = await delivered(refused('insufficient-funds'));
    expect(at.stored()).toMatchObject({ state: 'refused', nextCheckAt: null, problem: { code: 'insufficient-funds' } });
    expect(kinds(at)).toEqual(['handed-over', 'refused']);
  });

  it('does not believe one that says the reference is taken, nor one of a repeat', async () => {
    expect((await delivered(refused('duplicate-reference'))).stored().state).toBe('unknown');
    const again = await written();
    again.at.ctx.attempts.note(again.attempt.id, { at: 1, kind: 'handed-over', detail: null });
    expect((await delivered(refused('provider-refused'), Promise.resolve(again))).stored()).toMatchObject({ state: 'unknown', unknownCause: expect.stringMatching(/repeat/) });
  });

  it('goes straight to the end when the answer says so, and the payee counts as paid', async () => {
    const at = rig();
    at.ctx.payees.keep({ id: 'pay', name: 'Delphine', currency: 'CAD', method: 'interac', details: interacDraft.details, holderName: null }, 1);
    const attempt = await at.written({ draft: { ...interacDraft, payeeId: 'pay' } });
    await delivered({ kind: 'accepted', payout: { ...told, status: 'successful' } }, Promise.resolve({ at, attempt }));
    expect(at.stored()).toMatchObject({ state: 'completed', transactionId: 'tx-1' });
    expect(at.story()).toEqual(['Completed', 'Accepted', 'Sending']);
    expect(at.ctx.payees.find('', 1)[0]?.lastPaidAt).toBe(at.time.clock());
  });
});

describe('applying a status', () => {
  it('is no step where it means none', () => {
    const at = rig();
    expect(applyStatus(at.ctx, at.put({ state: 'processing' }), { ...told, status: 'processing' })).toBeNull();
    expect(at.story()).toEqual([]);
  });

  it.each([['processing', 'failed', 'Failed'], ['completed', 'returned', 'Returned']] as const)('tells a failure after %s as %s', (before, after, words) => {
    const at = rig();
    expect(applyStatus(at.ctx, at.put({ state: before }), { ...told, status: 'failed', failureReason: 'Closed' })?.state).toBe(after);
    expect(at.ctx.events.list('payout', 'x')[0]).toMatchObject({ what: words, detail: 'Closed', source: 'blaaiz' });
  });
});

it('a payout out of sight forgets what was read of it before', async () => {
  const { at, attempt } = await written();
  at.ctx.rows.update({ ...at.stored(), walletNow: { minor: 1, currency: 'GBP' }, walletNowAt: 2, checkCount: 4 }, 'sending');
  expect(loseSight(at.ctx, attempt, 'the line dropped')).toMatchObject({ state: 'unknown', walletNow: null, walletNowAt: null, checkCount: 0, unknownCause: 'the line dropped' });
});

it('a step that cannot fail and does is a bug', () => {
  expect(expectOk(ok(7))).toBe(7);
  expect(() => expectOk(fail(appError('conflict', 'no')))).toThrow('conflict');
});
