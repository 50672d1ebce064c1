import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { createCustomers, type Customers } from '../../../main/customers/customers.ts';
import type { CustomerProvider } from '../../../main/providers/provider.ts';
import { createBlobs, type Blobs } from '../../../main/store/blobs.ts';
import { openDatabase, type Database } from '../../../main/store/database.ts';
import type { EventPayloads } from '../../../preload/contract/api.ts';
import { emptyCustomerFields, type Customer, type CustomerFields } from '../../../preload/contract/customers.ts';
import type { DocumentInfo, DocumentSlot } from '../../../preload/contract/documents.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import { ok, type Result } from '../../../preload/contract/result.ts';
import { placeDocument, type Placing } from '../documents/place.ts';

/** A person whose form is right on the desk's day. */
export const thea: CustomerFields = {
  ...emptyCustomerFields, firstName: 'Thea Ines', lastName: 'Marlowe', email: 'thea@quay.example', phone: '+44 20 7946 0018', country: 'GB',
  dob: '1991-03-14', idType: 'passport', idNumber: 'T41X88205', idIssueDate: '2021-08-22', idExpiryDate: '2031-08-22',
};

/** The beginning of a real JPEG with random bytes after it. */
export function photo(size = 2000): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, ...randomBytes(size)]);
}

/** Customers on a real encrypted store and real sealed files, with a clock and timers in the test's hands. */
export type Desk = {
  readonly customers: Customers;
  readonly store: Database;
  readonly blobs: Blobs;
  readonly changed: (string | null)[];
  /** Ids of news about the tray. */
  readonly captured: (string | null)[];
  readonly progress: EventPayloads['progress'][];
  provider: CustomerProvider | null;
  /** What the person answers when asked for a folder. */
  folder: string | null;
  now: number;
  /** Moves the clock and runs what became due, again until nothing is. */
  pass(ms: number): Promise<void>;
  /** Waits that are planned, in ms from now. */
  planned(): readonly number[];
  /** The app stops without a word and starts again. */
  restart(): void;
  /** Names of the sealed files. */
  files(): Promise<readonly string[]>;
  /** Full paths of everything that lies on the disk. */
  everyFile(): Promise<readonly string[]>;
  get(id: string): Promise<Customer>;
  /** Captures a page and makes it a slot's document, a good one unless said otherwise. */
  place(customerId: string, slot?: DocumentSlot, placing?: Placing): Promise<Result<DocumentInfo, AppError>>;
  /** A saved draft with a passport page. */
  draft(change?: Partial<CustomerFields>, slots?: readonly DocumentSlot[]): Promise<Customer>;
};

/** The value of a result that must be good. */
export function good<T>(result: Result<T, AppError>): T {
  expect(result).toMatchObject({ ok: true });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** The error of a result that must not be good. */
export function bad<T>(result: Result<T, AppError>): AppError {
  expect(result).toMatchObject({ ok: false });
  if (result.ok) throw new Error('It went well');
  return result.error;
}

/** Sets a desk up; everything goes away with the test. */
export async function desk(provider: CustomerProvider | null = null, profileId = 'profile-1'): Promise<Desk> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bursar-customers-'));
  const timers = new Map<number, { readonly at: number; readonly run: () => void }>();
  const key = Buffer.alloc(32, 7);
  let serial = 0;
  const open = () => good(openDatabase({ file: path.join(folder, 'bursar.db'), key, clock: () => self.now }));
  const blobs = createBlobs({ dir: path.join(folder, 'files'), withKey: async (borrow) => ok(await borrow(key)), now: () => self.now });
  const make = (store: Database) => createCustomers({
    store, blobs, provider: () => self.provider, profileId, clock: () => self.now, ids: () => `id-${String(serial += 1).padStart(4, '0')}`, actor: () => 'Femke Osei',
    timers: {
      after: (ms, run) => {
        const timer = serial += 1;
        timers.set(timer, { at: self.now + ms, run });
        return () => { timers.delete(timer); };
      },
    },
    notify: (topic, id) => { if (topic === 'customers') self.changed.push(id); else self.captured.push(id); }, progress: (event) => { self.progress.push(event); }, log: () => undefined,
    chooseFolder: async () => self.folder,
  });
  const self = {
    store: undefined as unknown as Database, blobs, provider, now: Date.UTC(2026, 10, 20, 9), changed: [], captured: [], progress: [], folder: null,
    customers: undefined as unknown as Customers,
    planned: () => [...timers.values()].map(({ at }) => at - self.now).toSorted((a, b) => a - b),
    async pass(ms: number) {
      const end = self.now + ms;
      for (;;) {
        const due = [...timers].filter(([, { at }]) => at <= end).toSorted(([, a], [, b]) => a.at - b.at)[0];
        if (due === undefined) break;
        timers.delete(due[0]);
        self.now = Math.max(self.now, due[1].at);
        due[1].run();
        await settled();
      }
      self.now = end;
    },
    restart() {
      timers.clear();
      self.store.close();
      self.store = open();
      self.customers = make(self.store);
      self.customers.recover();
      self.customers.resume();
    },
    files: async () => readdir(path.join(folder, 'files')).catch(() => []),
    everyFile: async () => (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) => one.isFile()).map((one) => path.join(one.parentPath, one.name)),
    get: async (id: string) => good(await self.customers.handlers['customers.get']({ id })),
    place: (customerId: string, slot: DocumentSlot = 'identity', placing: Placing = {}) => placeDocument(self.customers, customerId, slot, { bytes: photo(), ...placing }),
    async draft(change: Partial<CustomerFields> = {}, slots: readonly DocumentSlot[] = ['identity']) {
      const saved = good(await self.customers.handlers['customers.save']({ id: null, fields: { ...thea, ...change } }));
      for (const slot of slots) good(await self.place(saved.id, slot));
      return self.get(saved.id);
    },
  } as { -readonly [K in keyof Desk]: Desk[K] };
  self.store = open();
  self.customers = make(self.store);
  self.customers.resume();
  onTestFinished(async () => {
    timers.clear();
    await self.customers.pause();
    if (self.store.isOpen) self.store.close();
    await rm(folder, { recursive: true, force: true });
  });
  return self;
}

/** Lets everything that waits on promises, files and loopback sockets come to rest. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => { setImmediate(resolve); });
}
