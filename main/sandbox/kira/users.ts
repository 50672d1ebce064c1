import type { Hono } from 'hono';
import { created, ok, Refusal, type Reply } from '../errors.ts';
import type { World } from '../world.ts';
import { type KiraCall, route } from './call.ts';
import { announceKira } from './events.ts';
import { type KeyWords, once } from './idempotency.ts';
import type { KiraUser } from './model.ts';
import { byOffset } from './paging.ts';
import { e2, e5 } from './respond.ts';
import { idParam } from './schema.ts';
import { missingOf, readChanges, readUser } from './user-fields.ts';
import { firstDecision } from './user-review.ts';
import { userView, verificationStatus } from './user-view.ts';
import type { KiraEnv } from './web.ts';

const keyWords: KeyWords = {
  unusable: (why) => e5({ path: 'idempotency-key', message: why, code: why === 'Required' ? 'invalid_type' : 'invalid_string' }),
  reused: () => e2('idempotency_key_reused', 'Idempotency key was already used with a different request body', 409),
};

/** Adds the customers of the tenant (Kira guide: Users). */
export function mountUsers(app: Hono<KiraEnv>, world: World): void {
  route(app, world, 'POST', '/v1/users', (call) => once(call, keyWords, () => create(call)));
  route(app, world, 'GET', '/v1/users', list);
  route(app, world, 'GET', '/v1/users/:user', (call) => ok(userView(userOf(call), call.profile)));
  route(app, world, 'PUT', '/v1/users/:user', change);
}

/** The customer named in the path; throws the 400 of a malformed id and the 404. */
export function userOf(call: KiraCall): KiraUser {
  const id = idParam('user_id', call.param('user'));
  const found = call.world.state.kira.users.find((one) => one.id === id);
  if (!found) throw new Refusal(e2('not_found', `User with ID ${id} not found`, 404));
  return found;
}

function create(call: KiraCall): Reply {
  const { world } = call;
  const { type, fields } = readUser(call.body);
  const now = world.clock.now();
  const user: KiraUser = { id: world.ids.uuid(), type, fields, status: 'CREATED', created_ms: now, updated_ms: now };
  world.state.kira.users.push(user);
  announceKira(world, 'user.created', { user_id: user.id, status: user.status });
  const triggered = call.profile === 'G3' && type === 'business' && missingOf(user).length === 0;
  if (triggered) firstDecision(world, user);
  const link = fields['verification_mode'] === 'verification_link' ? { verification_link: `https://verify.example/${user.id}` } : {};
  return created({ ...userView(user, call.profile), verification_triggered: triggered, ...link });
}

function list(call: KiraCall): Reply {
  const wants = (name: string, value: string): boolean => (call.query(name) ?? value) === value;
  const after = Date.parse(call.query('created_after') ?? '') || -Infinity;
  const before = Date.parse(call.query('created_before') ?? '') || Infinity;
  const found = call.world.state.kira.users.filter((one) => wants('status', one.status) && wants('type', one.type)
    && wants('email', String(one.fields['email'])) && wants('verification_status', verificationStatus(one.status))
    && one.created_ms >= after && one.created_ms <= before);
  const page = byOffset(found, call.query('limit'), call.query('offset'));
  return ok({ ...page, data: page.data.map((one) => userView(one, call.profile)) });
}

function change(call: KiraCall): Reply {
  const user = userOf(call);
  const changes = readChanges(user.type, call.body, call.profile === 'G3');
  const names = Object.keys(changes);
  if (names.length > 0) {
    if (user.status === 'VERIFIED') return e2('forbidden', 'A verified user cannot be updated', 403);
    refuseTaken(call, user, changes);
    user.fields = { ...user.fields, ...changes };
    user.updated_ms = call.world.clock.now();
  }
  return ok({ ...userView(user, call.profile), updated_fields: names, requires_reverification: false, verification_triggered: false });
}

function refuseTaken({ world }: KiraCall, user: KiraUser, changes: Readonly<Record<string, unknown>>): void {
  for (const name of ['email', 'phone']) {
    const taken = changes[name] !== undefined && world.state.kira.users.some((one) => one !== user && one.fields[name] === changes[name]);
    if (taken) throw new Refusal(e2('resource_conflict', `A user with this ${name} already exists`, 409));
  }
}
