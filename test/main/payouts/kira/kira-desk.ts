import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { EventPayloads } from '../../../../preload/contract/api.ts';
import type { KiraSettings } from '../../../../preload/contract/app.ts';
import type { AppError } from '../../../../preload/contract/errors.ts';
import { emptyPayoutDraft, payoutSchema, type Payout, type PayoutDraft } from '../../../../preload/contract/payouts.ts';
import { emptyRecipientFields, type Recipient } from '../../../../preload/contract/recipients.ts';
import { fail, ok, type Result } from '../../../../preload/contract/result.ts';
import { createPayouts, type PayoutDesk } from '../../../../main/payouts/payouts.ts';
import { openDatabase, type Database } from '../../../../main/store/database.ts';
import { markRestored } from '../../../../main/store/restored.ts';
import { decidedRequest, expectOk } from '../desk.ts';
import { fakeTime, settle, type FakeTime } from '../fake-time.ts';
import { mortal } from '../mortal.ts';
import { fakeKira, type FakeKira } from './fake-kira.ts';
import { memoryBlobs, type MemoryBlobs } from './memory-blobs.ts';

/** A recipient that Kira has. */
export const globex: Recipient = {
  id: 'r1', remoteId: 'rec-1', state: 'there', name: 'Globex GmbH', tail: '\u00b7\u00b72051', problem: null, lastPaidAt: null, createdAt: 1, updatedAt: 1,
  fields: { ...emptyRecipientFields, userId: 'user-1', rail: 'swift', companyName: 'Globex GmbH', accountNumber: 'DE02120300000000202051', bic: 'TESTDEFFXXX', bankName: 'Testbank AG', country: 'DE' },
};

/** A complete draft from the account's balance: 250.50 USD to Globex. */
export const fiatDraft: PayoutDraft = {
  ...emptyPayoutDraft, walletId: 'va-1', payeeId: 'r1', amountMinor: 25_050, amountText: '250.50', reference: 'INV-9',
  kira: { mode: 'fiat', markup: null, network: null, token: null, invoiceNumber: 'INV-9', internalNotes: '' },
};
/** The same, funded by USDC on Polygon. */
export const cryptoDraft: PayoutDraft = { ...fiatDraft, kira: { mode: 'crypto', markup: null, network: 'polygon', token: 'USDC', invoiceNumber: '', internalNotes: '' } };

/** The bytes of a small PDF. */
export const pdf = (text = 'invoice') => new Uint8Array(Buffer.from(`%PDF-1.7\n${text}`));

/** A desk of a Kira profile over a real encrypted file, with everything around it in the test's hands. */
export type KiraDesk = {
  readonly time: FakeTime;
  readonly kira: FakeKira;
  readonly book: Map<string, Recipient>;
  readonly settings: { value: KiraSettings };
  readonly learned: { times: number };
  readonly clipboard: { text: string };
  readonly told: EventPayloads['clipboard'][];
  readonly paid: string[];
  readonly preferences: { takeBackSeconds: number; watchDays: number; toleranceBasisPoints: number; toleranceHundredths: number };
  readonly refresh: { error: AppError | null };
  readonly blobs: MemoryBlobs;
  db(): Database;
  desk(): PayoutDesk;
  /** Drops the process and opens the file again; `recovered` false leaves the desk before its recovery. */
  crash(recovered?: boolean): void;
  /** Lets the process die at the nth statement from now: nothing is read or written after it, until the next crash opens the file again. */
  dieAfter(statements: number): void;
  /** Copies the file as a backup does, and gives the copy's name. */
  backUp(): string;
  /** Puts a copy in the file's place, as restoring a backup does, and opens it. */
  restore(copy: string): void;
  close(): void;
};

/** Opens a desk on a fresh file; it is closed when the test is over. */
export function openKiraDesk(mode: 'fiat' | 'crypto' = 'fiat'): KiraDesk {
  const folder = mkdtempSync(join(tmpdir(), 'bursar-kira-'));
  const file = join(folder, 'bursar.db');
  const key = Buffer.alloc(32, 7);
  const time = fakeTime();
  const kira = fakeKira(time.clock, mode);
  const blobs = memoryBlobs();
  const test = {
    settings: { value: { codeMailbox: 'Treasury', codeNeeded: true, apiVersion: null } as KiraSettings }, learned: { times: 0 }, clipboard: { text: '' },
    told: [] as EventPayloads['clipboard'][], paid: [] as string[], preferences: { takeBackSeconds: 5, watchDays: 10, toleranceBasisPoints: 50, toleranceHundredths: 100 }, refresh: { error: null as AppError | null },
    book: new Map<string, Recipient>([['r1', globex]]),
  };
  let known = kira.account;
  let sequence = 0;
  let db = expectOk(openDatabase({ file, key, clock: time.clock }));
  let life = mortal(db);
  const make = () => createPayouts({
    store: life.store, profileId: 'profile-1', clock: time.clock, timers: time.timers, preferences: () => test.preferences,
    lane: {
      id: 'kira', provider: () => kira, blobs, settings: () => test.settings.value, learnedCodeNeeded: () => { test.learned.times += 1; },
      accounts: { find: (id) => (id === known.id ? known : null), refresh: () => refresh() },
      recipients: { find: (id) => test.book.get(id) ?? null, paid: (id) => { test.paid.push(id); } },
    },
    ids: () => `00000000-0000-4000-8000-${String(sequence += 1).padStart(12, '0')}`, actor: () => 'Femke Osei', notify: () => undefined, log: () => undefined,
    clipboard: { write: (text) => { test.clipboard.text = text; }, read: () => test.clipboard.text }, tellClipboard: (payload) => { test.told.push(payload); },
  });
  const refresh = async (): Promise<Result<null, AppError>> => {
    if (test.refresh.error !== null) return fail(test.refresh.error);
    const read = await kira.accounts();
    if (!read.ok) return read;
    known = { ...kira.account, readAt: time.clock() };
    return ok(null);
  };
  let desk = make();
  let copies = 0;
  expectOk(desk.recover());
  const reopen = (swap: () => void, recovered: boolean, mark: (opened: Database) => void = () => undefined) => {
    time.drop();
    kira.forget();
    db.close();
    swap();
    db = expectOk(openDatabase({ file, key, clock: time.clock }));
    mark(db);
    life = mortal(db);
    desk = make();
    if (recovered) expectOk(desk.recover());
  };
  const close = () => {
    desk.pause();
    if (db.isOpen) db.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return {
    ...test, time, kira, blobs, db: () => db, desk: () => desk, close,
    crash: (recovered = true) => { reopen(() => undefined, recovered); },
    dieAfter: (statements) => { life.dieAfter(statements); },
    backUp: () => {
      const copy = join(folder, `backup-${copies += 1}.db`);
      db.get('PRAGMA wal_checkpoint(TRUNCATE)');
      copyFileSync(file, copy);
      return copy;
    },
    restore: (copy) => {
      reopen(() => {
        for (const part of ['-wal', '-shm']) rmSync(`${file}${part}`, { force: true });
        copyFileSync(copy, file);
      }, true, (opened) => { markRestored(opened, time.clock()); });
    },
  };
}

/** As {@link openKiraDesk}, closed by itself. */
export function kiraDesk(mode: 'fiat' | 'crypto' = 'fiat'): KiraDesk {
  const test = openKiraDesk(mode);
  onTestFinished(test.close);
  return test;
}

/** The payout as a screen would read it now. */
export async function shown(test: KiraDesk, id: string): Promise<Payout> {
  return payoutSchema.parse(expectOk(await test.desk().handlers['payouts.get']({ id })));
}

/** Saves a draft with a document where one is needed, marks it ready and prices it. */
export async function readyKira(test: KiraDesk, draft: PayoutDraft = test.kira.account.mode === 'crypto' ? cryptoDraft : fiatDraft): Promise<Payout> {
  const { handlers } = test.desk();
  const saved = expectOk(await handlers['payouts.save']({ id: null, revision: 0, draft }));
  if (draft.kira?.mode === 'crypto') expectOk(await handlers['payouts.attach']({ id: saved.id, name: 'invoice.pdf', bytes: pdf(), kind: 'invoice' }));
  expectOk(await handlers['payouts.ready']({ id: saved.id, revision: saved.revision }));
  expectOk(await handlers['payouts.price']({ id: saved.id }));
  return shown(test, saved.id);
}

/** Asks for a code and gives it as it stands in the mailbox. */
export async function mailedCode(test: KiraDesk, id: string): Promise<string> {
  expectOk(await test.desk().handlers['payouts.requestCode']({ id }));
  return test.kira.code ?? '';
}

/** Releases a payout as it is shown with this code, by a person who says why if it looks like another. */
export async function release(test: KiraDesk, id: string, code: string | null): Promise<Result<Payout, AppError>> {
  return test.desk().handlers['payouts.send']({ ...await decidedRequest(test, await shown(test, id)), code });
}

/** Releases a payout and lets the take-back time pass; what became of it depends on the fates. */
export async function leaveWith(test: KiraDesk, id: string, code: string | null): Promise<Payout> {
  expectOk(await release(test, id, code));
  await test.time.advance(test.preferences.takeBackSeconds * 1000);
  await settle();
  return shown(test, id);
}

/** A payout that has left, with a good code where one is asked for. */
export async function sentKira(test: KiraDesk, draft?: PayoutDraft): Promise<Payout> {
  const ready = await readyKira(test, draft);
  const { needed } = expectOk(await test.desk().handlers['payouts.codeState']({}));
  const code = ready.draft.kira?.mode === 'fiat' && needed ? await mailedCode(test, ready.id) : null;
  return leaveWith(test, ready.id, code);
}
