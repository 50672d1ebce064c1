import { beforeEach, describe, expect, it } from 'vitest';
import { createAudit } from '../../../main/audit/audit.ts';
import { appError } from '../../../preload/contract/errors.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import { codeOf, expectOk, get, interacDraft, readyPayout, sentPayout } from '../payouts/desk.ts';
import { offline } from '../payouts/fake-provider.ts';
import { awayRig, minute, read, type AwayRig } from './rig.ts';

let rig: AwayRig;
beforeEach(async () => {
  rig = awayRig();
  await rig.payouts.desk().handlers['wallets.list']({ fresh: true });
});

const held = (id = '') => rig.away().held(id)?.code ?? null;
const mattering = async () => (await rig.sheet()).changes.filter(({ matters }) => matters).map(({ kind }) => kind);

describe('a spell without the provider', () => {
  it('holds nothing back when it was short', async () => {
    await readyPayout(rig.payouts);
    await rig.gone(4 * minute, () => { rig.payouts.provider.rate = 1; });
    expect(held()).toBeNull();
    expect((await rig.sheet()).pending).toBe(false);
  });

  it('needs nobody when nothing waits to be released', async () => {
    await rig.gone(60 * minute, () => { rig.payouts.provider.balance = 1; });
    expect(held()).toBeNull();
    expect(await rig.sheet()).toMatchObject({ pending: false, changes: [] });
  });

  it('is settled by itself when nothing that matters changed, and says what did', async () => {
    await readyPayout(rig.payouts);
    await rig.gone(60 * minute, () => { rig.payouts.provider.balance = 999_000; });
    expect(held()).toBeNull();
    expect(await rig.sheet()).toMatchObject({ pending: false, changes: [{ kind: 'balance', subject: 'GBP wallet', before: '10,000.00 GBP', now: '9,990.00 GBP', matters: false }] });
  });

  it('holds everything back while a price moved beyond the tolerance, with both figures', async () => {
    const payout = await readyPayout(rig.payouts);
    await rig.gone(60 * minute, () => { rig.payouts.provider.rate = 1; });
    expect(held()).toBe('look-first');
    const { changes, pending, since, until, readAt } = await rig.sheet();
    expect({ pending, long: (until ?? 0) - (since ?? 0) }).toEqual({ pending: true, long: 60 * minute });
    expect(readAt).toBe(rig.payouts.time.clock());
    expect(changes).toMatchObject([
      { kind: 'price', subject: 'Delphine Roy receives', before: '498.00 CAD', now: '249.00 CAD', matters: true, payouts: [{ id: payout.id, name: 'Delphine Roy' }] },
      { kind: 'rate', subject: 'GBP to CAD', before: '1 GBP = 2 CAD', now: '1 GBP = 1 CAD', matters: true },
    ]);
    expect((await get(rig.payouts, payout.id)).price?.rate).toBe('2');
  });

  it('shows one rate for all the payouts that it touches', async () => {
    await readyPayout(rig.payouts);
    await readyPayout(rig.payouts, { ...interacDraft, amountMinor: 30_000, amountText: '300.00' });
    await rig.gone(60 * minute, () => { rig.payouts.provider.rate = 1; });
    expect((await rig.sheet()).changes.filter(({ kind }) => kind === 'rate')).toMatchObject([{ payouts: [{}, {}] }]);
  });

  it('marks a wallet that no longer covers what waits', async () => {
    const payout = await readyPayout(rig.payouts);
    await rig.gone(60 * minute, () => { rig.payouts.provider.balance = 100; });
    expect((await rig.sheet()).changes).toMatchObject([{ kind: 'balance', now: '1.00 GBP', matters: true, payouts: [{ id: payout.id }] }]);
  });

  it('marks a customer who isn’t verified any more', async () => {
    await readyPayout(rig.payouts);
    rig.customer.finds = () => { rig.payouts.standing.value = { remoteId: 'rc-1', state: 'rejected', extraChecks: false, name: 'Northgate Studio' }; };
    await rig.gone(60 * minute);
    expect(await mattering()).toEqual(['customer']);
    expect((await rig.sheet()).changes[0]).toMatchObject({ before: 'Northgate Studio is verified', now: 'Northgate Studio is not verified' });
  });

  it('marks a document that ran out meanwhile, and not one that had run out before', async () => {
    rig.document.value = { name: 'Northgate Studio', expires: '2026-09-14' };
    await readyPayout(rig.payouts);
    await rig.gone(24 * 60 * minute);
    expect((await rig.sheet()).changes).toMatchObject([{ kind: 'document', before: 'Valid until 14 September 2026', now: 'Expired', matters: true }]);
    expectOk(await rig.away().handlers['away.accept']({ key: (await rig.sheet()).key }));
    rig.document.value = { name: 'Northgate Studio', expires: '2026-09-01' };
    await rig.gone(60 * minute);
    expect(held()).toBeNull();
  });

  it('marks a payout to the same account that came back', async () => {
    const sent = await sentPayout(rig.payouts);
    const waiting = await readyPayout(rig.payouts, { ...interacDraft, amountMinor: 30_000, amountText: '300.00' });
    await rig.gone(60 * minute, () => { rig.payouts.provider.setStatus(sent.sent?.merchantReference ?? '', 'failed', 'Account closed'); });
    expect((await rig.sheet()).changes).toMatchObject([{ kind: 'payout', now: 'Failed', matters: true, payouts: [{ id: sent.id }, { id: waiting.id }] }]);
  });

  it('says what the provider no longer prices', async () => {
    await readyPayout(rig.payouts);
    await rig.gone(60 * minute, () => { rig.payouts.provider.price = () => Promise.resolve(fail(appError('provider-refused', 'GBP to CAD is not offered.'))); });
    expect((await rig.sheet()).changes).toMatchObject([{ kind: 'price', before: '498.00 CAD arrives', now: 'GBP to CAD is not offered.', matters: true }]);
  });
});

describe('limits', () => {
  it('are shown as they were used when the spell began and as they are now', async () => {
    expectOk(await rig.payouts.desk().handlers['limits.save']({ limits: [{ currency: 'GBP', perPayout: null, perDay: 100_000, perPayee: null, first: null, coolingHours: 0 }], reason: 'Set by the board.' }));
    await sentPayout(rig.payouts);
    await readyPayout(rig.payouts, { ...interacDraft, amountMinor: 30_000, amountText: '300.00' });
    await rig.gone(24 * 60 * minute);
    expect((await rig.sheet()).changes.filter(({ kind }) => kind === 'limit')).toMatchObject([
      { subject: 'GBP limit, today', before: '250.00 of 1,000.00 GBP used', now: '0.00 of 1,000.00 GBP used', matters: false },
    ]);
  });
});

describe('a wallet that is no longer listed', () => {
  it('is said so, with what waits for it', async () => {
    const payout = await readyPayout(rig.payouts);
    await rig.gone(60 * minute, () => { rig.payouts.provider.wallets = () => Promise.resolve(ok([])); });
    expect((await rig.sheet()).changes).toMatchObject([{ kind: 'balance', subject: 'GBP wallet', now: 'Not listed any more', matters: true, payouts: [{ id: payout.id }] }]);
  });
});

describe('what can’t be read yet', () => {
  it('is named, holds releases back, and is read by itself later', async () => {
    await readyPayout(rig.payouts);
    await rig.gone(60 * minute, () => { rig.customer.answer = fail(appError('provider-down', 'Blaaiz is down.')); });
    expect(await rig.sheet()).toMatchObject({ pending: true, unread: ['Customer: Northgate Studio'], changes: [] });
    expect(held()).toBe('look-first');
    rig.customer.answer = ok(null);
    await rig.payouts.time.advance(minute);
    await read(rig.away());
    expect(await rig.sheet()).toMatchObject({ pending: false, unread: [] });
    expect(held()).toBeNull();
  });

  it('is asked for some dozens at a time', async () => {
    await many(60);
    const prices = countPrices();
    await rig.gone(60 * minute);
    expect({ prices: prices(), sheet: await rig.sheet() }).toMatchObject({ prices: 46, sheet: { pending: true, held: 0, answered: 48, total: 62, unread: ['Price: Delphine Roy'] } });
    await rig.payouts.time.advance(minute);
    await read(rig.away());
    expect({ prices: prices(), pending: (await rig.sheet()).pending }).toEqual({ prices: 60, pending: false });
  });

  it('is asked once for all payouts that share it, and not of one that asks for something else by now', async () => {
    const [first] = await many(3, () => 10_000);
    await readyPayout(rig.payouts, { ...interacDraft, amountMinor: 20_000, amountText: '200.00' });
    const prices = countPrices();
    await rig.gone(60 * minute, () => {
      rig.payouts.provider.rate = 1;
      rig.payouts.db().run('DELETE FROM payouts WHERE id = ?', [first?.id ?? '']);
    });
    expect(prices()).toBe(2);
    expect((await rig.sheet()).changes.find(({ kind }) => kind === 'rate')).toMatchObject({ now: '1 GBP = 1 CAD', payouts: [{}, {}, {}], more: 0 });
  });

  it('is asked for last where it was asked for before', async () => {
    await many(60);
    rig.customer.answer = fail(appError('provider-down', 'Blaaiz is down.'));
    const prices = countPrices();
    await rig.gone(60 * minute);
    await rig.payouts.time.advance(minute);
    await read(rig.away());
    expect({ prices: prices(), unread: (await rig.sheet()).unread }).toEqual({ prices: 60, unread: ['Customer: Northgate Studio'] });
  });

  it('holds just those payouts once somebody has looked at the others', async () => {
    const payouts = await many(60);
    await rig.gone(60 * minute, () => { rig.payouts.provider.rate = 1; });
    const { key, changed, mattering, changes } = await rig.sheet();
    expect({ changed, mattering, shown: changes[0]?.payouts.length, more: changes[0]?.more }).toMatchObject({ changed: 47, mattering: 47 });
    expectOk(await rig.away().handlers['away.accept']({ key }));
    expect(await rig.sheet()).toMatchObject({ pending: false, held: 14, changes: [] });
    expect(payouts.map(({ id }) => held(id)).filter((code) => code === 'look-first')).toHaveLength(14);
    expect(held('drafted since')).toBeNull();
    rig.restart();
    expect(payouts.map(({ id }) => held(id)).filter((code) => code === 'look-first')).toHaveLength(14);
    rig.away().reached(true);
    await read(rig.away());
    expect(await rig.sheet()).toMatchObject({ pending: true, held: 14, changed: 15, mattering: 15 });
    expectOk(await rig.away().handlers['away.accept']({ key: (await rig.sheet()).key }));
    expect(payouts.map(({ id }) => held(id)).filter((code) => code !== null)).toEqual([]);
    expect(await rig.sheet()).toMatchObject({ pending: false, held: 0 });
  });

  it('lets those go by itself where nothing that matters changed for them', async () => {
    const payouts = await many(60);
    await rig.gone(60 * minute);
    expectOk(await rig.away().handlers['away.accept']({ key: (await rig.sheet()).key }));
    rig.away().reached(false);
    rig.payouts.time.jump(minute);
    rig.away().reached(true);
    await read(rig.away());
    expect(await rig.sheet()).toMatchObject({ pending: false, held: 0 });
    expect(held(payouts[59]?.id)).toBeNull();
  });

  it('is all looked at again after another long break', async () => {
    const payouts = await many(60);
    await rig.gone(60 * minute);
    expectOk(await rig.away().handlers['away.accept']({ key: (await rig.sheet()).key }));
    await rig.gone(60 * minute, () => { rig.payouts.provider.rate = 1; });
    expect(held(payouts[0]?.id)).toBe('look-first');
    expect(await rig.sheet()).toMatchObject({ pending: true, held: 0, answered: 48, mattering: 47 });
  });

  const many = async (count: number, minor: (n: number) => number = (n) => 10_000 + n) => {
    const made = [];
    for (let n = 1; n <= count; n += 1) made.push(await readyPayout(rig.payouts, { ...interacDraft, amountMinor: minor(n), amountText: (minor(n) / 100).toFixed(2) }));
    return made;
  };
  const countPrices = () => {
    let prices = 0;
    const price = rig.payouts.provider.price.bind(rig.payouts.provider);
    rig.payouts.provider.price = (question) => {
      prices += 1;
      return price(question);
    };
    return () => prices;
  };

  it('is begun anew when the line breaks while it is read', async () => {
    await readyPayout(rig.payouts);
    rig.away().reached(false);
    rig.payouts.time.jump(60 * minute);
    rig.away().reached(true);
    rig.away().reached(false);
    await read(rig.away());
    expect(await rig.sheet()).toMatchObject({ pending: true, until: null, readAt: null });
    rig.payouts.provider.rate = 1;
    rig.payouts.time.jump(minute);
    rig.away().reached(true);
    await read(rig.away());
    expect(await mattering()).toEqual(['price', 'rate']);
  });
});

describe('a person who has looked', () => {
  const changed = async () => {
    const payout = await readyPayout(rig.payouts);
    await rig.gone(60 * minute, () => { rig.payouts.provider.rate = 1; });
    return payout;
  };

  it('lets payouts go again, with the new price as what they assume, and is written down', async () => {
    const payout = await changed();
    const { key } = await rig.sheet();
    expect(expectOk(await rig.away().handlers['away.accept']({ key }))).toMatchObject({ pending: false, changes: [{}, {}] });
    expect(held()).toBeNull();
    expect((await get(rig.payouts, payout.id)).price?.rate).toBe('1');
    const row = rig.payouts.db().get<{ what: string; actor: string; detail: string }>("SELECT what, actor, detail FROM audit WHERE what = 'away.accepted'");
    expect(row).toMatchObject({ actor: 'Femke Osei' });
    expect(JSON.parse(row?.detail ?? '{}')).toMatchObject({ changes: 2, mattering: 2, unread: 0 });
    expect(createAudit(rig.payouts.db(), 'profile-1').verify().ok).toBe(true);
    await rig.gone(60 * minute);
    expect(held()).toBeNull();
  });

  it('who can’t be written down has not accepted', async () => {
    await changed();
    const { key } = await rig.sheet();
    rig.payouts.db().run("CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'disk full'); END");
    expect(codeOf(await rig.away().handlers['away.accept']({ key }).catch(() => fail(appError('storage', 'No.'))))).toBe('storage');
    expect(held()).toBe('look-first');
  });

  it('can only accept the sheet as it is now', async () => {
    await changed();
    const { key } = await rig.sheet();
    rig.payouts.provider.rate = 3;
    await rig.away().handlers['away.read']({});
    expect(codeOf(await rig.away().handlers['away.accept']({ key }))).toBe('conflict');
    expect(held()).toBe('look-first');
  });

  it('can’t accept what hasn’t been read, nor while the provider is out of reach', async () => {
    await readyPayout(rig.payouts);
    rig.away().reached(false);
    rig.payouts.time.jump(60 * minute);
    expect(held()).toBe('look-first');
    expect(codeOf(await rig.away().handlers['away.accept']({ key: '' }))).toBe('conflict');
  });
});

describe('a restart', () => {
  it('in the middle of a spell goes on with it', async () => {
    const payout = await readyPayout(rig.payouts);
    rig.away().reached(false);
    rig.payouts.time.jump(60 * minute);
    rig.restart();
    expect(held()).toBe('look-first');
    rig.payouts.provider.rate = 1;
    rig.away().reached(true);
    await read(rig.away());
    expect((await rig.sheet()).changes[0]).toMatchObject({ kind: 'price', payouts: [{ id: payout.id }] });
  });

  it('before anybody looked still shows what the drafts assumed', async () => {
    await readyPayout(rig.payouts);
    await rig.gone(60 * minute, () => { rig.payouts.provider.balance = 100; });
    rig.restart();
    expect(await rig.sheet()).toMatchObject({ pending: true, readAt: null });
    rig.away().reached(true);
    await read(rig.away());
    expect((await rig.sheet()).changes).toMatchObject([{ kind: 'balance', before: '10,000.00 GBP', now: '1.00 GBP' }]);
  });

  it('without a line begins a spell of its own', async () => {
    await readyPayout(rig.payouts);
    rig.restart();
    rig.payouts.provider.outage = offline;
    rig.away().reached(false);
    rig.payouts.time.jump(10 * minute);
    rig.payouts.provider.outage = null;
    rig.payouts.provider.rate = 1;
    rig.away().reached(true);
    await read(rig.away());
    expect(held()).toBe('look-first');
  });
});
