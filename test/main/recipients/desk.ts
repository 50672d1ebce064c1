import { onTestFinished } from 'vitest';
import { createAudit } from '../../../main/audit/audit.ts';
import type { KiraProvider } from '../../../main/providers/provider.ts';
import { createRecipientDesk, type Recipients } from '../../../main/recipients/recipients.ts';
import type { Database } from '../../../main/store/database.ts';
import { createRecipientRows, type RecipientRows } from '../../../main/store/recipients.ts';
import type { Recipient, RecipientFields } from '../../../preload/contract/recipients.ts';
import { wireForm } from '../../preload/contract/recipient-forms.ts';
import { good } from '../customers/desk.ts';
import { memoryStore } from '../store/open.ts';
import { kiraInMemory, type KiraInMemory } from './kira-in-memory.ts';

/** The recipients' desk over a real store and Kira in memory, with the clock in the test's hands. */
export type RecipientsRig = {
  recipients: Recipients;
  readonly store: Database;
  readonly rows: RecipientRows;
  readonly kira: KiraInMemory;
  readonly changed: (string | null)[];
  users: { readonly id: string; readonly name: string }[];
  connected: boolean;
  now: number;
  /** What was written down, in order. */
  audit(): string[];
  /** The app stops without a word and starts again. */
  restart(): void;
  draft(change?: Partial<RecipientFields>): Promise<Recipient>;
  create(id: string): Promise<Recipient>;
  list(query?: string, fresh?: boolean): Promise<readonly Recipient[]>;
};

/** Sets the desk up at a fixed moment; everything goes away with the test. */
export function rig(): RecipientsRig {
  const store = memoryStore();
  const kira = kiraInMemory(() => self.now);
  let serial = 0;
  const make = () => createRecipientDesk({
    store, profileId: 'p', provider: () => (self.connected ? kira as unknown as KiraProvider : null), accounts: { users: () => self.users }, clock: () => self.now,
    ids: () => `00000000-0000-4000-8000-${String(serial += 1).padStart(12, '0')}`, actor: () => 'Femke Osei', notify: (topic, id) => { if (topic === 'recipients') self.changed.push(id); },
  });
  const self: RecipientsRig = {
    store, kira, rows: createRecipientRows(store, 'p'), changed: [], users: [{ id: 'user-1', name: 'Quay' }], connected: true, now: Date.UTC(2026, 10, 20, 9),
    recipients: undefined as unknown as Recipients,
    audit: () => store.all<{ what: string }>("SELECT what FROM audit WHERE subject_kind = 'recipient' ORDER BY number").map(({ what }) => what),
    restart: () => {
      self.recipients = make();
      self.recipients.recover();
    },
    draft: async (change = {}) => good(await self.recipients.handlers['recipients.save']({ id: null, fields: { ...wireForm, ...change } })),
    create: async (id) => good(await self.recipients.handlers['recipients.create']({ id })),
    list: async (query = '', fresh = false) => good(await self.recipients.handlers['recipients.list']({ query, fresh })),
  };
  self.recipients = make();
  onTestFinished(() => {
    if (store.isOpen && !createAudit(store, 'p').verify().ok) throw new Error('The audit chain is broken');
    store.close();
  });
  return self;
}
