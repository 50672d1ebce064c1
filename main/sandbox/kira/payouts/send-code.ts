import { z } from 'zod';
import { ok } from '../../errors.ts';
import type { World } from '../../world.ts';
import type { KiraCall } from '../call.ts';
import { e2, e4 } from '../respond.ts';
import type { KiraReply } from '../web.ts';
import { isBlocked, putCode } from './code.ts';

const MOST_MAILS = 50;
const request = z.object({ client_uuid: z.string().optional(), email: z.string().optional() });

/** POST /verification/send: mails a new code to the tenant; the answer never holds it (Kira guide: Payouts, one-time codes). */
export function sendCode(call: KiraCall): KiraReply {
  const { world } = call;
  const { tenant, code: state, settings } = world.state.kira;
  const parsed = request.safeParse(call.body);
  if (!parsed.success) return e4(...parsed.error.issues.map((issue) => `${issue.path.join('.')} is ${issue.message}`));
  const { client_uuid: client, email } = parsed.data;
  if (client === undefined && email === undefined) return e4(' is Either client_uuid or email must be provided');
  const known = client === undefined ? email?.toLowerCase() === tenant.email.toLowerCase() : client === tenant.client_id;
  if (!known) return e2('validation_error', 'Client not found', 400);
  const now = world.clock.now();
  if (isBlocked(state, now)) return blockedAnswer(world, now);
  putCode(state, settings.code, settings.code.fixed ?? newCode(world), now);
  mail(world);
  return ok({ success: true, message: 'OTP sent to registered email address', expiresAt: new Date(state.expires_ms).toISOString() });
}

function blockedAnswer(world: World, now: number): KiraReply {
  const { settings, code: state } = world.state.kira;
  const message = 'Too many failed attempts. Try again later.';
  if (settings.code.blocked_answer === 'otp_blocked') return e2('otp_blocked', message, 400);
  const wait = String(Math.ceil((state.blocked_until_ms - now) / 1000));
  return { status: 429, text: JSON.stringify(e2('rate_limit_exceeded', message, 429).body), headers: { 'Retry-After': wait } };
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
