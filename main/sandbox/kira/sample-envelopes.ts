import type { Reply } from '../errors.ts';
import { e1, e10, e11, e2, e3, e4, e5, e6, e7, e8, e9 } from './respond.ts';

/** The shapes in which the provider's refusals come (Kira guide: Errors). */
export const envelopeNames = ['E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7', 'E8', 'E9', 'E10', 'E11'] as const;

/** The name of such a shape. */
export type EnvelopeName = (typeof envelopeNames)[number];

const samples: Readonly<Record<EnvelopeName, () => Reply>> = {
  E1: () => e1('Forbidden', 403),
  E2: () => e2('not_found', 'Resource not found', 404),
  E3: () => e3([{ code: 'custom', path: ['amount'], message: 'amount must be greater than 0' }]),
  E4: () => e4('amount is Required'),
  E5: () => e5({ path: 'account.swift_code', message: 'String must contain at least 8 character(s)', code: 'too_small' }),
  E6: () => e6('IDEMPOTENCY_CONFLICT', 'Idempotency key was already used with a different request body', 409),
  E7: () => e7({ clock: { now: () => Date.now() } }, 'Virtual account is not available'),
  E8: () => e8({ loc: 'webhook_url', msg: 'Field required', type: 'missing' }),
  E9: () => e9({ type: 'uuid_parsing', loc: ['body', 'client_id'], msg: 'Input should be a valid UUID' }),
  E10: () => e10(),
  E11: () => e11('validation_error', 'The request is not valid', 400, [{ field: 'amount', message: 'amount is required' }]),
};

/** An example of the shape, with the status it usually has. */
export function sampleEnvelope(name: EnvelopeName): Reply {
  return samples[name]();
}
