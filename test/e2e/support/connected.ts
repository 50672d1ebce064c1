import { expect, vi } from 'vitest';
import type { Payout } from '../../../preload/contract/payouts.ts';
import { connectDesk, connectKira, good, openDesk, type Desk } from './desk.ts';
import { startProvider, type TestProvider } from './provider.ts';

/** A desk with a profile on a provider of the test's own, and what nearly every test asks of them. */
export type ConnectedDesk = {
  readonly desk: Desk;
  readonly provider: TestProvider;
  readonly payoutOf: (id: string) => Promise<Payout>;
  /** Waits until a payout is in one of these states; `look` has the provider asked before each look. */
  readonly until: (id: string, states: readonly Payout['state'][], look?: boolean) => Promise<Payout>;
  /** Ends the process as a power cut would, and starts it again on the same folder. */
  readonly killAndStart: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Where a payout stands that the provider has taken. */
export const arrivedStates = ['accepted', 'processing', 'completed'] as const satisfies readonly Payout['state'][];

/** A desk at Blaaiz. Payouts leave at once unless `takeBackSeconds` says otherwise; null leaves the time as it comes. */
export const openBlaaizDesk = (takeBackSeconds: number | null = 0): Promise<ConnectedDesk> => open(connectDesk, takeBackSeconds);

/** A desk at Kira. Payouts leave at once unless `takeBackSeconds` says otherwise. */
export const openKiraDesk = (takeBackSeconds = 0): Promise<ConnectedDesk> => open((desk, provider) => connectKira(desk, provider), takeBackSeconds);

async function open(connect: (desk: Desk, provider: TestProvider) => Promise<void>, takeBackSeconds: number | null): Promise<ConnectedDesk> {
  const provider = await startProvider();
  const desk = await openDesk();
  const close = async () => {
    await desk.close();
    await provider.close();
  };
  try {
    await connect(desk, provider);
    if (takeBackSeconds !== null) good(await desk.ask('app.savePreferences', { takeBackSeconds }));
  } catch (error) {
    await close();
    throw error;
  }
  return { desk, provider, close, ...reading(desk) };
}

function reading(desk: Desk): Pick<ConnectedDesk, 'payoutOf' | 'until' | 'killAndStart'> {
  const payoutOf = async (id: string) => good(await desk.ask('payouts.get', { id }));
  return {
    payoutOf,
    until: (id, states, look = false) => vi.waitFor(async () => {
      if (look && !states.includes((await payoutOf(id)).state)) await desk.ask('payouts.check', { id });
      const payout = await payoutOf(id);
      expect(states).toContain(payout.state);
      return payout;
    }, { timeout: 30_000, interval: 150 }),
    killAndStart: async () => {
      await desk.app().kill();
      await desk.startAgain();
    },
  };
}
