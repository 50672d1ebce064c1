import type { CurrencyCode } from '../../preload/contract/currency.ts';
import type { Money } from '../../preload/contract/money.ts';
import type { PayoutDraft } from '../../preload/contract/payouts.ts';
import type { Database } from './database.ts';

/** What left, or was about to leave, for a payout: written before the first byte and never changed. `body` is UTF-8 and is sent as it
 *  is; `bodySha256` is in hex; `draft` is what the person had asked for then. */
export type Attempt = {
  readonly id: string;
  readonly payoutId: string;
  /** 1 for the first attempt of a payout. */
  readonly number: number;
  readonly merchantReference: string;
  readonly body: Buffer;
  readonly bodySha256: string;
  readonly draft: PayoutDraft;
  readonly walletBefore: Money | null;
  readonly walletReadAt: number | null;
  readonly actor: string;
  readonly writtenAt: number;
};

/** What happened to an attempt: `handed-over` the moment its bytes were given to the network, then the answer, or that there was none,
 *  and each look-up. `code-refused` is an answer that only the one-time code stood in the way, `told` what a person was told by the provider. */
export type AttemptEventKind = 'handed-over' | 'accepted' | 'refused' | 'code-refused' | 'lost' | 'found' | 'not-found' | 'no-answer' | 'told';
/** One thing that happened to an attempt (epoch ms). */
export type AttemptEvent = { readonly at: number; readonly kind: AttemptEventKind; readonly detail: string | null };

/** The journal of one profile. */
export type Attempts = {
  insert(attempt: Attempt): void;
  /** A payout's last attempt. */
  last(payoutId: string): Attempt | null;
  /** A payout's attempts, first to last. */
  all(payoutId: string): Attempt[];
  note(attemptId: string, event: AttemptEvent): void;
  /** What happened to an attempt, in order. */
  events(attemptId: string): AttemptEvent[];
};

/** Makes the journal of one profile. */
export function createAttempts(db: Database, profileId: string): Attempts {
  return {
    insert: (attempt) => { db.run(insertSql, [...columnsOf(attempt, profileId)]); },
    last: (payoutId) => {
      const row = db.get<AttemptTableRow>(`${selectSql} ORDER BY number DESC LIMIT 1`, [payoutId, profileId]);
      return row === undefined ? null : fromRow(row);
    },
    all: (payoutId) => db.all<AttemptTableRow>(`${selectSql} ORDER BY number`, [payoutId, profileId]).map(fromRow),
    note: (attemptId, event) => {
      db.run('INSERT INTO attempt_events (profile_id, attempt_id, at, kind, detail) VALUES (?, ?, ?, ?, ?)', [profileId, attemptId, event.at, event.kind, event.detail]);
    },
    events: (attemptId) => db.all<AttemptEvent>('SELECT at, kind, detail FROM attempt_events WHERE attempt_id = ? AND profile_id = ? ORDER BY seq', [attemptId, profileId]),
  };
}

const insertSql = `INSERT INTO payout_attempts (id, profile_id, payout_id, number, merchant_reference, body, body_sha256, draft,
  wallet_before_minor, wallet_before_currency, wallet_read_at, actor, written_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const selectSql = 'SELECT * FROM payout_attempts WHERE payout_id = ? AND profile_id = ?';

function columnsOf(attempt: Attempt, profileId: string) {
  return [attempt.id, profileId, attempt.payoutId, attempt.number, attempt.merchantReference, attempt.body, attempt.bodySha256,
    JSON.stringify(attempt.draft), attempt.walletBefore?.minor ?? null, attempt.walletBefore?.currency ?? null, attempt.walletReadAt,
    attempt.actor, attempt.writtenAt] as const;
}

type AttemptTableRow = {
  readonly [K in 'id' | 'payout_id' | 'merchant_reference' | 'body_sha256' | 'draft' | 'actor']: string;
} & {
  readonly number: number; readonly body: Buffer; readonly wallet_before_minor: number | null; readonly wallet_before_currency: string | null;
  readonly wallet_read_at: number | null; readonly written_at: number;
};

function fromRow(row: AttemptTableRow): Attempt {
  const walletBefore = row.wallet_before_minor === null ? null : { minor: row.wallet_before_minor, currency: row.wallet_before_currency as CurrencyCode };
  return {
    id: row.id, payoutId: row.payout_id, number: row.number, merchantReference: row.merchant_reference, body: row.body,
    bodySha256: row.body_sha256, draft: JSON.parse(row.draft) as PayoutDraft, walletBefore, walletReadAt: row.wallet_read_at,
    actor: row.actor, writtenAt: row.written_at,
  };
}
