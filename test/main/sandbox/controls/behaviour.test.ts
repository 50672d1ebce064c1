import { expect, test } from 'vitest';
import { bench } from '../client.ts';

test('settings change one by one, and a wrong one changes none', async () => {
  const at = await bench();
  const before = (await at.control('GET', 'settings')).body;
  expect((await at.control('POST', 'settings', { payout_seconds: 7 })).body).toEqual({ ...before, payout_seconds: 7 });
  for (const wrong of [{ payout_seconds: -1, rate_limit: 5 }, { automatic: 'maybe' }, { rate_limit: 1.5 }]) expect((await at.control('POST', 'settings', wrong)).status).toBe(422);
  expect((await at.control('GET', 'settings')).body).toEqual({ ...before, payout_seconds: 7 });
});

test('a fault gets its defaults from its kind, can be looked at, and cleared', async () => {
  const at = await bench();
  await at.control('POST', 'faults', { kind: 'truncated', path: '/api', method: 'post' });
  await at.control('POST', 'faults', { kind: '500', path: '/api', commit: true, times: 3 });
  expect((await at.control('GET', 'faults')).body).toEqual([
    { kind: 'truncated', path: '/api', method: 'POST', times: 1, skip: 0, commit: true, retryAfter: null, dripMs: 50 },
    { kind: '500', path: '/api', method: '*', times: 3, skip: 0, commit: true, retryAfter: null, dripMs: 50 },
  ]);
  await at.control('DELETE', 'faults');
  expect((await at.control('GET', 'faults')).body).toEqual([]);
  for (const wrong of [{ kind: 'earthquake', path: '/' }, { kind: '500', path: 'api' }, { kind: '500', path: '/', times: 0 }]) expect((await at.control('POST', 'faults', wrong)).status).toBe(422);
});

test('time is skipped forwards only', async () => {
  const at = await bench();
  await at.skip(1.5);
  expect((await at.control('POST', 'clock', { skip_seconds: -10 })).status).toBe(422);
  expect((await at.control('GET', 'clock')).body).toEqual({ now: '2026-05-04T09:30:01.500000Z' });
});
