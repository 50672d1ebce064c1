import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { createAudit } from '../../../main/audit/audit.ts';
import { fingerprintOf } from '../../../main/store/payout-columns.ts';
import type { Database } from '../../../main/store/database.ts';
import type { PayoutDraft, PayoutState } from '../../../preload/contract/payouts.ts';

type Row = { readonly id: string; readonly state: PayoutState; readonly draft: string; readonly restored_at: number | null };
type Told = { readonly subject_id: string; readonly state: string };

/** What the file says about itself, whatever happened: bytes are those whose hash stands beside them, no two of the same are in flight together, and for
 *  each payout its row, the last entry of its story that names a state, and the last audit row that does are of one mind. */
export function expectAgreement(db: Database): void {
  for (const { body, body_sha256: hash } of db.all<{ body: Buffer; body_sha256: string }>('SELECT body, body_sha256 FROM payout_attempts')) {
    expect(createHash('sha256').update(body).digest('hex')).toBe(hash);
  }
  const rows = db.all<Row>('SELECT id, state, draft, restored_at FROM payouts');
  const prints = rows.filter(({ state, restored_at: restored }) => ['queued', 'sending', 'unknown'].includes(state) && restored === null)
    .map(({ draft }) => fingerprintOf(JSON.parse(draft) as PayoutDraft));
  expect(new Set(prints).size, 'no two of the same in flight').toBe(prints.length);
  const told = lastOf(db.all<Told>("SELECT subject_id, state FROM events WHERE subject_kind = 'payout' AND state IS NOT NULL ORDER BY seq"));
  const audited = lastOf(db.all<Told>("SELECT subject_id, detail ->> '$.state' AS state FROM audit WHERE subject_kind = 'payout' AND detail ->> '$.state' IS NOT NULL ORDER BY seq"));
  for (const { id, state } of rows) {
    expect(told.get(id), `${id}: the story`).toBe(state);
    expect(audited.get(id) ?? 'draft', `${id}: the audit log`).toBe(state);
  }
}

/** The audit chain of the profile holds. */
export function expectChain(db: Database): void {
  expect(createAudit(db, 'profile-1').verify().ok).toBe(true);
}

const lastOf = (rows: readonly Told[]) => new Map(rows.map(({ subject_id: id, state }) => [id, state]));
