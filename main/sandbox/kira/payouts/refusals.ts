import { Refusal } from '../../errors.ts';
import type { KiraProfile } from '../model.ts';
import { e11, e2, e3 } from '../respond.ts';
import type { Complaint } from './fields.ts';

/** 400 of the payout schema; the newest version has an envelope of its own. */
export function malformed(profile: KiraProfile, complaints: readonly Complaint[]): Refusal {
  const dotted = complaints.map(({ path, message }) => ({ field: path.join('.'), message }));
  if (profile === 'G3') return new Refusal(e11('validation_error', 'Invalid request body', 400, dotted));
  return new Refusal(e3(complaints.map((one) => ({ ...one, path: one.path.map(String) }))));
}

/** 400: the request contradicts the account's mode or something else it names. */
export function contradictory(message: string): Refusal {
  return new Refusal(e2('validation_error', message, 400));
}

/** 400: the account or the recipient can't be used for this. */
export function unusable(message: string): Refusal {
  return new Refusal(e2('invalid_operation', message, 400));
}

/** 400: the numbers don't work out. */
export function impossible(message: string): Refusal {
  return new Refusal(e2('bad_request', message, 400));
}

/** What a check answers when it refuses: anything that isn't a refusal is thrown on. */
export function replyOf(error: unknown): Refusal['reply'] {
  if (error instanceof Refusal) return error.reply;
  throw error;
}
