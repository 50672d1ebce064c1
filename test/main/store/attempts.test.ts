import { describe, expect, it } from 'vitest';
import { createAttempts, type Attempt } from '../../../main/store/attempts.ts';
import { newPayoutRecord } from '../../../main/store/payout-record.ts';
import { createPayoutRows } from '../../../main/store/payouts.ts';
import { emptyPayoutDraft } from '../../../preload/contract/payouts.ts';
import { memoryStore } from './open.ts';

const attempt = (change: Partial<Attempt> = {}): Attempt => ({
  id: 'a1', payoutId: 'x', number: 1, merchantReference: 'm1', body: Buffer.from([0x7b, 0xc3, 0xa9, 0x00, 0xff]), bodySha256: 'ab', draft: { ...emptyPayoutDraft, payeeName: 'Zoë' },
  walletBefore: { minor: 7, currency: 'GBP' }, walletReadAt: 8, actor: 'Femke', writtenAt: 9, ...change,
});

function setUp() {
  const db = memoryStore();
  createPayoutRows(db, 'p').insert({ ...newPayoutRecord('x', emptyPayoutDraft, '', 1), state: 'queued' });
  return { db, attempts: createAttempts(db, 'p') };
}

describe('the journal of what left', () => {
  it('gives back the very bytes, and everything beside them', () => {
    const { attempts } = setUp();
    const unread = attempt({ id: 'a2', number: 2, merchantReference: 'm2', walletBefore: null, walletReadAt: null });
    attempts.insert(unread);
    attempts.insert(attempt());
    expect([attempts.last('x'), attempts.all('x')]).toEqual([unread, [attempt(), unread]]);
    expect(attempts.last('y')).toBeNull();
  });

  it('tells what happened in the order it was written, also in one millisecond', () => {
    const { attempts } = setUp();
    attempts.insert(attempt());
    const events = [{ at: 5, kind: 'handed-over', detail: null }, { at: 5, kind: 'lost', detail: 'why' }, { at: 4, kind: 'not-found', detail: null }] as const;
    for (const event of events) attempts.note('a1', event);
    expect(attempts.events('a1')).toEqual(events);
  });

  it('shows another profile nothing', () => {
    const { db, attempts } = setUp();
    attempts.insert(attempt());
    attempts.note('a1', { at: 1, kind: 'handed-over', detail: null });
    const other = createAttempts(db, 'q');
    expect([other.last('x'), other.all('x'), other.events('a1')]).toEqual([null, [], []]);
  });

  it('takes no reference twice, no attempt of no payout, no event of no attempt', () => {
    const { attempts } = setUp();
    attempts.insert(attempt());
    expect(() => { attempts.insert(attempt({ id: 'a2', number: 2 })); }).toThrow(/UNIQUE/);
    expect(() => { attempts.insert(attempt({ id: 'a3', payoutId: 'none', merchantReference: 'm3' })); }).toThrow(/FOREIGN KEY/);
    expect(() => { attempts.note('none', { at: 1, kind: 'lost', detail: null }); }).toThrow(/FOREIGN KEY/);
  });
});
