import type Sqlite from 'better-sqlite3-multiple-ciphers';
import { fillKeys } from './fill-keys.ts';
import { auditSchema } from './schema/audit.ts';
import { auditMarksSchema } from './schema/audit-marks.ts';
import { capturesSchema } from './schema/captures.ts';
import { customersSchema } from './schema/customers.ts';
import { limitsSchema } from './schema/limits.ts';
import { payoutsSchema } from './schema/payouts.ts';
import { putAwaySchema } from './schema/put-away.ts';
import { recipientsSchema } from './schema/recipients.ts';
import { releaseSchema } from './schema/release.ts';
import { repairsSchema } from './schema/repairs.ts';
import { sharedSchema } from './schema/shared.ts';

/** One forward step of the schema: its SQL, then what SQL can't fill in, in the same transaction. Steps are never edited once released: a change is a
 *  new step. */
export type Migration = { readonly version: number; readonly name: string; readonly up: string; readonly fill?: (sqlite: Sqlite) => void };

/** Every step, in order; versions count up from 1. */
export const migrations: readonly Migration[] = [
  { version: 1, name: 'customers, payouts, journal, recipients, audit', up: [sharedSchema, customersSchema, payoutsSchema, recipientsSchema, auditSchema].join('\n') },
  { version: 2, name: 'captures, strikes, watched folder', up: capturesSchema },
  { version: 3, name: 'releases, figures, repairs, limits', up: [releaseSchema, repairsSchema, putAwaySchema, limitsSchema, auditMarksSchema].join('\n'), fill: fillKeys },
];
