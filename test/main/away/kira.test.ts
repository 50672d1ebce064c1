import { expect, it, onTestFinished } from 'vitest';
import { createAway } from '../../../main/away/away.ts';
import { money } from '../../../preload/contract/money.ts';
import { ok } from '../../../preload/contract/result.ts';
import { expectOk } from '../payouts/desk.ts';
import { globex, kiraDesk, readyKira } from '../payouts/kira/kira-desk.ts';
import { minute, read } from './rig.ts';

it('puts Kira’s accounts, balances and recipients beside what the payouts assumed', async () => {
  const test = kiraDesk();
  const payout = await readyKira(test);
  const away = createAway({
    store: test.db(), profileId: 'profile-1', clock: test.time.clock, timers: test.time.timers, actor: () => 'Femke Osei', notify: () => undefined, provider: 'Kira',
    stakes: test.desk().stakes, refreshCustomer: null, documentOf: () => Promise.resolve(null),
    refreshRecipients: () => {
      test.book.set('r1', { ...globex, state: 'refused' });
      return Promise.resolve(ok([]));
    },
  });
  onTestFinished(() => away.pause());
  away.reached(false);
  test.time.jump(60 * minute);
  test.kira.account = { ...test.kira.account, balance: money(1_000, 'USD'), readiness: 'unusable' };
  away.reached(true);
  await read(away);
  const { changes, pending, unread } = expectOk(await away.handlers['away.sheet']({}));
  expect({ pending, unread }).toEqual({ pending: true, unread: [] });
  expect(changes.filter(({ matters }) => matters)).toMatchObject([
    { kind: 'balance', before: '25,000.00 USD', now: '10.00 USD', payouts: [{ id: payout.id, name: 'Globex GmbH' }] },
    { kind: 'account', now: 'The account can’t be used' },
    { kind: 'recipient', subject: 'Globex GmbH', now: 'Kira refused Globex GmbH' },
  ]);
  expect(away.held(payout.id)?.code).toBe('look-first');
});
