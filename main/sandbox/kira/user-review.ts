import { scaled, type World } from '../world.ts';
import { announceKira } from './events.ts';
import type { KiraUser } from './model.ts';

const rejected = ['111111111', '111111113'];
const reviewed: Readonly<Record<string, string>> = { 222221006: 'REJECTED', 222221005: 'VERIFIED' };

/** Decides about a complete company by its EIN, as the newest sandbox does: some are refused, some are looked at first, the others are fine. */
export function firstDecision(world: World, user: KiraUser): void {
  const ein = String(user.fields['ein']);
  if (reviewed[ein] === undefined) {
    setUserStatus(world, user, rejected.includes(ein) ? 'REJECTED' : 'VERIFIED', ein === '111111113' ? ['registered_address could not be verified'] : ['application declined']);
    return;
  }
  setUserStatus(world, user, 'REVIEW');
  world.scheduler.plan('kira-decide-user', user.id, scaled(world, world.state.kira.settings.activation_seconds));
}

/** Ends a review that was begun by the first decision. */
export function lastDecision(world: World, id: string): void {
  const user = world.state.kira.users.find((one) => one.id === id);
  const status = reviewed[String(user?.fields['ein'])];
  if (user?.status === 'REVIEW' && status !== undefined) setUserStatus(world, user, status);
}

/** Gives a customer a status and announces it; why somebody was refused is told by the announcement alone (Kira guide: Webhooks). */
export function setUserStatus(world: World, user: KiraUser, status: string, reasons: readonly string[] = ['application declined']): void {
  const before = user.status;
  user.status = status;
  user.updated_ms = world.clock.now();
  announceKira(world, 'user.status_changed', { user_id: user.id, previous_status: before, new_status: status });
  if (status === 'VERIFIED') announceKira(world, 'user.verification.accepted', { user_id: user.id, status });
  if (status === 'REJECTED') announceKira(world, 'user.verification.failed', { user_id: user.id, status, reasons });
}
