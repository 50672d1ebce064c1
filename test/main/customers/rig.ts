import { onTestFinished } from 'vitest';
import { createContext, type Context, type CustomersDeps } from '../../../main/customers/context.ts';
import type { CustomerRecord } from '../../../main/store/customers.ts';
import type { DocumentRecord } from '../../../main/store/documents.ts';
import { countingIds, memoryStore } from '../store/open.ts';
import { thea } from './desk.ts';
import { scripted, type Scripted } from './scripted.ts';

/** A customers' context without a desk around it: what one file does can be looked at. */
export type Rig = {
  readonly context: Context;
  readonly provider: Scripted;
  /** Ids of customers whose change was announced. */
  readonly changed: (string | null)[];
  put(change?: Partial<CustomerRecord>): CustomerRecord;
  document(change?: Partial<DocumentRecord>): DocumentRecord;
};

/** Makes a {@link Rig} over an in-memory store at 5000. */
export function rig(): Rig {
  const provider = scripted();
  const store = memoryStore();
  onTestFinished(() => { store.close(); });
  const changed: (string | null)[] = [];
  const context = createContext({
    store, blobs: {} as CustomersDeps['blobs'], provider: () => provider, profileId: 'p', clock: () => 5000, timers: { after: () => () => undefined }, ids: countingIds(),
    actor: () => 'Femke Osei', notify: (topic, id) => { if (topic === 'customers') changed.push(id); }, progress: () => undefined, log: () => undefined, chooseFolder: async () => null,
  });
  return {
    context, provider, changed,
    put: (change = {}) => {
      const record: CustomerRecord = {
        id: 'c', state: 'draft', remoteId: null, fields: thea, extraChecks: false, pendingSince: null, verifiedAt: null, checkedAt: null, nextCheckAt: null, checkCount: 0,
        comment: null, problem: null, createdAt: 1, updatedAt: 1, ...change,
      };
      context.customers.put(record);
      return record;
    },
    document: (change = {}) => {
      const record: DocumentRecord = {
        id: 'd', customerId: 'c', slot: 'identity', name: 'pass.jpg', mime: 'image/jpeg', bytes: 10, pages: null, state: 'kept', sent: 0, problem: null, addedAt: 1, blobHash: 'h',
        fileId: null, evidence: [], overrides: [], captureIds: [], strike: null, setAside: false, ...change,
      };
      context.documents.put(record);
      return record;
    },
  };
}
