import { z } from 'zod';
import { ok, type Reply } from '../../errors.ts';
import type { World } from '../../world.ts';
import type { KiraCall } from '../call.ts';
import { e2, e4 } from '../respond.ts';
import { isBlocked, putCode } from './code.ts';

const MOST_MAILS = 50;
const request = z.object({ client_uuid: z.string().optional(), email: z.string().optional() });

/** POST /verification/send: mails a new code to the tenant; the answer never holds it (Kira guide: Payouts, one-time codes). */
export function sendCode(call: KiraCall): Reply {
  const { world } = call;
  const { tenant, code: state, settings } = world.state.kira;
  const parsed = request.safeParse(call.body);
  if (!parsed.success) return e4(...parsed.error.issues.map((issue) => `${issue.path.join('.')} is ${issue.message}`));
  const { client_uuid: client, email } = parsed.data;
  if (client === undefined && email === undefined) return e4(' is Either client_uuid or email must be provided');
  const known = client === undefined ? email?.toLowerCase() === tenant.email.toLowerCase() : client === tenant.client_id;
  if (!known) return e2('validation_error', 'Client not found', 400);
  const now = world.clock.now();
  if (isBlocked(state, now)) return blockedAnswer(world);
  putCode(state, settings.code, settings.code.fixed ?? newCode(world), now);
  mail(world);
  return ok({ success: true, message: 'OTP sent to registered email address', expiresAt: new Date(state.expires_ms).toISOString() });
}

function blockedAnswer(world: World): Reply {
  const { settings } = world.state.kira;
  const message = 'Too many failed attempts. Try again later.';
  return settings.code.blocked_answer === 'rate_limited' ? e2('rate_limit_exceeded', message, 429) : e2('otp_blocked', message, 400);
}

function newCode(world: World): string {
  return String(world.ids.below(1_000_000)).padStart(6, '0');
}

function mail(world: World): void {
  const { kira } = world.state;
  const mail = {
    id: world.ids.uuid(), at_ms: world.clock.now(), to: kira.tenant.email, subject: 'Your verification code', code: kira.code.code ?? '',
  };
  kira.mails = [...kira.mails, mail].slice(-MOST_MAILS);
}
