import { describe, expect, it } from 'vitest';
import { createPacedHttp } from '../../../../main/providers/kira/pace.ts';
import type { Http, HttpRequest } from '../../../../main/providers/http-types.ts';
import { ok } from '../../../../preload/contract/result.ts';
import { createRig } from '../support/deps.ts';

const request = (kind: HttpRequest['kind'], route = '/x'): HttpRequest => ({ kind, method: 'GET', url: 'https://kira.test', route });

/** A line whose requests end when told. */
function heldLine() {
  const rig = createRig();
  const running: { readonly route: string; readonly at: number; readonly end: () => void }[] = [];
  const http: Http = {
    request: (one) => new Promise((resolve) => {
      running.push({ route: one.route, at: rig.now, end: () => { resolve(ok({ status: 200, headers: new Headers(), text: '', json: undefined })); } });
    }),
    budget: () => ({ remaining: 1, limit: 1, resetAt: null, told: false }), close: () => undefined,
  };
  return { rig, running, paced: createPacedHttp(http, rig.deps) };
}
const settle = () => new Promise((resolve) => { setImmediate(resolve); });

describe('the pace', () => {
  it('lets two reads through at once, the others in their order', async () => {
    const { paced, running } = heldLine();
    const all = ['/a', '/b', '/c', '/d'].map((route) => paced.request(request('read', route)));
    await settle();
    expect(running.map((one) => one.route)).toEqual(['/a', '/b']);
    running[1]?.end();
    await settle();
    expect(running.map((one) => one.route)).toEqual(['/a', '/b', '/c']);
    for (let i = 0; i < 4; i++) { running[i]?.end(); await settle(); }
    expect((await Promise.all(all)).every((one) => one.ok)).toBe(true);
  });

  it('C23: begins at most five requests in any second', async () => {
    const sleepers: { readonly until: number; readonly wake: () => void }[] = [];
    const clock = { now: 0 };
    const starts: number[] = [];
    const http: Http = {
      request: () => { starts.push(clock.now); return Promise.resolve(ok({ status: 200, headers: new Headers(), text: '', json: undefined })); },
      budget: () => ({ remaining: 1, limit: 1, resetAt: null, told: false }), close: () => undefined,
    };
    const paced = createPacedHttp(http, { clock: () => clock.now, sleep: (ms) => new Promise((wake) => { sleepers.push({ until: clock.now + ms, wake }); }) });
    const all = Array.from({ length: 12 }, () => paced.request(request('write')));
    for (; starts.length < 12; clock.now += 100) {
      for (const sleeper of sleepers.filter((one) => one.until <= clock.now)) sleeper.wake();
      await settle();
    }
    await Promise.all(all);
    expect(starts).toEqual([0, 0, 0, 0, 0, 1000, 1000, 1000, 1000, 1000, 2000, 2000]);
  });

  it('never keeps a payout waiting, even behind reads', async () => {
    const { paced, running, rig } = heldLine();
    for (let i = 0; i < 8; i++) void paced.request(request('read'));
    await settle();
    void paced.request(request('money', '/payout'));
    await settle();
    expect(running.at(-1)?.route).toBe('/payout');
    expect(rig.slept).toEqual([]);
  });
});
