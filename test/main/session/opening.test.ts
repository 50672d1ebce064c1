import { describe, expect, it } from 'vitest';
import { createOpening, type OpeningOptions } from '../../../main/session/opening.ts';
import type { OpenStore, Session } from '../../../main/session/session.ts';
import { appError } from '../../../preload/contract/errors.ts';
import { fail, ok } from '../../../preload/contract/result.ts';

function setUp(known: readonly string[] = ['a', 'b'], last: string | null = null) {
  const order: string[] = [];
  const broken = { store: false, session: false };
  const chosen: string[] = [];
  let name = 'first name';
  const refusal = fail(appError('storage', 'Damaged.', { fix: 'Restore.' }));
  const opening = createOpening({
    settings: { all: () => ({ lastProfileId: chosen.at(-1) ?? last }), chooseProfile: (id: string) => { chosen.push(id); } },
    book: { find: (id: string) => (known.includes(id) ? { id } : undefined), describe: async ({ id }: { id: string }) => ({ id, name }) },
    connection: { stop: () => { order.push('stop looking'); } },
    openStore: async () => { order.push('store'); return broken.store ? refusal : ok({ close: () => { order.push('close store'); } } as OpenStore); },
    openSession: async (_store: OpenStore, { id }: { id: string }) => {
      order.push(`open ${id}`);
      return broken.session ? refusal : ok({ profile: { id }, unknown: () => (id === 'a' ? 2 : 0), close: async () => { order.push(`close ${id}`); } } as unknown as Session);
    },
  } as unknown as OpeningOptions);
  return { opening, order, broken, chosen, rename: (next: string) => { name = next; } };
}

describe('opening', () => {
  it('opens the profile used last with the store, once', async () => {
    const { opening, order } = setUp(['a', 'b'], 'b');
    await opening.openAll();
    await opening.openAll();
    expect(order).toEqual(['store', 'stop looking', 'open b']);
    expect([opening.profile()?.id, opening.problem()]).toEqual(['b', null]);
  });

  it('opens no profile that is gone, and none before the store', async () => {
    const { opening, order } = setUp(['a'], 'gone');
    expect(await opening.openProfile('a')).toMatchObject({ ok: false, error: { code: 'locked' } });
    expect((await opening.openAll()).ok).toBe(true);
    expect(await opening.openProfile('gone')).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect([order, opening.session()]).toEqual([['store'], null]);
  });

  it('ends one session before the next begins, and remembers which', async () => {
    const { opening, order, chosen } = setUp();
    await opening.openAll();
    await opening.openProfile('a');
    await opening.openProfile('b');
    expect(order.filter((each) => each !== 'stop looking')).toEqual(['store', 'open a', 'close a', 'open b']);
    expect(chosen).toEqual(['a', 'b']);
  });

  it('shows nothing of the profile before when the next can’t be opened, and does not remember it', async () => {
    const { opening, broken, chosen } = setUp();
    await opening.openAll();
    await opening.openProfile('a');
    broken.session = true;
    expect(await opening.openProfile('b')).toMatchObject({ ok: false, error: { code: 'storage' } });
    expect([opening.profile(), opening.session(), chosen]).toEqual([null, null, ['a']]);
  });

  it('says how many payouts were unknown at opening, until they were seen or the profile is left', async () => {
    const { opening } = setUp();
    await opening.openAll();
    await opening.openProfile('a');
    expect(opening.unknownAtOpening()).toBe(2);
    opening.sawUnknown();
    expect(opening.unknownAtOpening()).toBe(0);
    await opening.openProfile('a');
    expect(opening.unknownAtOpening()).toBe(2);
    await opening.closeSession();
    expect(opening.unknownAtOpening()).toBe(0);
  });

  it('says why the store is shut until it opens', async () => {
    const { opening, broken } = setUp();
    broken.store = true;
    expect((await opening.openAll()).ok).toBe(false);
    expect(opening.problem()).toBe('Damaged. Restore.');
    broken.store = false;
    expect((await opening.openAll()).ok).toBe(true);
    expect(opening.problem()).toBeNull();
  });

  it('says why the profile used last can\u2019t be read or written, and opens it once that is over', async () => {
    const { opening, broken } = setUp(['a'], 'a');
    broken.session = true;
    expect((await opening.openAll()).ok).toBe(false);
    expect(opening.problem()).toBe('Damaged. Restore.');
    broken.session = false;
    expect((await opening.openAll()).ok).toBe(true);
    expect([opening.problem(), opening.profile()?.id]).toEqual([null, 'a']);
  });

  it('reads again only the description of the profile that is open', async () => {
    const { opening, rename } = setUp();
    await opening.openAll();
    await opening.openProfile('a');
    rename('second name');
    await opening.redescribe('b');
    expect(opening.profile()?.name).toBe('first name');
    await opening.redescribe('a');
    expect(opening.profile()?.name).toBe('second name');
  });

  it('closes the session before the store, and nothing twice', async () => {
    const { opening, order } = setUp(['a'], 'a');
    await opening.openAll();
    order.length = 0;
    await opening.closeAll();
    await opening.closeAll();
    expect(order.filter((each) => each !== 'stop looking')).toEqual(['close a', 'close store']);
    expect([opening.session(), opening.profile()]).toEqual([null, null]);
  });
});
