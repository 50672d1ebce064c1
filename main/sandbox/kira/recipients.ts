import type { Hono } from 'hono';
import { created, ok, Refusal, type Reply } from '../errors.ts';
import type { World } from '../world.ts';
import { type KiraCall, route } from './call.ts';
import { fingerprint, type KeyWords, once } from './idempotency.ts';
import type { Recipient } from './model.ts';
import { readRecipient } from './recipient-fields.ts';
import { createdView, recipientView } from './recipient-view.ts';
import { e5, e6 } from './respond.ts';
import { idParam } from './schema.ts';
import type { KiraEnv } from './web.ts';

const keyWords: KeyWords = {
  unusable: (why) => e5({ path: 'idempotency-key', message: why, code: why === 'Required' ? 'invalid_type' : 'invalid_string' }),
  reused: () => e6('IDEMPOTENCY_CONFLICT', 'Idempotency key was already used with a different request body', 409),
};

/** Adds who may be paid; nobody can be changed or removed (Kira guide: Recipients). */
export function mountRecipients(app: Hono<KiraEnv>, world: World): void {
  route(app, world, 'POST', '/v1/recipients', (call) => once(call, keyWords, () => create(call)));
  route(app, world, 'GET', '/v1/recipients', list);
  route(app, world, 'GET', '/v1/recipients/:recipient', (call) => {
    const id = idParam('recipient_id', call.param('recipient'));
    const found = world.state.kira.recipients.find((one) => one.id === id);
    return found ? ok(recipientView(found)) : e6('NOT_FOUND', `Recipient with ID ${id} not found`, 404);
  });
}

// The newest version knows a recipient that is already on file.
function create(call: KiraCall): Reply {
  const { world } = call;
  const given = readRecipient(call.body);
  refuseStranger(world, given.user_id);
  const onFile = call.profile === 'G3' ? world.state.kira.recipients.find((one) => sameAs(one, given)) : undefined;
  if (onFile) return { status: 202, body: createdView(onFile) };
  const recipient: Recipient = { ...given, id: world.ids.uuid(), created_ms: world.clock.now() };
  world.state.kira.recipients.push(recipient);
  return created(createdView(recipient));
}

function list(call: KiraCall): Reply {
  const userId = call.query('user_id');
  if (userId === undefined || userId === '') return e6('VALIDATION_ERROR', 'user_id query parameter is required', 400);
  refuseStranger(call.world, idParam('user_id', userId));
  const recipients = call.world.state.kira.recipients.filter((one) => one.user_id === userId).map(recipientView);
  return ok({ recipients, total: recipients.length });
}

function refuseStranger(world: World, userId: string): void {
  if (world.state.kira.users.some((one) => one.id === userId)) return;
  throw new Refusal(e6('USER_NOT_FOUND', `User with ID ${userId} not found`, 404, { user_id: userId }));
}

function sameAs(one: Recipient, { user_id, type, fields, account }: Pick<Recipient, 'user_id' | 'type' | 'fields' | 'account'>): boolean {
  const of = (parts: object): string => fingerprint(JSON.stringify(parts));
  return of({ user_id: one.user_id, type: one.type, fields: one.fields, account: one.account }) === of({ user_id, type, fields, account });
}
