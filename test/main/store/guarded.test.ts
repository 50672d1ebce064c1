import { describe, expect, it } from 'vitest';
import { guarded } from '../../../main/store/guarded.ts';
import { ok } from '../../../preload/contract/result.ts';
import { memoryStore } from './open.ts';

describe('work on the store', () => {
  it('gives what it comes to, and doesn\u2019t begin on a closed store', async () => {
    const store = memoryStore();
    expect(await guarded(store, () => ok(1))).toEqual(ok(1));
    store.close();
    expect(await guarded(store, () => { throw new Error('began'); })).toMatchObject({ ok: false, error: { code: 'locked' } });
  });

  it('that a lock interrupts is an error for people, and so is what the disk refuses', async () => {
    const store = memoryStore();
    store.run('PRAGMA max_page_count = 1');
    const fill = () => {
      store.run('CREATE TABLE bulk (bytes BLOB)');
      for (let row = 0; row < 100; row += 1) store.run('INSERT INTO bulk VALUES (zeroblob(100000))');
      return ok(null);
    };
    expect(await guarded(store, fill)).toMatchObject({ ok: false, error: { code: 'storage' } });
    const interrupted = guarded(store, async () => {
      await Promise.resolve();
      store.run('DELETE FROM kept_values');
      return ok(null);
    });
    store.close();
    expect(await interrupted).toMatchObject({ ok: false, error: { code: 'locked' } });
  });

  it('that is a bug stays one', async () => {
    await expect(guarded(memoryStore(), () => { throw new TypeError('bug'); })).rejects.toThrow('bug');
  });
});
