import { expect, it } from 'vitest';
import { createSequence } from '../../../main/session/sequence.ts';

it('runs steps one after the other, gives each its own answer, and goes on after a failure', async () => {
  const inOrder = createSequence();
  const seen: string[] = [];
  const gate = Promise.withResolvers<void>();
  const first = inOrder(async () => { await gate.promise; seen.push('first'); return 1; });
  const second = inOrder(async () => { seen.push('second'); throw new Error('no'); });
  const third = inOrder(async () => { seen.push('third'); return 3; });
  await Promise.resolve();
  expect(seen).toEqual([]);
  gate.resolve();
  expect(await Promise.allSettled([first, second, third])).toMatchObject([{ value: 1 }, { status: 'rejected', reason: { message: 'no' } }, { value: 3 }]);
  expect(seen).toEqual(['first', 'second', 'third']);
});
