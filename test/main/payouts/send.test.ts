import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appError } from '../../../preload/contract/errors.ts';
import { codeOf, decidedRequest, expectOk, get, interacDraft, openDesk, readyPayout, sendRequest, sentPayout, type TestDesk } from './desk.ts';
import { offline } from './fake-provider.ts';
import { settle } from './fake-time.ts';

let test: TestDesk;
beforeEach(() => { test = openDesk(); });
afterEach(() => test.close());

describe('sending a payout', () => {
  it('queues it, lets it leave after the take-back time, and follows the answer', async () => {
    const ready = await readyPayout(test);
    const queued = expectOk(await test.desk().handlers['payouts.send'](sendRequest(ready)));
    expect(queued.state).toBe('queued');
    expect(queued.leavesAt).toBe(test.time.clock() + 5000);
    await test.time.advance(4999);
    expect(test.provider.bodies).toHaveLength(0);
    await test.time.advance(1);
    const sent = await get(test, ready.id);
    expect(sent.state).toBe('processing');
    expect(sent.transactionId).toBe('tx-1');
    expect(sent.timeline.map(({ what }) => what)).toEqual(['Processing', 'Accepted', 'Sending', 'Queued', 'Ready', 'Draft started']);
  });

  it('sends exactly the bytes that were stored before, under their hash', async () => {
    const sent = await sentPayout(test);
    const row = test.db().get<{ body: Buffer; body_sha256: string; written_at: number }>('SELECT body, body_sha256, written_at FROM payout_attempts');
    expect(row?.body.toString('utf8')).toBe(test.provider.bodies[0]);
    expect(row?.body_sha256).toBe(createHash('sha256').update(test.provider.bodies[0] ?? '').digest('hex'));
    expect(sent.sent).toMatchObject({ timesSent: 1, fingerprint: row?.body_sha256, walletBefore: { minor: 1_000_000, currency: 'GBP' } });
    expect(sent.sent?.merchantReference).toBe([...test.provider.ledger.keys()][0]);
  });

  it('has the attempt on disk before the provider is called', async () => {
    const ready = await readyPayout(test);
    const sending = test.provider.send;
    let seen: unknown;
    test.provider.send = (body) => {
      seen = test.db().get('SELECT p.state, a.body FROM payouts p JOIN payout_attempts a ON a.payout_id = p.id');
      return sending(body);
    };
    await test.desk().handlers['payouts.send'](sendRequest(ready));
    await test.time.advance(5000);
    expect(seen).toMatchObject({ state: 'sending', body: Buffer.from(test.provider.bodies[0] ?? '') });
  });

  it('makes one attempt of a double click, a second window and an impatient third', async () => {
    const ready = await readyPayout(test);
    const click = () => test.desk().handlers['payouts.send'](sendRequest(ready));
    const codes = (await Promise.all([click(), click()])).map(codeOf);
    expect(codes.sort()).toEqual(['already-sent', 'ok']);
    await test.time.advance(5000);
    expect(codeOf(await click())).toBe('already-sent');
    await test.time.advance(60_000);
    expect(test.provider.bodies).toHaveLength(1);
  });

  it('can be taken back while queued and not later', async () => {
    const ready = await readyPayout(test);
    const { handlers } = test.desk();
    await handlers['payouts.send'](sendRequest(ready));
    expect(expectOk(await handlers['payouts.takeBack']({ id: ready.id })).state).toBe('ready');
    await test.time.advance(60_000);
    expect(test.provider.bodies).toHaveLength(0);
    const again = await get(test, ready.id);
    await handlers['payouts.send'](sendRequest(again));
    await test.time.advance(5000);
    expect(codeOf(await handlers['payouts.takeBack']({ id: ready.id }))).toBe('too-late');
  });

  it('leaves at once when there is no take-back time', async () => {
    test.preferences.takeBackSeconds = 0;
    const ready = await readyPayout(test);
    await test.desk().handlers['payouts.send'](sendRequest(ready));
    await test.time.advance(0);
    expect((await get(test, ready.id)).state).toBe('processing');
  });

  it('keeps a definite refusal with its reason and asks for a person until it is copied', async () => {
    test.provider.fates = ['refuse'];
    const refused = await sentPayout(test);
    expect(refused).toMatchObject({ state: 'refused', needsPerson: true, problem: { message: 'Blaaiz refused: the account is closed.' } });
    const copy = expectOk(await test.desk().handlers['payouts.clone']({ id: refused.id }));
    expect(copy).toMatchObject({ state: 'draft', clonedFrom: refused.id });
    expect(await get(test, refused.id)).toMatchObject({ needsPerson: false, clonedTo: copy.id });
    expectOk(await test.desk().handlers['payouts.discard']({ id: copy.id }));
    expect(await get(test, refused.id)).toMatchObject({ needsPerson: true, clonedTo: null });
  });
});

describe('what is read again before sending', () => {
  it('refuses before the last stop has been dealt with', async () => {
    const ready = await readyPayout(test);
    test.crash(false);
    expect(codeOf(await test.desk().handlers['payouts.send'](sendRequest(ready)))).toBe('conflict');
  });

  it.each([
    ['offline', () => { test.provider.outage = offline; }, 'offline'],
    ['a customer who is not verified', () => { test.standing.value = { remoteId: 'rc-1', state: 'pending', extraChecks: false, name: 'N' }; }, 'customer-not-verified'],
    ['a customer held for extra checks', () => { test.standing.value = { remoteId: 'rc-1', state: 'verified', extraChecks: true, name: 'N' }; }, 'extra-checks'],
    ['a customer who can\u2019t be asked for', () => { test.standing.refresh = appError('rate-limited', 'Too many requests.'); }, 'rate-limited'],
    ['a wallet that holds too little', () => { test.provider.balance = 24_999; }, 'insufficient-funds'],
    ['a price that does not add up', () => { test.provider.gap = true; }, 'prerequisite'],
    ['a price that moved', () => { test.provider.rate = 1.9; }, 'price-changed'],
  ])('stops at %s and leaves the payout ready', async (_name, spoil, code) => {
    const ready = await readyPayout(test);
    spoil();
    expect(codeOf(await test.desk().handlers['payouts.send'](sendRequest(ready)))).toBe(code);
    await test.time.advance(60_000);
    expect((await get(test, ready.id)).state).toBe('ready');
    expect(test.provider.bodies).toHaveLength(0);
  });

  it('says old and new when the price moved, and accepts the new one', async () => {
    const ready = await readyPayout(test);
    test.provider.rate = 1.9;
    const stopped = await test.desk().handlers['payouts.send'](sendRequest(ready));
    expect(stopped.ok ? [] : stopped.error.fields).toEqual([{ path: 'receive', message: 'Arrives: 498.00 CAD before, 473.10 CAD now' }]);
    const now = await get(test, ready.id);
    expect(now.price?.receive.minor).toBe(47_310);
    expectOk(await test.desk().handlers['payouts.send'](sendRequest(now)));
  });

  it('lets half a per cent pass', async () => {
    const ready = await readyPayout(test);
    test.provider.rate = 1.991;
    expect(codeOf(await test.desk().handlers['payouts.send'](sendRequest(ready)))).toBe('ok');
  });

  it('counts what may still leave the wallet against its balance', async () => {
    test.provider.balance = 40_000;
    test.provider.fates = ['lost-before'];
    await sentPayout(test);
    const other = await readyPayout(test, { ...interacDraft, amountMinor: 20_000, amountText: '200.00' });
    expect(codeOf(await test.desk().handlers['payouts.send'](sendRequest(other)))).toBe('insufficient-funds');
  });

  it('does not queue two payouts at once that the wallet covers one of', async () => {
    test.provider.balance = 40_000;
    const first = await readyPayout(test);
    const second = await readyPayout(test, { ...interacDraft, amountMinor: 20_000, amountText: '200.00' });
    const codes = (await Promise.all([await decidedRequest(test, first), await decidedRequest(test, second)].map((request) => test.desk().handlers['payouts.send'](request)))).map(codeOf);
    expect(codes.sort()).toEqual(['insufficient-funds', 'ok']);
  });

  it('refuses the same payout while its twin is unknown', async () => {
    test.provider.fates = ['lost-before'];
    await sentPayout(test);
    const twin = await readyPayout(test);
    expect(codeOf(await test.desk().handlers['payouts.send'](sendRequest(twin)))).toBe('already-sent');
  });

  it('does not send a copy of a refused payout that arrived after all', async () => {
    test.provider.fates = ['refuse'];
    const refused = await sentPayout(test);
    const copy = expectOk(await test.desk().handlers['payouts.clone']({ id: refused.id }));
    const ready = expectOk(await test.desk().handlers['payouts.ready']({ id: copy.id, revision: copy.revision }));
    await test.desk().handlers['payouts.price']({ id: ready.id });
    const reference = refused.sent?.merchantReference ?? '';
    test.provider.ledger.set(reference, { body: '', visibleFrom: 0, payout: {
      transactionId: 'tx-9', reference: null, merchantReference: reference, status: 'processing', rawStatus: 'PROCESSING', failureReason: null, sent: null, fee: null, received: null, rate: null,
    } });
    const request = sendRequest(await get(test, ready.id));
    expect(codeOf(await test.desk().handlers['payouts.send'](request))).toBe('already-sent');
    expect((await get(test, refused.id)).state).toBe('processing');
    expect(codeOf(await test.desk().handlers['payouts.send'](request))).toBe('already-sent');
    expect(test.provider.bodies).toHaveLength(1);
  });

  it('asks for a decision about the account holder first', async () => {
    const naira = { ...interacDraft, toCurrency: 'NGN', method: 'bank_transfer', payeeName: 'Okonjo Textiles', details: { bankId: 'b1', accountNumber: '0261745519' } } as const;
    const unasked = await readyPayout(test, naira);
    expect(codeOf(await test.desk().handlers['payouts.send'](sendRequest(unasked)))).toBe('prerequisite');
    const other = await readyPayout(test, { ...naira, holderName: 'SOMEBODY ELSE' });
    expect(codeOf(await test.desk().handlers['payouts.send'](sendRequest(other)))).toBe('prerequisite');
    const decided = await readyPayout(test, { ...naira, holderName: 'SOMEBODY ELSE', holderAccepted: true });
    expect(codeOf(await test.desk().handlers['payouts.send'](await decidedRequest(test, decided)))).toBe('ok');
  });
});

describe('a queued payout that can\u2019t leave', () => {
  const queued = async () => {
    const ready = await readyPayout(test);
    expectOk(await test.desk().handlers['payouts.send'](sendRequest(ready)));
    return ready.id;
  };

  it('goes back to ready when the network went', async () => {
    const id = await queued();
    test.provider.outage = offline;
    await test.time.advance(5000);
    expect(await get(test, id)).toMatchObject({ state: 'ready', leavesAt: null, problem: { code: 'offline' } });
    test.provider.outage = null;
    await test.time.advance(3_600_000);
    expect(test.provider.bodies).toHaveLength(0);
  });

  it('goes back to ready after a start: nothing sends itself', async () => {
    const id = await queued();
    test.crash();
    await test.time.advance(3_600_000);
    expect(await get(test, id)).toMatchObject({ state: 'ready', leavesAt: null });
    expect(test.provider.bodies).toHaveLength(0);
  });

  it('goes back to ready when it can\u2019t be written down', async () => {
    const id = await queued();
    test.db().run("CREATE TEMP TRIGGER refuse BEFORE INSERT ON main.payout_attempts BEGIN SELECT RAISE(ABORT, 'no'); END");
    await test.time.advance(5000);
    expect((await get(test, id)).state).toBe('ready');
    expect(test.provider.bodies).toHaveLength(0);
  });

  it('goes back to ready when the computer slept through its time', async () => {
    const id = await queued();
    test.time.jump(3_600_000);
    await test.time.advance(60_000);
    expect((await get(test, id)).state).toBe('ready');
    expect(test.provider.bodies).toHaveLength(0);
  });

  it('does not leave while locked', async () => {
    const id = await queued();
    test.desk().pause();
    await test.time.advance(60_000);
    expect(test.provider.bodies).toHaveLength(0);
    expectOk(test.desk().resume());
    expect((await get(test, id)).state).toBe('ready');
  });
});

describe('a closed store', () => {
  it('answers locked', async () => {
    test.desk().pause();
    await test.desk().idle();
    test.db().close();
    expect(codeOf(await test.desk().handlers['payouts.list']({ view: 'all', query: '', cursor: null, limit: 1 }))).toBe('locked');
  });
});

describe('locking while a payout is being sent', () => {
  it('waits for the answer and keeps it', async () => {
    test.provider.fates = ['never'];
    const sending = await sentPayout(test);
    expect(sending.state).toBe('sending');
    test.desk().pause();
    let idle = false;
    const waited = test.desk().idle().then(() => { idle = true; });
    await settle();
    expect(idle).toBe(false);
    test.provider.answer({ kind: 'unknown', cause: 'no answer in time' });
    await waited;
    expect((await get(test, sending.id)).state).toBe('unknown');
    await test.time.advance(3_600_000);
    expect(test.provider.looks).toHaveLength(0);
  });
});
