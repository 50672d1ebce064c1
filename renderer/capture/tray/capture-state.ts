import type { Capture } from '../../../preload/contract/captures.ts';
import type { DocumentSlot, IdType } from '../../../preload/contract/documents.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import type { Looker } from '../preflight/port.ts';

/** Why a file or page can't be used, and for which slot it came; null for one that waited in the tray. */
export type Refusal = { readonly name: string; readonly slot: DocumentSlot | null; readonly error: AppError };

/** What is being looked at now: for which slot (null for what waits in the tray), and how far it is, 0 to 1. */
export type Checking = { readonly slot: DocumentSlot | null; readonly name: string; readonly part: number };

/** How capturing stands: `chosen` are the tray's chosen pages, `shown` the one of them on the stage; `going` are on their way into a slot. */
export type CapturingState = {
  readonly checking: Checking | null;
  readonly refusals: readonly Refusal[];
  readonly said: string;
  readonly chosen: ReadonlySet<string>;
  readonly shown: string | null;
  readonly going: ReadonlySet<string>;
};

/** What capturing works with; `customerId` keeps the form first if need be, null when that failed. */
export type CapturingDeps = {
  readonly looker: () => Looker;
  readonly customerId: () => Promise<string | null>;
  readonly idType: () => IdType;
};

/** What the work of a queue is given. `part` gives false when it is to stop; `filled` tells whether a slot holds a document. */
export type Job = {
  readonly deps: CapturingDeps;
  readonly filled: (slot: DocumentSlot) => boolean;
  readonly part: (value: number) => boolean;
  readonly set: (state: Partial<CapturingState>) => void;
  readonly choose: (ids: Iterable<string>, shown: string | null) => void;
  readonly refuse: (refusal: Omit<Refusal, 'slot'>) => void;
};

/** A document of several pages, one of which is edited. */
export type EditedDocument = { readonly slot: DocumentSlot; readonly pages: readonly Capture[] };
