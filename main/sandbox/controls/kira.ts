import { z } from 'zod';
import { notFound, ok } from '../errors.ts';
import { accountView } from '../kira/account-view.ts';
import { setStatus } from '../kira/accounts-life.ts';
import { type KiraDelivery, sendKira, wrongSignature } from '../kira/deliver.ts';
import { move } from '../kira/ledger.ts';
import type { VirtualAccount } from '../kira/model.ts';
import { profiles } from '../kira/profile.ts';
import { endTokens } from '../kira/token.ts';
import { setUserStatus } from '../kira/user-review.ts';
import { parseDecimal, toMinor } from '../money.ts';
import type { World } from '../world.ts';
import { type Control, control, done } from './control.ts';
import { changeKiraSettings, kiraSettingsChange } from './kira-settings.ts';

const nothing = z.object({});
const decimal = z.union([z.string(), z.number()]).transform((value, context) => {
  const parsed = parseDecimal(value);
  if (parsed?.gte(0) === true) return toMinor(parsed);
  context.addIssue({ code: 'custom', message: 'not a decimal' });
  return z.NEVER;
});
const account = z.strictObject({ status: z.enum(['pending', 'activating', 'active', 'failed', 'deactivated', 'frozen']).optional(), balance: decimal.optional() });
const user = z.strictObject({ status: z.enum(['CREATED', 'VERIFYING', 'REVIEW', 'VERIFIED', 'REJECTED', 'ACTIVE', 'INACTIVE', 'SUSPENDED']) });
const bend = z.strictObject({ bad_signature: z.boolean().default(false) });

/** Controls over the base of Kira's part: settings, version, accounts, users, tokens, webhooks. */
export const kiraControls: readonly Control[] = [
  control('GET', 'kira/settings', nothing, ({ world }) => ok(world.state.kira.settings)),
  control('POST', 'kira/settings', kiraSettingsChange, ({ world }, given) => ok(changeKiraSettings(world.state.kira.settings, given))),
  control('GET', 'kira/tenant', nothing, ({ world }) => ok(tenantView(world))),
  control('POST', 'kira/tenant', z.strictObject({ profile: z.enum(profiles) }), ({ world }, given) => {
    world.state.kira.tenant.profile = given.profile;
    return ok(tenantView(world));
  }),
  control('POST', 'kira/accounts/:account', account, ({ world }, given, param) => {
    const found = accountOf(world, param('account'));
    if (given.balance !== undefined) move(world, 'set', found, given.balance - found.balance);
    if (given.status !== undefined && given.status !== found.status) {
      world.scheduler.cancel('kira-activate', found.id);
      setStatus(world, found, given.status);
    }
    return ok({ ...accountView(found, 'G1'), balance: found.balance });
  }),
  control('POST', 'kira/users/:user', user, ({ world }, given, param) => {
    const found = world.state.kira.users.find((one) => one.id === param('user'));
    if (!found) throw notFound('User not found');
    setUserStatus(world, found, given.status);
    return done;
  }),
  control('POST', 'kira/tokens/expire', nothing, ({ world }) => { endTokens(world); return done; }),
  control('GET', 'kira/webhooks', nothing, ({ world }) => ok(world.state.kira.deliveries.map((one) => ({ ...one, body: JSON.parse(one.body) as unknown })))),
  control('POST', 'kira/webhooks/:delivery/send', bend, async ({ world }, given, param) => {
    const delivery = deliveryOf(world, param('delivery'));
    return ok({ status: await sendKira(delivery, given.bad_signature ? wrongSignature(delivery) : delivery.signature) });
  }),
];

function tenantView(world: World): object {
  const { client_id, name, email, profile } = world.state.kira.tenant;
  return { client_id, name, email, profile };
}

function accountOf(world: World, id: string): VirtualAccount {
  const found = world.state.kira.accounts.find((one) => one.id === id);
  if (!found) throw notFound('Virtual account not found');
  return found;
}

// What would leave this machine is never sent.
function deliveryOf(world: World, id: string): KiraDelivery {
  const found = world.state.kira.deliveries.find((one) => one.id === id);
  if (!found || found.state === 'skipped') throw notFound('Delivery not found');
  return found;
}
