import { Refusal } from '../../errors.ts';
import type { World } from '../../world.ts';
import type { KiraCall } from '../call.ts';
import type { VirtualAccount } from '../model.ts';
import { e2 } from '../respond.ts';
import { takeCode } from './code.ts';

const CHECKER_DOWN_CENTS = 7;
const tripped = new WeakMap<World, Set<string>>();

/** Takes the one-time code of a fiat payout, which is used up from then on whatever comes after (Kira guide: Payouts, one-time codes); crypto and the
 *  newest version ask for none. Amounts ending in .07 find the checker down once a key. */
export function authorise(call: KiraCall, account: VirtualAccount, amount: number): void {
  const { world, profile } = call;
  const { code: state, settings } = world.state.kira;
  if (account.mode !== 'fiat' || profile === 'G3' || !settings.code.required) return;
  const given = call.header('x-validation-header');
  if (given === undefined) throw new Refusal(e2('VALIDATION_REQUIRED', 'OTP validation is required for fiat payouts', 400));
  if (amount % 100 === CHECKER_DOWN_CENTS && firstTime(world, call.header('idempotency-key') ?? '')) {
    throw new Refusal(e2('OTP_VERIFICATION_ERROR', 'Could not verify the OTP code', 500));
  }
  const { ok, ...left } = takeCode(state, settings.code, given, world.clock.now());
  if (!ok) throw new Refusal(e2('OTP_INVALID', 'Invalid OTP code', 401, left));
}

function firstTime(world: World, key: string): boolean {
  const seen = tripped.get(world) ?? new Set<string>();
  tripped.set(world, seen);
  const first = !seen.has(key);
  seen.add(key);
  return first;
}
