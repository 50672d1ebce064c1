import type { Hono } from 'hono';
import { created, ok, Refusal, type Reply } from '../errors.ts';
import type { World } from '../world.ts';
import { planActivation } from './accounts-life.ts';
import { readAccount } from './account-fields.ts';
import { accountRow, accountView, statusWord } from './account-view.ts';
import { type KiraCall, route } from './call.ts';
import { type KeyWords, once } from './idempotency.ts';
import type { KiraUser, VirtualAccount } from './model.ts';
import { centsText } from './money.ts';
import { byOffset } from './paging.ts';
import { e2, e7 } from './respond.ts';
import { userOf } from './users.ts';
import type { KiraEnv } from './web.ts';

const keyWords: KeyWords = {
  unusable: (why) => e2('validation_error', why === 'Required' ? 'Idempotency key is required' : 'Idempotency key must be a UUID', 400),
  reused: () => e2('idempotency_key_reused', 'Idempotency key was already used with a different request body', 409),
};

/** Adds the accounts that payouts leave from (Kira guide: Virtual accounts). There is no way to close one. */
export function mountAccounts(app: Hono<KiraEnv>, world: World): void {
  route(app, world, 'POST', '/v1/virtual-accounts', (call) => once(call, keyWords, () => create(call)));
  route(app, world, 'GET', '/v1/virtual-accounts', list);
  route(app, world, 'GET', '/v1/virtual-accounts/:account', (call) => ok(accountView(accountOf(call), call.profile)));
  route(app, world, 'GET', '/v1/virtual-accounts/:account/balance', balance);
  route(app, world, 'GET', '/v1/users/:user/virtual-accounts', (call) => {
    const user = userOf(call);
    return ok(world.state.kira.accounts.filter((one) => one.user_id === user.id).map((one) => accountView(one, call.profile)));
  });
}

/** The account named in the path, or the 404. */
export function accountOf(call: KiraCall): VirtualAccount {
  const id = call.param('account');
  const found = call.world.state.kira.accounts.find((one) => one.id === id);
  if (!found) throw new Refusal(e7(call.world, `Virtual account ${id} not found`, 404));
  return found;
}

function create(call: KiraCall): Reply {
  const { world, profile } = call;
  const order = readAccount(world, profile, call.body);
  const owner = ownerOf(world, order.userId);
  const act = order.bank === 'austin_capital_trust' && world.state.kira.accounts.some((one) => one.user_id === owner.id && one.bank === order.bank);
  if (act) return e7(world, 'ACT account already exists', 409);
  const account = opened(world, order, owner);
  world.state.kira.accounts.push(account);
  planActivation(world, account);
  return created(accountView(account, profile));
}

function ownerOf(world: World, id: string): KiraUser {
  const owner = world.state.kira.users.find((one) => one.id === id);
  if (!owner) throw new Refusal(e7(world, `User ${id} not found`, 404));
  if (owner.status === 'VERIFIED') return owner;
  throw new Refusal(e7(world, `User must be in VERIFIED status to create a virtual account. Current status: ${owner.status}`));
}

function opened(world: World, { type, bank, mode, destination, description }: ReturnType<typeof readAccount>, owner: KiraUser): VirtualAccount {
  const now = world.clock.now();
  const { business_legal_name: company, first_name: first, last_name: last } = owner.fields;
  return {
    id: world.ids.uuid(), user_id: owner.id, type, bank, mode, status: 'pending', destination, description, account_number: null,
    routing_number: '123456780', bank_name: 'Sandbox Savings Bank', beneficiary: typeof company === 'string' ? company : `${String(first)} ${String(last)}`,
    balance: 0, created_ms: now, updated_ms: now,
  };
}

function list(call: KiraCall): Reply {
  const wants = (name: string, value: string): boolean => (call.query(name) ?? value) === value;
  const search = (call.query('search') ?? '').toLowerCase();
  const found = call.world.state.kira.accounts.filter((one) => wants('status', statusWord(call.profile, one.status)) && wants('user_id', one.user_id)
    && wants('type', one.type) && wants('mode', one.mode) && `${one.id} ${one.description}`.toLowerCase().includes(search));
  const page = byOffset(found, call.query('limit'), call.query('offset'));
  return ok({ ...page, data: page.data.map((one) => accountRow(one, call.profile)) });
}

// While an account is being opened, asking for its balance is an ordinary refusal; the newest version tells a number.
function balance(call: KiraCall): Reply {
  const account = accountOf(call);
  if (account.mode === 'crypto') return e2('invalid_operation', 'Balance is not available for crypto mode virtual accounts', 400);
  if (!['active', 'frozen', 'deactivated'].includes(account.status)) return e2('invalid_operation', `Virtual account is not active. Current status: ${account.status}`, 400);
  const text = centsText(account.balance);
  return ok({
    virtual_account_id: account.id, available_balance: call.profile === 'G3' ? Number(text) : text, currency: 'USD',
    updated_at: new Date(account.updated_ms).toISOString(),
  });
}
