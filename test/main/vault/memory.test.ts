import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../../main/vault/memory.ts';
import { ok } from '../../../preload/contract/result.ts';

describe('the store in memory', () => {
  it('keeps, replaces and removes, and is content to remove what is not there', async () => {
    const store = createMemoryStore();
    expect(await store.get('S', 'a')).toEqual(ok(null));
    await store.set('S', 'a', 'one');
    await store.set('S', 'a', 'two');
    expect(await store.get('S', 'a')).toEqual(ok('two'));
    expect(await store.remove('S', 'a')).toEqual(ok(undefined));
    expect(await store.remove('S', 'a')).toEqual(ok(undefined));
    expect(await store.get('S', 'a')).toEqual(ok(null));
  });

  it('never mixes up names, wherever their parts begin', async () => {
    const store = createMemoryStore();
    await store.set('a/b', 'c', 'one');
    await store.set('a', 'b/c', 'two');
    await store.set('a","b', 'c', 'three');
    expect(await store.get('a/b', 'c')).toEqual(ok('one'));
    expect(await store.get('a', 'b/c')).toEqual(ok('two'));
    expect(await store.get('a', 'b","c')).toEqual(ok(null));
  });

  it('keeps an empty secret apart from none, and forgets all when cleared', async () => {
    const store = createMemoryStore();
    await store.set('S', 'a', '');
    expect(await store.get('S', 'a')).toEqual(ok(''));
    store.clear();
    expect(await store.get('S', 'a')).toEqual(ok(null));
    expect(await createMemoryStore().get('S', 'a')).toEqual(ok(null));
  });
});
