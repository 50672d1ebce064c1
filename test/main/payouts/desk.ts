import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Request } from '../../../preload/contract/api.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import { emptyPayoutDraft, payoutSchema, type Payout, type PayoutDraft } from '../../../preload/contract/payouts.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { createPayouts, type PayoutDesk } from '../../../main/payouts/payouts.ts';
import type { CustomerStanding } from '../../../main/payouts/ports.ts';
import { openDatabase, type Database } from '../../../main/store/database.ts';
import { markRestored } from '../../../main/store/restored.ts';
import { fakeProvider, type FakeProvider } from './fake-provider.ts';
import { fakeTime, settle, type FakeTime } from './fake-time.ts';
import { memoryBlobs, type MemoryBlobs } from './kira/memory-blobs.ts';
import { mortal } from './mortal.ts';

/** A complete draft: 250.00 GBP to CAD by Interac. */
export const interacDraft: PayoutDraft = {
  ...emptyPayoutDraft, customerId: 'c1', walletId: 'w-gbp', fromCurrency: 'GBP', payeeName: 'Delphine Roy', toCurrency: 'CAD', method: 'interac',
  details: { interacFirstName: 'Delphine', interacLastName: 'Roy', email: 'delphine@roy.example.com' }, amountMinor: 25_000, amountText: '250.00', reference: 'NS-2211',
};

/** A desk over a real encrypted file, with everything around it in the test's hands. */
export type TestDesk = {
  readonly time: FakeTime;
  readonly provider: FakeProvider;
  readonly standing: { value: CustomerStanding | null; refresh: AppError | null };
  readonly preferences: { takeBackSeconds: number; watchDays: number; toleranceBasisPoints: number; toleranceHundredths: number };
  /** The files kept with payouts; a crash leaves them. */
  readonly blobs: MemoryBlobs;
  readonly file: string;
  readonly key: Buffer;
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

/** Opens a desk on a fresh file. */
export function openDesk(): TestDesk {
  const folder = mkdtempSync(join(tmpdir(), 'bursar-payouts-'));
  const file = join(folder, 'bursar.db');
  const key = Buffer.alloc(32, 7);
  const time = fakeTime();
  const provider = fakeProvider(time.clock);
  const standing: TestDesk['standing'] = { value: { remoteId: 'rc-1', state: 'verified', extraChecks: false, name: 'Northgate Studio' }, refresh: null };
  const preferences = { takeBackSeconds: 5, watchDays: 10, toleranceBasisPoints: 50, toleranceHundredths: 100 };
  const blobs = memoryBlobs();
  let sequence = 0;
  let db = expectOk(openDatabase({ file, key, clock: time.clock }));
  let life = mortal(db);
  const make = () => createPayouts({
    store: life.store, profileId: 'profile-1', clock: time.clock, timers: time.timers, preferences: () => preferences,
    lane: {
      id: 'blaaiz', provider: () => provider, blobs,
      customers: { standing: (id) => (id === 'c1' ? standing.value : null), refresh: () => Promise.resolve(standing.refresh === null ? ok(null) : fail(standing.refresh)) },
    },
    ids: () => `id-${String(sequence += 1).padStart(6, '0')}`, actor: () => 'Femke Osei', notify: () => undefined, log: () => undefined,
  });
  let desk = make();
  let copies = 0;
  expectOk(desk.recover());
  const reopen = (swap: () => void, recovered: boolean, mark: (opened: Database) => void = () => undefined) => {
    time.drop();
    provider.forget();
    db.close();
    swap();
    db = expectOk(openDatabase({ file, key, clock: time.clock }));
    mark(db);
    life = mortal(db);
    desk = make();
    if (recovered) expectOk(desk.recover());
  };
  return {
    time, provider, standing, preferences, blobs, file, key, db: () => db, desk: () => desk,
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
    close: () => {
      desk.pause();
      if (db.isOpen) db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Unwraps a success; fails the test with the error's code otherwise. */
export function expectOk<T>(result: Result<T, AppError>): T {
  if (!result.ok) throw new Error(`Expected success, got ${result.error.code}: ${result.error.message}`);
  return result.value;
}

/** The code of an expected error. */
export function codeOf(result: Result<unknown, AppError>): string {
  return result.ok ? 'ok' : result.error.code;
}

/** Saves a draft and marks it ready. */
export async function readyPayout(test: TestDesk, draft: PayoutDraft = interacDraft): Promise<Payout> {
  const { handlers } = test.desk();
  const saved = expectOk(await handlers['payouts.save']({ id: null, revision: 0, draft }));
  const ready = expectOk(await handlers['payouts.ready']({ id: saved.id, revision: saved.revision }));
  await handlers['payouts.price']({ id: ready.id });
  return get(test, ready.id);
}

/** A send request for a payout as it is shown. */
export function sendRequest(payout: Payout): Request<'payouts.send'> {
  if (payout.price === null) throw new Error('Not priced');
  return { id: payout.id, revision: payout.revision, accepted: payout.price, code: null };
}

/** As {@link sendRequest}, by a person who saw what looks alike and says why it goes all the same. */
export async function decidedRequest(test: Pick<TestDesk, 'desk'>, payout: Payout): Promise<Request<'payouts.send'>> {
  const seen = await test.desk().handlers['payouts.radar']({ id: payout.id });
  return { ...sendRequest(payout), ...(seen.ok && seen.value.ask ? { duplicates: { key: seen.value.key, reason: 'Another one of the same' } } : {}) };
}

/** The payout as a screen would read it now. */
export async function get(test: TestDesk, id: string): Promise<Payout> {
  return payoutSchema.parse(expectOk(await test.desk().handlers['payouts.get']({ id })));
}

/** A payout that was queued and has left; what became of it depends on the provider's fates. */
export async function sentPayout(test: TestDesk, draft: PayoutDraft = interacDraft): Promise<Payout> {
  const ready = await readyPayout(test, draft);
  expectOk(await test.desk().handlers['payouts.send'](await decidedRequest(test, ready)));
  await test.time.advance(test.preferences.takeBackSeconds * 1000);
  await settle();
  return get(test, ready.id);
}
