import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openDatabase, type Database } from '../../../main/store/database.ts';
import { migrations, type Migration } from '../../../main/store/migrations.ts';
import { emptyPayoutDraft } from '../../../preload/contract/payouts.ts';

it('fills in by what payouts from before are compared, and when they were released', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bursar-fill-'));
  onTestFinished(() => { rmSync(folder, { recursive: true, force: true }); });
  const open = (steps: readonly Migration[]): Database => {
    const opened = openDatabase({ file: join(folder, 'bursar.db'), key: Buffer.alloc(32, 3), clock: () => 42, steps });
    if (!opened.ok) throw new Error(opened.error.message);
    return opened.value;
  };
  const before = open(migrations.slice(0, 2));
  const kira = { mode: 'fiat', markup: null, network: null, token: null, invoiceNumber: 'INV 0042', internalNotes: '' } as const;
  const draft = { ...emptyPayoutDraft, payeeName: 'Roy, Delphine', details: { iban: 'DE89 3704 0044 0532 0130 00' }, reference: 'Pallets', kira };
  for (const [id, kept] of [['full', draft], ['empty', emptyPayoutDraft]] as const) {
    before.run(`INSERT INTO payouts (id, profile_id, state, revision, draft, customer_name, payee_name, account_tail, reference, created_at, updated_at, search)
      VALUES (?, 'p', 'completed', 1, ?, '', ?, '', ?, 1, 1, '')`, [id, JSON.stringify(kept), kept.payeeName, kept.reference]);
  }
  before.run(`INSERT INTO payout_attempts (id, profile_id, payout_id, number, merchant_reference, body, body_sha256, draft, actor, written_at)
    VALUES ('a', 'p', 'full', 1, 'm', x'00', 'h', '{}', 'me', 77)`);
  before.close();
  const after = open(migrations);
  const columns = 'id, account_key AS account, payee_key AS payee, invoice_key AS invoice, reference_key AS reference, released_at AS at';
  expect(after.all(`SELECT ${columns} FROM payouts ORDER BY seq`)).toEqual([
    { id: 'full', account: 'DE89370400440532013000', payee: 'delphine roy', invoice: '42', reference: 'pallets', at: 77 },
    { id: 'empty', account: null, payee: null, invoice: null, reference: null, at: null },
  ]);
  after.close();
});
