import type { Hono } from 'hono';
import type { Control } from '../../controls/control.ts';
import type { Task } from '../../scheduler.ts';
import type { World } from '../../world.ts';
import type { KiraEnv } from '../web.ts';

/** Adds the routes of codes, previews and payouts. */
export function mountPayouts(_app: Hono<KiraEnv>, _world: World): void {}

/** Does what is due for a payout: tasks of kind `kira-payout-step` and `kira-wallet-expiry`. */
export function runKiraTask(_world: World, _task: Task): void {}

/** Adds the controls over codes, payouts and deposits; their paths begin with `kira/`. */
export function mountPayoutControls(_controls: Control[], _world: World): void {}
