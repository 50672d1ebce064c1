import type { EventPayloads } from '../../preload/contract/api.ts';
import type { DocumentSlot } from '../../preload/contract/documents.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { fail, type Result } from '../../preload/contract/result.ts';
import { createAudit, type Audit } from '../audit/audit.ts';
import type { CustomerProvider } from '../providers/provider.ts';
import type { Blobs } from '../store/blobs.ts';
import { createCustomerRows, type CustomerRecord, type CustomerRows } from '../store/customers.ts';
import type { Database } from '../store/database.ts';
import { createCaptureRows, type CaptureRows } from '../store/captures.ts';
import { createDocumentRows, type DocumentRecord, type DocumentRows } from '../store/documents.ts';
import { createEvents, type Events, type NewEvent } from '../store/events.ts';
import { guarded as guardedStore } from '../store/guarded.ts';
import { createKeptValues, type KeptValues } from '../store/kept-values.ts';
import { createScanFolders, type ScanFolders } from '../store/scan-folders.ts';
import { createStrikeRows, type StrikeRows } from '../store/strikes.ts';
import type { Timers } from '../vault/timers.ts';

/** A line of the log: ids and codes only, never what a form or a document holds. */
export type CustomerLog = (entry: { readonly event: string; readonly customer?: string; readonly code?: string }) => void;

/** What the customers of one profile are made from; `clock` gives epoch ms, `ids` a fresh unique id a call, `actor` who sits here,
 *  `provider` the profile's provider or null while there is none. */
export type CustomersDeps = {
  readonly store: Database;
  readonly blobs: Blobs;
  readonly provider: () => CustomerProvider | null;
  readonly profileId: string;
  readonly clock: () => number;
  readonly timers: Timers;
  readonly ids: () => string;
  readonly actor: () => string;
  /** Tells the screen that kept data changed. */
  readonly notify: (topic: 'customers' | 'captures', id: string | null) => void;
  /** Tells the screen how far an upload is. */
  readonly progress: (event: EventPayloads['progress']) => void;
  readonly log: CustomerLog;
  /** Lets the person choose a folder: its full path, null when they chose none. */
  readonly chooseFolder: () => Promise<string | null>;
};

/** A submission under way; it can be asked to stop, whole or for one slot. */
export type Run = {
  /** Slots that the person stopped. */
  readonly stoppedSlots: Set<DocumentSlot>;
  /** Why everything stops; null while it goes on. */
  stopped: AppError | null;
  /** Cuts the upload that runs now. */
  cut: (() => void) | null;
  currentSlot: DocumentSlot | null;
};

/** The deps with the repositories on top, and what is under way. */
export type Context = CustomersDeps & {
  readonly customers: CustomerRows;
  readonly documents: DocumentRows;
  readonly captures: CaptureRows;
  readonly strikes: StrikeRows;
  readonly scanFolders: ScanFolders;
  readonly events: Events;
  readonly kept: KeptValues;
  readonly audit: Audit;
  readonly runs: Map<string, Run & { readonly done: Promise<unknown> }>;
  /** Bytes sent of documents that are on their way now, by document id. */
  readonly sent: Map<string, number>;
  /** Runs file work one after the other, so that a blob isn't removed while it is being added again. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
};

/** Puts the repositories on top of the deps. */
export function createContext(deps: CustomersDeps): Context {
  return {
    ...deps,
    customers: createCustomerRows(deps.store, deps.profileId),
    documents: createDocumentRows(deps.store, deps.profileId),
    captures: createCaptureRows(deps.store, deps.profileId),
    strikes: createStrikeRows(deps.store, deps.profileId),
    scanFolders: createScanFolders(deps.store, deps.profileId),
    events: createEvents(deps.store, deps.profileId, deps.ids),
    kept: createKeptValues(deps.store, deps.profileId),
    audit: createAudit(deps.store, deps.profileId),
    runs: new Map(),
    sent: new Map(),
    inTurn: (work) => deps.blobs.inTurn(work),
  };
}

/** An entry of a customer's story without what the context knows. */
export type Told = Pick<NewEvent, 'source' | 'what'> & Partial<Pick<NewEvent, 'detail' | 'state' | 'folds'>>;

/** The customer, or `not-found`. */
export function find(context: Context, id: string): Result<CustomerRecord, AppError> {
  const record = context.customers.get(id);
  return record === null ? fail(appError('not-found', 'This customer is not on this computer any more.')) : { ok: true, value: record };
}

/** Changes a stored customer and tells its story in one transaction, from what is stored now; `untouched` keeps its place in lists. */
export function change(
  context: Context, id: string, patch: Partial<CustomerRecord>, told: readonly Told[] = [], untouched = false,
): CustomerRecord {
  const changed = context.store.transaction(() => {
    const current = context.customers.get(id);
    if (current === null) throw new Error('The customer went away while it was worked on');
    const next = { ...current, ...patch, updatedAt: untouched ? current.updatedAt : context.clock() };
    context.customers.put(next);
    for (const entry of told) tell(context, id, entry);
    return next;
  });
  context.notify('customers', id);
  return changed;
}

/** Adds to a customer's story. */
export function tell(context: Context, id: string, entry: Told): void {
  const actor = entry.source === 'you' ? context.actor() : null;
  context.events.append({ kind: 'customer', subjectId: id, at: context.clock(), actor, ...entry });
}

/** Writes down who did what to a customer; call it in the transaction of what it tells. */
export function noteDown(context: Context, id: string, what: string, detail: Readonly<Record<string, string | number>> = {}, actor = context.actor()): void {
  context.audit.append({ at: context.clock(), actor, what, subjectKind: 'customer', subjectId: id, detail });
}

/** Changes one document. */
export function changeDocument(context: Context, record: DocumentRecord, patch: Partial<DocumentRecord>): DocumentRecord {
  const next = { ...record, ...patch };
  context.documents.put(next);
  return next;
}

/** Runs a use-case: what the disk refuses and what a lock interrupts become errors, everything else thrown is a bug and stays one. */
export function guarded<T>(context: Context, work: () => Promise<Result<T, AppError>> | Result<T, AppError>): Promise<Result<T, AppError>> {
  return guardedStore(context.store, work);
}
