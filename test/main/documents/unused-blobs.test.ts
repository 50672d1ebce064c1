import { describe, expect, it } from 'vitest';
import { removeUnused } from '../../../main/documents/unused-blobs.ts';
import { createSequence } from '../../../main/session/sequence.ts';
import { appError } from '../../../preload/contract/errors.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import type { Blobs } from '../../../main/store/blobs.ts';
import type { DocumentRows } from '../../../main/store/documents.ts';

function setUp(used: readonly string[], stuck: readonly string[] = []) {
  const removed: string[] = [];
  const needed = new Set(used);
  const blobs = { remove: async (hash: string) => { removed.push(hash); return stuck.includes(hash) ? fail(appError('storage', 'busy')) : ok(undefined); } } as unknown as Blobs;
  const documents = { refersTo: (hash: string) => needed.has(hash) } as DocumentRows;
  return { removed, needed, deps: { blobs, documents, inTurn: createSequence() } };
}

describe('removing files nobody refers to', () => {
  it('spares what some document still needs, and asks once for each', async () => {
    const { deps, removed } = setUp(['kept']);
    await removeUnused(deps, ['a', 'kept', 'a', 'b']);
    expect(removed).toEqual(['a', 'b']);
  });

  it('goes on past one that can’t be removed', async () => {
    const { deps, removed } = setUp([], ['a']);
    await removeUnused(deps, ['a', 'b']);
    expect(removed).toEqual(['a', 'b']);
  });

  it('looks only when its turn has come: a file added meanwhile stays', async () => {
    const { deps, removed, needed } = setUp([]);
    const adding = deps.inTurn(async () => { await Promise.resolve(); needed.add('a'); });
    await Promise.all([adding, removeUnused(deps, ['a'])]);
    expect(removed).toEqual([]);
  });
});
