import { onTestFinished } from 'vitest';
import { createAway, type AwayDesk } from '../../../main/away/away.ts';
import type { KeptDocument } from '../../../main/away/ports.ts';
import { ok, type Result } from '../../../preload/contract/result.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import type { AwaySheet } from '../../../preload/contract/away.ts';
import { expectOk, openDesk, type TestDesk } from '../payouts/desk.ts';
import { settle } from '../payouts/fake-time.ts';

/** A minute in ms. */
export const minute = 60_000;

/** The sheet of changes over a payout desk with a real store; everything around it is in the test's hands. */
export type AwayRig = {
  readonly payouts: TestDesk;
  readonly away: () => AwayDesk;
  readonly document: { value: KeptDocument | null };
  /** What the look at a customer answers, and what it finds out. */
  readonly customer: { answer: Result<unknown, AppError>; finds: () => void };
  /** The line breaks and comes back after `ms`; what is read then is done when this is. */
  gone(ms: number, meanwhile?: () => void): Promise<void>;
  sheet(): Promise<AwaySheet>;
  /** The process ends and begins anew. */
  restart(): void;
};

/** Opens an {@link AwayRig} on a fresh file. */
export function awayRig(): AwayRig {
  const payouts = openDesk();
  const document: AwayRig['document'] = { value: { name: 'Northgate Studio', expires: '2030-01-01' } };
  const customer: AwayRig['customer'] = { answer: ok(null), finds: () => undefined };
  const make = () => createAway({
    store: payouts.db(), profileId: 'profile-1', clock: payouts.time.clock, timers: payouts.time.timers, actor: () => 'Femke Osei', notify: () => undefined,
    provider: 'Blaaiz', stakes: payouts.desk().stakes, documentOf: () => Promise.resolve(document.value), refreshRecipients: null,
    refreshCustomer: () => {
      customer.finds();
      return Promise.resolve(customer.answer);
    },
  });
  let away = make();
  onTestFinished(async () => {
    await away.pause();
    payouts.close();
  });
  const gone = async (ms: number, meanwhile: () => void = () => undefined) => {
    away.reached(false);
    payouts.time.jump(ms);
    meanwhile();
    away.reached(true);
    await read(away);
  };
  return {
    payouts, document, customer, gone, away: () => away,
    sheet: async () => expectOk(await away.handlers['away.sheet']({})),
    restart: () => {
      payouts.crash();
      away = make();
    },
  };
}

/** Waits for what is being read: the code for it is loaded on first use. */
export async function read(away: AwayDesk): Promise<void> {
  await import('../../../main/away/sheet.ts');
  for (let round = 0; round < 40; round += 1) await settle();
  await away.handlers['away.sheet']({});
}
