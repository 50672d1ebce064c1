import type Sqlite from 'better-sqlite3-multiple-ciphers';
import type { PayoutDraft } from '../../preload/contract/payouts.ts';
import { accountKey } from './account-key.ts';
import { alikeKeys } from './alike-keys.ts';

/** Fills in by which account, payee, invoice and reference the payouts from before these columns are compared; part of a migration. */
export function fillKeys(sqlite: Sqlite): void {
  const page = sqlite.prepare('SELECT seq, draft FROM payouts WHERE seq > ? ORDER BY seq LIMIT 1000');
  const write = sqlite.prepare('UPDATE payouts SET account_key = ?, payee_key = ?, invoice_key = ?, reference_key = ? WHERE seq = ?');
  for (let last = 0; ;) {
    const rows = page.all(last) as { readonly seq: number; readonly draft: string }[];
    for (const { seq, draft } of rows) {
      const kept = JSON.parse(draft) as PayoutDraft;
      const { payee, invoice, reference } = alikeKeys(kept);
      write.run(accountKey(kept.details) || null, payee, invoice, reference, seq);
    }
    const end = rows.at(-1);
    if (end === undefined) return;
    last = end.seq;
  }
}
