import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Payout } from '../../../preload/contract/payouts.ts';
import { person } from '../../e2e/support/people.ts';
import { startProvider, type TestProvider } from '../../e2e/support/provider.ts';
import { readyPayout, send, verifiedCustomer } from '../../e2e/support/ready-payout.ts';
import { codeOf, good, setUp } from '../rig/asked.ts';
import { smallDiskFor } from '../rig/needs.ts';
import { createRig } from '../rig/rig.ts';
import type { AppUnderFire, Rig, SmallDisk } from '../under-fire.ts';
import { deskOf } from './desk.ts';

let rig: Rig;
let provider: TestProvider;
let disk: SmallDisk;

beforeEach(async (context) => {
  rig = await createRig();
  disk = smallDiskFor(context, rig, 24 * 1024 * 1024);
  provider = await startProvider();
});
afterEach(async () => {
  disk.remove();
  await provider.close();
});

const started = async ({ folder }: SmallDisk): Promise<{ app: AppUnderFire; payout: Payout }> => {
  const app = await rig.start({ folder });
  await setUp(app, provider.url, provider);
  good(await app.ask('app.savePreferences', { takeBackSeconds: 0, idleLockMinutes: 60 }));
  return { app, payout: await readyPayout(deskOf(app), await verifiedCustomer(deskOf(app), provider)) };
};

async function sendOnce(app: AppUnderFire, { id }: Payout) {
  const { revision, price } = good(await app.ask('payouts.get', { id }));
  if (!price) throw new Error('A ready payout has a price');
  return app.ask('payouts.send', { id, revision, accepted: price, code: null });
}

/** Takes what little room is left, as another program would. */
async function fillToTheBrim(app: AppUnderFire, full: SmallDisk): Promise<void> {
  full.fill();
  const codes = new Set<string>();
  for (let number = 0; number < 400; number += 1) {
    codes.add(codeOf(await app.ask('customers.save', { id: null, fields: person(`Nr${number}`, 'Tight') })));
    if (codes.has('storage')) return;
  }
  throw new Error(`The disk never ran full: ${[...codes].join()}`);
}

const stateOf = async (app: AppUnderFire, { id }: Payout) => good(await app.ask('payouts.get', { id })).state;
/** What the provider said of its allowance with its last reply: another number tells that a reply has come. */
const requestsLeft = async (app: AppUnderFire) => good(await app.ask('app.state', {})).connection.budget?.remaining;

const arrived = (app: AppUnderFire, payout: Payout) => vi.waitFor(async () => {
  if ((await stateOf(app, payout)) === 'unknown') await app.ask('payouts.look', { id: payout.id });
  expect(['accepted', 'processing', 'completed']).toContain(await stateOf(app, payout));
});

describe('a disk that is full', () => {
  it('keeps a payout from leaving that could not be written down, says so, and lets it leave once there is room', async () => {
    const { app, payout } = await started(disk);
    await fillToTheBrim(app, disk);
    expect(await sendOnce(app, payout)).toMatchObject({ ok: false, error: { code: 'storage', message: 'The disk is full, so nothing was saved.' } });
    expect(await stateOf(app, payout)).toBe('ready');
    expect(await provider.payoutsInLedger()).toEqual([]);
    disk.free();
    await send(deskOf(app), payout);
    await vi.waitFor(async () => { expect(await provider.payoutsInLedger()).toHaveLength(1); });
    await app.kill();
  });

  it('loses no payout that left before the disk ran full: its outcome is found afterwards, and it left once', async () => {
    const { app, payout } = await started(disk);
    await provider.control('faults', { kind: 'timeout-after-commit', path: '/api/external/payout', method: 'POST', times: 1 });
    await send(deskOf(app), payout);
    await vi.waitFor(async () => { expect(await provider.payoutsInLedger()).toHaveLength(1); });
    await fillToTheBrim(app, disk);
    await app.kill();
    const onFull = await rig.start({ folder: disk.folder });
    // What can't be opened says why and is never taken for a fresh start; the screen that says it has "Try again".
    expect(good(await onFull.ask('app.state', {}))).toMatchObject({ phase: 'broken', problem: expect.stringContaining('The disk is full') });
    expect(codeOf(await onFull.ask('vault.unlock', {}))).toBe('storage');
    expect(good(await onFull.ask('app.state', {})).phase).toBe('broken');
    disk.free();
    good(await onFull.ask('vault.unlock', {}));
    await arrived(onFull, payout);
    expect(good(await onFull.ask('app.state', {}))).toMatchObject({ phase: 'ready', problem: null });
    expect(await provider.payoutsInLedger()).toHaveLength(1);
    await onFull.kill();
  });

  it('finds the outcome of a payout whose answer could not be written down, with no restart', async () => {
    const { app, payout } = await started(disk);
    await provider.control('faults', { kind: 'latency', path: '/api/external/payout', method: 'POST', times: 1, drip_ms: 1_500 });
    await send(deskOf(app), payout);
    await vi.waitFor(async () => { expect(await stateOf(app, payout)).toBe('sending'); });
    const before = await requestsLeft(app);
    await fillToTheBrim(app, disk);
    await vi.waitFor(async () => { expect(await provider.payoutsInLedger()).toHaveLength(1); });
    await vi.waitFor(async () => { expect(await requestsLeft(app)).not.toBe(before); });
    // The reply is in; a few questions later it has been dealt with.
    for (let turn = 0; turn < 20; turn += 1) await requestsLeft(app);
    disk.free();
    // Every half minute a payout that nothing works on any more is missed, and looked for.
    let ahead = 0;
    await vi.waitFor(async () => {
      await app.setClock(ahead += 40_000);
      expect(await stateOf(app, payout)).not.toBe('sending');
    });
    await arrived(app, payout);
    expect(JSON.stringify(good(await app.ask('payouts.get', { id: payout.id })).timeline)).toContain('The answer could not be written down');
    expect(await provider.payoutsInLedger()).toHaveLength(1);
    await app.kill();
  });
});
