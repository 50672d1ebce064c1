import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { replayFor } from '../../../main/recipients/create.ts';
import { appError } from '../../../preload/contract/errors.ts';
import type { RecipientFields } from '../../../preload/contract/recipients.ts';
import { swiftForm, wireForm } from '../../preload/contract/recipient-forms.ts';
import { bad, good } from '../customers/desk.ts';
import { rig, type RecipientsRig } from './desk.ts';
import { offline } from './kira-in-memory.ts';

let desk: RecipientsRig;
beforeEach(() => { desk = rig(); });
const attempt = (id: string) => desk.rows.get(id)?.attempt ?? null;
const refused = { kind: 'refused', error: appError('validation', 'Kira refused it.', { fields: [{ path: 'bankName', message: 'Too short.' }] }) } as const;

describe('making a recipient', () => {
  it('sends it once, as it is normalised, and keeps what Kira calls it', async () => {
    const { id } = await desk.draft({ ...swiftForm, phone: '030 901820' });
    const made = await desk.create(id);
    expect(made).toMatchObject({ id, state: 'there', remoteId: 'remote-1', problem: null, fields: { accountNumber: 'DE89370400440532013000', phone: '+4930901820' } });
    expect(desk.kira.sent).toEqual([{ key: expect.stringMatching(/^[\da-f]{8}-[\da-f]{4}-4/), body: JSON.stringify(made.fields) }]);
    expect(desk.audit()).toEqual(['recipient sent', 'recipient made']);
  });

  it('has key, bytes and their hash written down before the first byte leaves', async () => {
    const { id } = await desk.draft();
    const release = desk.kira.hold();
    const making = desk.create(id);
    const kept = attempt(id);
    expect(desk.rows.get(id)?.state).toBe('sending');
    expect(kept).toMatchObject({ key: desk.kira.sent[0]?.key, firstSentAt: desk.now, bodySha256: createHash('sha256').update(kept?.body ?? '').digest('hex') });
    expect(kept?.body.toString('utf8')).toBe(desk.kira.sent[0]?.body);
    release();
    await making;
  });

  it('stops at errors, names each field, and sends nothing; doubts don\u2019t stop it', async () => {
    const wrong = await desk.draft({ routingNumber: '021000022', email: '' });
    expect(bad(await desk.recipients.handlers['recipients.create']({ id: wrong.id }))).toMatchObject({ code: 'validation', fields: [{ path: 'email' }, { path: 'routingNumber' }] });
    expect([desk.rows.get(wrong.id)?.state, desk.kira.sent]).toEqual(['draft', []]);
    expect((await desk.create((await desk.draft({ email: 'ap@gmial.com' })).id)).state).toBe('there');
  });

  it('stops at a user whose accounts are gone, once the accounts are known', async () => {
    const { id } = await desk.draft({ userId: 'user-9' });
    expect(bad(await desk.recipients.handlers['recipients.create']({ id })).fields).toMatchObject([{ path: 'userId' }]);
    desk.users = [];
    expect((await desk.create(id)).state).toBe('there');
  });

  it('pressed twice makes one, and again later gives what is there', async () => {
    const { id } = await desk.draft();
    const release = desk.kira.hold();
    const both = Promise.all([desk.create(id), desk.create(id)]);
    release();
    const [one, other] = await both;
    expect([one, await desk.create(id)]).toEqual([other, one]);
    expect([desk.kira.sent.length, desk.kira.there.length]).toEqual([1, 1]);
  });

  it('says so where there is no connection', async () => {
    const { id } = await desk.draft();
    desk.connected = false;
    expect(bad(await desk.recipients.handlers['recipients.create']({ id })).code).toBe('not-set-up');
  });

  it('refused stays here with the reason, can be put right, and goes under a new key', async () => {
    const { id } = await desk.draft();
    desk.kira.mishap = refused;
    expect(await desk.create(id)).toMatchObject({ state: 'refused', remoteId: null, problem: refused.error });
    good(await desk.recipients.handlers['recipients.save']({ id, fields: { ...wireForm, bankName: 'Second Coast Bank' } }));
    expect(await desk.create(id)).toMatchObject({ state: 'there', problem: null, fields: { bankName: 'Second Coast Bank' } });
    const [first, second] = desk.kira.sent;
    expect(second?.key).not.toBe(first?.key);
    expect([desk.kira.there.length, desk.audit()]).toEqual([1, ['recipient sent', 'recipient refused', 'recipient sent', 'recipient made']]);
  });

  it('trap 11: keeps what was sent where the answer leaves it out', async () => {
    const { id } = await desk.draft();
    desk.kira.mishap = { kind: 'answers', recipient: { remoteId: 'remote-1', fields: { ...wireForm, bankState: '', bankPostalCode: '' } } };
    expect((await desk.create(id)).fields).toMatchObject({ bankState: 'NY', bankPostalCode: '10001' });
  });

  it('C16: keeps the account that was sent where the answer masks it', async () => {
    const { id } = await desk.draft();
    desk.kira.mishap = { kind: 'answers', recipient: { remoteId: 'remote-1', fields: { ...wireForm, accountNumber: '*****6789' } } };
    expect((await desk.create(id)).fields.accountNumber).toBe(wireForm.accountNumber);
  });

  it('trap 6: takes an answer about another account for no answer', async () => {
    const { id } = await desk.draft();
    desk.kira.mishap = { kind: 'answers', recipient: { remoteId: 'remote-7', fields: { ...wireForm, accountNumber: '555' } } };
    expect(await desk.create(id)).toMatchObject({ state: 'unknown', remoteId: null, problem: { code: 'outcome-unknown', message: expect.stringContaining('another account') } });
  });

  it('one that Kira has already under another entry of the book is that entry, once and visible', async () => {
    const first = await desk.create((await desk.draft()).id);
    good(await desk.recipients.handlers['recipients.remove']({ id: first.id }));
    const twin = await desk.draft();
    desk.kira.mishap = { kind: 'answers', recipient: { remoteId: 'remote-1', fields: wireForm } };
    expect((await desk.create(twin.id)).id).toBe(first.id);
    expect([(await desk.list()).map(({ id }) => id), desk.rows.get(twin.id)]).toEqual([[first.id], null]);
    expect(desk.audit().slice(-2)).toEqual(['recipient sent', 'recipient was there already']);
  });
});

describe('a recipient whose answer was lost', () => {
  it.each(['lost-there', 'lost-back'] as const)('%s: goes on with the same key and bytes, and there is one', async (kind) => {
    const { id } = await desk.draft();
    desk.kira.mishap = { kind };
    expect(await desk.create(id)).toMatchObject({ state: 'unknown', problem: { code: 'outcome-unknown', message: expect.stringMatching(/: (no answer came in time|the line broke)\.$/) } });
    desk.now += replayFor - 1;
    expect(await desk.create(id)).toMatchObject({ state: 'there', remoteId: 'remote-1', problem: null });
    expect(desk.kira.sent[1]).toEqual(desk.kira.sent[0]);
    expect([desk.kira.there.length, desk.kira.lists]).toEqual([1, []]);
  });

  it('after a stop in the middle is not known, sends nothing by itself, and goes on when asked', async () => {
    const { id } = await desk.draft();
    void desk.create(id);
    desk.restart();
    expect(desk.recipients.desk.find(id)).toMatchObject({ state: 'unknown', problem: { message: expect.stringContaining('Bursar stopped') } });
    expect(desk.kira.sent).toHaveLength(1);
    expect((await desk.create(id)).state).toBe('there');
    expect([new Set(desk.kira.sent.map(({ key }) => key)).size, desk.kira.there.length]).toEqual([1, 1]);
  });

  it('refused for the body when it goes again was never made', async () => {
    const { id } = await desk.draft();
    desk.kira.mishap = { kind: 'lost-there' };
    await desk.create(id);
    desk.kira.mishap = refused;
    expect((await desk.create(id)).state).toBe('refused');
  });

  it.each(['signed-out', 'rate-limited', 'offline', 'provider-refused'] as const)('%s when it goes again proves nothing', async (code) => {
    const { id } = await desk.draft();
    desk.kira.mishap = { kind: 'lost-back' };
    await desk.create(id);
    const key = attempt(id)?.key;
    desk.kira.mishap = { kind: 'refused', error: appError(code, 'Not now.') };
    expect(await desk.create(id)).toMatchObject({ state: 'unknown', problem: { code } });
    expect([attempt(id)?.key, (await desk.create(id)).state, desk.kira.there.length]).toEqual([key, 'there', 1]);
  });

  it.each([['has expired', replayFor], ['seems to be of the future', -1]])('is looked up when its key %s', async (_why, wait) => {
    const { id } = await desk.draft();
    desk.kira.mishap = { kind: 'lost-back' };
    await desk.create(id);
    desk.now += wait;
    expect(await desk.create(id)).toMatchObject({ id, state: 'there', remoteId: 'remote-1' });
    expect([desk.kira.sent.length, desk.kira.lists]).toEqual([1, [['user-1']]]);
  });

  it('and that Kira doesn\u2019t have after all is for a person to look over and make anew', async () => {
    const { id } = await desk.draft();
    desk.kira.mishap = { kind: 'lost-there' };
    await desk.create(id);
    desk.now += replayFor;
    expect(await desk.create(id)).toMatchObject({ state: 'refused', problem: { message: expect.stringContaining('never arrived') } });
    expect(desk.kira.sent).toHaveLength(1);
    expect((await desk.create(id)).state).toBe('there');
    expect([desk.kira.sent[0]?.key === desk.kira.sent[1]?.key, desk.kira.there.length]).toEqual([false, 1]);
  });

  it('stays unknown while the look-up can\u2019t be made', async () => {
    const { id } = await desk.draft();
    desk.kira.mishap = { kind: 'lost-back' };
    await desk.create(id);
    desk.now += replayFor;
    desk.kira.down = offline;
    expect(bad(await desk.recipients.handlers['recipients.create']({ id }))).toEqual(offline);
    expect(desk.rows.get(id)?.state).toBe('unknown');
  });
});

it('whatever is lost, stopped, refused or put off, an asked-for recipient is made once and stands in the book once', async () => {
  const step = fc.oneof(
    fc.constantFrom('lost-there' as const, 'lost-back' as const, 'fine' as const, 'stop' as const, 'fresh' as const),
    fc.record({ wait: fc.integer({ min: 0, max: 30 * 3_600_000 }) }),
  );
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
    const world = rig();
    const { id } = await world.draft();
    for (const one of [...steps, 'fine' as const, 'fine' as const]) {
      if (typeof one === 'object') world.now += one.wait;
      else if (one === 'stop') world.restart();
      else if (one === 'fresh') await world.list('', true);
      else {
        world.kira.mishap = one === 'fine' ? null : { kind: one };
        await world.create(id);
      }
    }
    world.kira.mishap = null;
    const [only, ...others] = await world.list('', true);
    expect([world.kira.there.length, others, only?.state, only?.id]).toEqual([1, [], 'there', id]);
  }), { numRuns: 60 });
});

it('a right form is made as it is checked: no part that it doesn\u2019t ask for is sent', async () => {
  const { id } = await desk.draft({ bic: '', intermediaryRouting: '021000021', firstName: 'left over' } satisfies Partial<RecipientFields>);
  await desk.create(id);
  expect(JSON.parse(desk.kira.sent[0]?.body ?? '{}')).toMatchObject({ intermediaryRouting: '', firstName: '' });
});

describe('a recipient that was long ago left unknown', () => {
  it('is not taken for another of the book whose masked number ends the same', async () => {
    const known = await desk.create((await desk.draft()).id);
    const { id } = await desk.draft({ accountNumber: `99${wireForm.accountNumber}` });
    desk.kira.mishap = { kind: 'lost-there' };
    expect((await desk.create(id)).state).toBe('unknown');
    desk.now += replayFor;
    const [there] = desk.kira.there;
    if (there !== undefined) desk.kira.there[0] = { ...there, fields: { ...there.fields, accountNumber: `****${wireForm.accountNumber.slice(-4)}` } };
    expect(await desk.create(id)).toMatchObject({ id, state: 'refused' });
    expect(desk.rows.get(known.id)?.fields.accountNumber).toBe(wireForm.accountNumber);
  });
});
