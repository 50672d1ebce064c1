import { expect, test } from 'vitest';
import { buildWorld } from '../../../../main/sandbox/assemble.ts';
import { fingerprint, inTurn, keep, replayed } from '../../../../main/sandbox/kira/idempotency.ts';

const request = { method: 'POST', path: '/v1/x', key: 'k', bodyText: '{"a":1,"b":{"c":2,"d":3}}' };

function rig() {
  const now = { ms: 0 };
  return { now, world: buildWorld({ clock: () => now.ms }).world };
}

test('an answer is repeated for a day, to the same method and path, whatever the order of the body’s keys', () => {
  const { now, world } = rig();
  expect(replayed(world, request)).toEqual({ kind: 'fresh' });
  keep(world, request, 201, '{"id":1}');
  expect(replayed(world, { ...request, bodyText: '{ "b": {"d":3,"c":2}, "a":1 }' })).toEqual({ kind: 'replay', status: 201, body: '{"id":1}' });
  expect(replayed(world, { ...request, bodyText: '{"a":2}' })).toEqual({ kind: 'conflict' });
  for (const other of [{ path: '/v1/y' }, { method: 'PUT' }, { key: 'l' }]) expect(replayed(world, { ...request, ...other })).toEqual({ kind: 'fresh' });
  now.ms = 86_400_000 - 1;
  expect(replayed(world, request).kind).toBe('replay');
  now.ms = 86_400_000;
  expect(replayed(world, request).kind).toBe('fresh');
});

test.each([[200, true], [201, true], [202, true], [409, true], [422, true], [400, false], [401, false], [404, false], [500, false]])('keeps an answer of %i: %s', (status, kept) => {
  const { world } = rig();
  keep(world, request, status, '{}');
  expect(replayed(world, request).kind === 'replay').toBe(kept);
});

test('a body that is no JSON is told apart by its text', () => {
  expect(fingerprint('{"a":')).not.toBe(fingerprint('{"b":'));
  expect(fingerprint('{"a":1,"b":2}')).toBe(fingerprint('{"b":2,"a":1}'));
  expect(fingerprint('[1,2]')).not.toBe(fingerprint('[2,1]'));
});

test('tasks of one name take turns, even after one that failed; others don’t wait', async () => {
  const { world } = rig();
  const order: string[] = [];
  let open = (): void => undefined;
  const first = inTurn(world, 'a', async () => {
    await new Promise<void>((resolve) => { open = resolve; });
    order.push('first');
    throw new Error('no');
  });
  const second = inTurn(world, 'a', () => order.push('second'));
  await inTurn(world, 'b', () => order.push('other'));
  open();
  await expect(first).rejects.toThrow('no');
  await second;
  expect(order).toEqual(['other', 'first', 'second']);
});
