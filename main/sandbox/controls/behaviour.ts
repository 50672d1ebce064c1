import { z } from 'zod';
import { type Control, control, done } from './control.ts';
import { isoMicros } from '../clock.ts';
import { ok } from '../errors.ts';
import { commitsByDefault, faultKinds } from '../faults.ts';
import { envelopeNames } from '../kira/sample-envelopes.ts';

const nothing = z.object({});
const seconds = z.number().min(0);
const fault = z.strictObject({
  kind: z.enum(faultKinds), method: z.string().default('*'), path: z.string().startsWith('/'), whole: z.literal(true).optional(),
  times: z.int().min(1).default(1), skip: z.int().min(0).default(0), commit: z.boolean().optional(),
  retry_after: z.int().min(0).nullable().default(null), drip_ms: z.number().min(0).default(50),
  name: z.enum(envelopeNames).optional(), status: z.int().min(200).max(599).optional(),
}).refine((given) => given.kind !== 'envelope' || given.name !== undefined, { path: ['name'], message: 'an envelope has a name, E1 to E11' });
const settings = z.strictObject({
  automatic: z.enum(['decide', 'manual']), verification_seconds: seconds, payout_seconds: seconds, token_seconds: seconds,
  rate_limit: z.int().min(0), payouts_finish: z.boolean(), strict_uploads: z.boolean(), empty_upload_headers: z.boolean(),
  allow_minimal: z.boolean(), tell_reasons: z.boolean(), hide_payouts: z.boolean(),
}).partial();

/** Controls over how the sandbox behaves: settings, faults, time, tokens, logs, the ledger, reset. */
export const behaviourControls: readonly Control[] = [
  control('GET', 'settings', nothing, ({ world }) => ok(world.state.settings)),
  control('POST', 'settings', settings, ({ world }, given) => {
    Object.assign(world.state.settings, given);
    return ok(world.state.settings);
  }),
  control('GET', 'faults', nothing, ({ faults }) => ok(faults.planned)),
  control('POST', 'faults', fault, ({ faults }, { retry_after: retryAfter, drip_ms: dripMs, commit, name, status, whole, ...given }) => {
    faults.plan({
      ...given, method: given.method.toUpperCase(), retryAfter, dripMs, commit: commit ?? commitsByDefault(given.kind),
      ...(name === undefined ? {} : { name }), ...(status === undefined ? {} : { status }), ...(whole === undefined ? {} : { whole }),
    });
    return done;
  }),
  control('DELETE', 'faults', nothing, ({ faults }) => { faults.clear(); return done; }),
  control('GET', 'clock', nothing, ({ world }) => ok({ now: isoMicros(world.clock.now()) })),
  control('POST', 'clock', z.strictObject({ skip_seconds: seconds }), ({ world }, given) => {
    world.state.clock_offset_ms += given.skip_seconds * 1000;
    world.scheduler.runDue();
    return ok({ now: isoMicros(world.clock.now()) });
  }),
  control('POST', 'tokens/expire', nothing, ({ world }) => { world.state.tokens = {}; return done; }),
  control('GET', 'ledger', nothing, ({ world }) => ok(world.state.ledger)),
  control('GET', 'requests', nothing, ({ requests }) => ok(requests.seen)),
  control('DELETE', 'requests', nothing, ({ requests }) => { requests.clear(); return done; }),
  control('POST', 'reset', nothing, ({ reset }) => { reset(); return done; }),
];
