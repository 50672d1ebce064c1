import type { Request } from '../../../../preload/contract/api.ts';
import type { PayoutDraft } from '../../../../preload/contract/payouts.ts';
import { readyState } from '../../fake/app-state.ts';
import { sampleKiraPayouts } from '../../fake/kira-payouts.ts';
import { kiraPractice, kiraProfile } from '../../fake/kira-profiles.ts';
import { requestsOf, type FakeOptions } from '../../fake-bursar.ts';
import type { World } from '../../fake/world.ts';
import { start, type Stage } from '../../stage.tsx';

/** Starts the app at a Kira desk with its sample payouts. */
export function startKira(hash: string, { world, handlers }: FakeOptions = {}, practice = false): Stage {
  const now = Date.now();
  const state = { ...readyState(now), profile: practice ? kiraPractice : kiraProfile };
  return start(hash, { world: { state, profiles: [kiraProfile, kiraPractice], payouts: sampleKiraPayouts(now), customers: [], ...world }, ...(handlers ? { handlers } : {}) });
}

/** The draft that was saved last. */
export function savedDraft(world: World): PayoutDraft | undefined {
  return (requestsOf(world, 'payouts.save').at(-1) as Request<'payouts.save'> | undefined)?.draft;
}
