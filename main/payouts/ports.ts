import type { VirtualAccount } from '../../preload/contract/accounts.ts';
import type { EventPayloads, Topic } from '../../preload/contract/api.ts';
import type { KiraSettings, Preferences } from '../../preload/contract/app.ts';
import type { CustomerState } from '../../preload/contract/customers.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import type { ProviderId } from '../../preload/contract/provider.ts';
import type { Recipient } from '../../preload/contract/recipients.ts';
import type { Result } from '../../preload/contract/result.ts';
import type { KiraProvider, PayoutProvider } from '../providers/provider.ts';
import type { Blobs } from '../store/blobs.ts';
import type { Database } from '../store/database.ts';
import type { Timers } from '../vault/timers.ts';

/** What payouts must know of a customer; `remoteId` is the provider's id, null before it was created there. */
export type CustomerStanding = {
  readonly remoteId: string | null;
  readonly state: CustomerState;
  readonly extraChecks: boolean;
  readonly name: string;
};

/** The customers' desk as payouts see it. */
export type CustomerDesk = {
  /** What is kept of a customer of this profile; null when there is none. */
  standing(id: string): CustomerStanding | null;
  /** Asks the provider how the customer stands now and keeps the answer. */
  refresh(id: string): Promise<Result<unknown, AppError>>;
};

/** The virtual accounts' desk as payouts see it. */
export type AccountDesk = {
  /** An account as last read; null when it isn't known. */
  find(id: string): VirtualAccount | null;
  /** Asks the provider for the accounts and keeps the answer. */
  refresh(): Promise<Result<unknown, AppError>>;
};

/** The recipients' desk as payouts see it. */
export type RecipientDesk = {
  /** A recipient of the book, hidden ones too; null when there is none. */
  find(id: string): Recipient | null;
  /** Writes down that a recipient was paid (epoch ms). */
  paid(id: string, at: number): void;
};

/** What a Blaaiz payout works with; `provider` is null while the profile has no connection. */
export type BlaaizLaneDeps = {
  readonly id: 'blaaiz';
  readonly provider: () => PayoutProvider | null;
  readonly customers: CustomerDesk;
  /** Where the bytes of files are that stay here with a payout. */
  readonly blobs: Blobs;
};

/** What a Kira payout works with; `provider` is null while the profile has no connection. */
export type KiraLaneDeps = {
  readonly id: 'kira';
  readonly provider: () => KiraProvider | null;
  readonly accounts: AccountDesk;
  readonly recipients: RecipientDesk;
  /** What the profile holds beside its keys, as it is now. */
  readonly settings: () => KiraSettings;
  /** Where the bytes of supporting documents are. */
  readonly blobs: Blobs;
  /** Kira asked for a code although the settings say that it asks for none. */
  readonly learnedCodeNeeded?: () => void;
};

/** The system's clipboard, as text. */
export type Clipboard = { write(text: string): void; read(): string | Promise<string> };

/** Another profile of the same kind (practice or live) in the same store. */
export type PeerProfile = { readonly id: string; readonly name: string; readonly provider: ProviderId };

/** Everything payouts work with. `clock` gives epoch ms, `ids` a fresh unique id a call (a UUID v4, which Kira's keys must be), `actor` the name of
 *  who works now. */
export type PayoutDeps = {
  readonly store: Database;
  readonly profileId: string;
  readonly lane: BlaaizLaneDeps | KiraLaneDeps;
  readonly clock: () => number;
  readonly timers: Timers;
  readonly ids: () => string;
  readonly preferences: () => Pick<Preferences, 'takeBackSeconds' | 'watchDays' | 'toleranceBasisPoints' | 'toleranceHundredths'>;
  readonly actor: () => string;
  readonly notify: (topic: Topic, id: string | null) => void;
  /** Takes facts without names, amounts or account numbers. */
  readonly log: (what: string, facts: Readonly<Record<string, string | number | null>>) => void;
  /** Why nothing may be released just now, or just not this payout; null when nothing is in the way. */
  readonly held?: (id: string) => AppError | null;
  /** What time it is by the provider's clock, as its last answer told (epoch ms); null before one, left out where the provider is this computer. */
  readonly providerTime?: () => number | null;
  /** The time zone of this computer (IANA name); as the system says when left out. */
  readonly zone?: () => string;
  /** What this profile is called; the provider's name when left out. */
  readonly profileName?: string;
  /** The other profiles that the radar looks at; none when left out. */
  readonly peers?: () => readonly PeerProfile[];
  readonly clipboard?: Clipboard;
  /** Tells the screens that the clipboard holds something else than the address that was copied. */
  readonly tellClipboard?: (payload: EventPayloads['clipboard']) => void;
};
