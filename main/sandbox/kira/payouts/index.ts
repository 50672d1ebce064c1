import type { Hono } from 'hono';
import type { Control } from '../../controls/control.ts';
import type { Task } from '../../scheduler.ts';
import type { World } from '../../world.ts';
import { authenticated } from '../auth.ts';
import { openRoute, route } from '../call.ts';
import type { KiraEnv } from '../web.ts';
import { payoutControls } from './controls.ts';
import { createPayout } from './create.ts';
import { advancePayout, expireWallet } from './life.ts';
import { previewPayout } from './preview.ts';
import { getPayout, listPayouts } from './reads.ts';
import { sendCode } from './send-code.ts';

const CODE_PATH = '/verification/send';

/** Adds the routes of codes, previews and payouts. */
export function mountPayouts(app: Hono<KiraEnv>, world: World): void {
  const gate = authenticated(world);
  app.use(CODE_PATH, (c, next) => (world.state.kira.settings.code.require_auth ? gate(c, next) : next()));
  openRoute(app, world, 'POST', CODE_PATH, sendCode);
  route(app, world, 'POST', '/v1/virtual-accounts/:id/payout/preview', previewPayout);
  route(app, world, 'POST', '/v1/virtual-accounts/:id/payout', createPayout);
  route(app, world, 'GET', '/v1/payouts', listPayouts);
  route(app, world, 'GET', '/v1/payouts/:id', getPayout);
}

/** Does what is due for a payout: tasks of kind `kira-payout-step` and `kira-wallet-expiry`. */
export function runKiraTask(world: World, task: Task): void {
  if (task.kind === 'kira-payout-step') advancePayout(world, task.subject, task.due_ms);
  if (task.kind === 'kira-wallet-expiry') expireWallet(world, task.subject, task.due_ms);
}

/** Adds the controls over codes, payouts and deposits; their paths begin with `kira/`. */
export function mountPayoutControls(controls: Control[], _world: World): void {
  controls.push(...payoutControls);
}
