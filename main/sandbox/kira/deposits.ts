import type { Hono } from 'hono';
import { ok, Refusal, type Reply } from '../errors.ts';
import type { World } from '../world.ts';
import { accountOf } from './accounts.ts';
import { type KiraCall, route } from './call.ts';
import { depositView } from './deposit-view.ts';
import type { AccountDeposit } from './model.ts';
import { byPage, clamped } from './paging.ts';
import { e2 } from './respond.ts';
import { simulateDeposit } from './simulate.ts';
import type { KiraEnv } from './web.ts';

const DAY_MS = 86_400_000;

/** Adds what came into the accounts (Kira guide: Deposits), and the way to make something come in. */
export function mountDeposits(app: Hono<KiraEnv>, world: World): void {
  route(app, world, 'GET', '/v1/virtual-accounts/deposits', listAll);
  route(app, world, 'GET', '/v1/virtual-accounts/:account/deposits', (call) => {
    const account = accountOf(call);
    const own = newestFirst(world).filter((one) => one.virtual_account_id === account.id);
    return ok(clamped(own, call.query('limit'), call.query('offset')).map((one) => depositView(one, account)));
  });
  route(app, world, 'GET', '/v1/virtual-accounts/:account/deposits/:deposit', one);
  route(app, world, 'POST', '/v1/virtual-accounts/:account/simulate-deposit', (call) => simulateDeposit(call, accountOf(call)));
}

function one(call: KiraCall): Reply {
  const account = accountOf(call);
  const found = call.world.state.kira.deposits.find((deposit) => deposit.id === call.param('deposit') && deposit.virtual_account_id === account.id);
  return found ? ok(depositView(found, account)) : e2('not_found', `Deposit with ID ${call.param('deposit')} not found`, 404);
}

function listAll(call: KiraCall): Reply {
  const { accounts } = call.world.state.kira;
  const from = moment(call, 'from_date', 0) ?? -Infinity;
  const to = moment(call, 'to_date', DAY_MS - 1) ?? Infinity;
  const wants = (name: string, value: string): boolean => (call.query(name) ?? value).toLowerCase() === value.toLowerCase();
  const found = newestFirst(call.world).filter((deposit) => wants('status', deposit.status) && wants('virtual_account_id', deposit.virtual_account_id)
    && deposit.created_ms >= from && deposit.created_ms <= to);
  const { rows, facts } = byPage(found, call.query('limit'), call.query('page'));
  const deposits = rows.map((deposit) => depositView(deposit, accounts.find((account) => account.id === deposit.virtual_account_id)));
  return ok({ deposits, ...facts });
}

function newestFirst(world: World): AccountDeposit[] {
  return world.state.kira.deposits.toReversed();
}

// A day alone means its beginning, or its end when it is the last one wanted.
function moment(call: KiraCall, name: string, dayMs: number): number | undefined {
  const text = call.query(name);
  if (text === undefined) return undefined;
  const parsed = Date.parse(text);
  if (Number.isNaN(parsed)) throw new Refusal(e2('validation_error', `${name} must be a date`, 400));
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? parsed + dayMs : parsed;
}
