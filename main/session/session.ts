import type { EventPayloads, Topic } from '../../preload/contract/api.ts';
import type { KiraSettings, Preferences } from '../../preload/contract/app.ts';
import type { PracticeMail } from '../../preload/contract/accounts.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import { providerNames } from '../../preload/contract/provider.ts';
import { ok, type Result } from '../../preload/contract/result.ts';
import { createAccounts, type Accounts } from '../accounts/accounts.ts';
import type { AnchorStore } from '../audit/anchors.ts';
import { createAuditDesk, type AuditDesk } from '../audit/audit-desk.ts';
import { createAway, type AwayDesk } from '../away/away.ts';
import type { KeptDocument } from '../away/ports.ts';
import { createCustomers, type Customers } from '../customers/customers.ts';
import { createScanDesk, type ScanDesk, type ScanDeskDeps } from '../documents/scan.ts';
import type { Log } from '../log/log.ts';
import { createPayouts, type PayoutDesk } from '../payouts/payouts.ts';
import type { PayoutDeps, PeerProfile } from '../payouts/ports.ts';
import type { KiraProvider, Provider } from '../providers/provider.ts';
import { createRecipientDesk, type Recipients } from '../recipients/recipients.ts';
import { defaultKiraSettings, type StoredProfile } from '../settings/schema.ts';
import type { Blobs } from '../store/blobs.ts';
import type { Database } from '../store/database.ts';
import { markRestored } from '../store/restored.ts';
import { systemTimers } from '../vault/timers.ts';
import type { ProviderTime } from './provider-time.ts';

/** What is encrypted and open: the database and the files. */
export type OpenStore = { readonly database: Database; readonly blobs: Blobs; readonly close: () => void };

/** One profile at work: its customers or recipients, its accounts, its payouts, its provider. What the profile's provider doesn't have is empty. */
export type Session = {
  readonly profile: StoredProfile;
  readonly customers: Customers;
  readonly accounts: Accounts;
  readonly recipients: Recipients;
  readonly payouts: PayoutDesk;
  /** What changed while the provider was out of reach. */
  readonly away: AwayDesk;
  readonly auditLog: AuditDesk;
  /** Scanning into the tray. */
  readonly scan: ScanDesk;
  /** The mails of the built-in sandbox; none for other profiles. */
  readonly mailbox: () => Promise<Result<readonly PracticeMail[], AppError>>;
  /** How many payouts' outcome isn't known. */
  readonly unknown: () => number;
  /** One harmless read, to see whether the provider is there. */
  readonly probe: () => Promise<void>;
  /** The provider is reached again: what isn't known is looked up. Nothing is sent. */
  readonly online: () => void;
  /** Stops the timers, lets a payout that is being sent be written down, then lets go of the provider. */
  readonly close: () => Promise<void>;
};

/** What a session needs beside the store and the profile. */
export type SessionOptions = {
  readonly connect: (profile: StoredProfile) => Promise<Result<Provider, AppError>>;
  readonly now: () => number;
  readonly newId: () => string;
  readonly providerTime?: ProviderTime;
  readonly preferences: () => Preferences;
  /** Every profile of this computer. */
  readonly profiles: () => readonly StoredProfile[];
  /** What the profile holds beside its keys, as it is now. */
  readonly kiraSettings: (profileId: string) => KiraSettings | null;
  readonly saveKiraSettings: (profileId: string, settings: KiraSettings) => void;
  readonly mailbox: () => Promise<Result<readonly PracticeMail[], AppError>>;
  readonly clipboard: NonNullable<PayoutDeps['clipboard']>;
  readonly tellClipboard: (event: EventPayloads['clipboard']) => void;
  readonly scanning: Omit<ScanDeskDeps, 'keepCapture' | 'clock' | 'timers'>;
  readonly notify: (topic: Topic, id: string | null) => void;
  readonly progress: (event: EventPayloads['progress']) => void;
  /** Lets the person choose a folder: its full path, null when they chose none. */
  readonly chooseFolder: () => Promise<string | null>;
  /** What the audit log stands on: its note outside the store, where an exported one goes, and the app's version. */
  readonly audit: { readonly anchor: (profileId: string) => AnchorStore; readonly saveFile: (name: string) => Promise<string | null>; readonly version: string };
  readonly log: Log;
};

/** Opens a session: connects the provider, makes the use-cases, puts right what a stop cut off, then starts following what is open. */
export async function openSession(options: SessionOptions, store: OpenStore, profile: StoredProfile): Promise<Result<Session, AppError>> {
  options.providerTime?.forget();
  const connected = await options.connect(profile);
  if (!connected.ok) return connected;
  const desks = openDesks(options, store, profile, connected.value);
  const { customers, accounts, recipients, payouts } = desks;
  const close = () => closeDesks(desks, connected.value);
  let recovered: Result<null, AppError> | null = null;
  try {
    recovered = await recover(desks);
  } finally {
    if (recovered?.ok !== true) await close();
  }
  if (!recovered.ok) return recovered;
  customers.resume();
  // The first look at the balances, and at the recipients that were made elsewhere; what it finds or not reaches the screen by itself.
  const look = () => (profile.provider === 'kira' ? accounts.handlers['accounts.list']({ fresh: true }) : payouts.handlers['wallets.list']({ fresh: true }));
  void look().then(() => (profile.provider === 'kira' ? recipients.handlers['recipients.list']({ query: '', fresh: true }) : null));
  return ok({
    ...desks, profile,
    mailbox: () => (profile.builtIn ? options.mailbox() : Promise.resolve(ok([]))),
    unknown: () => payouts.stakes.unknown(),
    probe: async () => { await look(); },
    online: () => { payouts.online(); },
    close,
  });
}

/** Puts right what a stop cut off; a disk that takes nothing now may throw. */
async function recover({ auditLog, customers, recipients, payouts }: Desks): Promise<Result<null, AppError>> {
  await auditLog.start();
  customers.recover();
  recipients.recover();
  return payouts.recover();
}

async function closeDesks({ payouts, away, scan, customers, recipients, auditLog }: Desks, provider: Provider): Promise<void> {
  payouts.pause();
  await Promise.all([away.pause(), scan.pause()]);
  await Promise.all([customers.pause(), recipients.idle(), payouts.idle()]);
  await auditLog.close();
  provider.close();
}

type Desks = Pick<Session, 'customers' | 'accounts' | 'recipients' | 'payouts' | 'scan' | 'away' | 'auditLog'>;

function openDesks(options: SessionOptions, store: OpenStore, profile: StoredProfile, provider: Provider): Desks {
  const { now, notify, log } = options;
  const kira = provider.id === 'kira' ? provider.kira : null;
  const common = {
    store: store.database, profileId: profile.id, clock: now, timers: systemTimers, ids: options.newId, actor: () => options.preferences().userName || 'You', notify,
  };
  const customers = createCustomers({
    ...common, blobs: store.blobs, provider: () => (provider.id === 'blaaiz' ? provider.customers : null), progress: options.progress, chooseFolder: options.chooseFolder,
    log: ({ code }) => { log.warn('customer-step-failed', code === undefined ? {} : { code }); },
  });
  const accounts = createAccounts({ ...common, provider: () => kira });
  const recipients = createRecipientDesk({ ...common, provider: () => kira, accounts });
  const auditLog = createAuditDesk({ ...common, ...options.audit, profile, anchor: options.audit.anchor(profile.id), markRestored, recover: () => { payouts.recover(); } });
  const payouts = createPayouts({
    ...common, held: (id) => auditLog.held() ?? away.held(id), preferences: options.preferences, profileName: profile.name,
    ...(options.providerTime === undefined || profile.builtIn ? {} : { providerTime: options.providerTime.now }), peers: () => peersOf(profile, options.profiles()),
    clipboard: options.clipboard, tellClipboard: options.tellClipboard,
    lane: kira === null ? blaaizLane(store, provider, customers) : kiraLane(options, store, profile, kira, { accounts, recipients }),
    log: (_what, { error }) => { log.error('payout-fault', { errorName: String(error) as 'Error' }); },
  });
  const away = createAway({
    ...common, provider: providerNames[profile.provider], stakes: payouts.stakes,
    refreshCustomer: kira === null ? (id) => customers.refresh(id) : null, documentOf: (id) => documentOf(customers, id),
    refreshRecipients: kira === null ? null : () => recipients.handlers['recipients.list']({ query: '', fresh: true }),
  });
  const scan = createScanDesk({ ...options.scanning, clock: now, timers: systemTimers, keepCapture: (page) => customers.keepCapture(page) });
  return { customers, accounts, recipients, payouts, scan, away, auditLog };
}

async function documentOf(customers: Customers, id: string): Promise<KeptDocument | null> {
  const found = await customers.handlers['customers.get']({ id });
  return found.ok ? { name: found.value.name, expires: found.value.fields.idExpiryDate } : null;
}

/** The other profiles in which the same payout may be: practice looks through practice, live through live. */
function peersOf({ id, env }: StoredProfile, all: readonly StoredProfile[]): readonly PeerProfile[] {
  return all.filter((each) => each.env === env && each.id !== id).map((each) => ({ id: each.id, name: each.name, provider: each.provider }));
}

function blaaizLane(store: OpenStore, provider: Provider, customers: Customers): PayoutDeps['lane'] {
  return { id: 'blaaiz', provider: () => (provider.id === 'blaaiz' ? provider.payouts : null), customers, blobs: store.blobs };
}

function kiraLane(
  { kiraSettings, saveKiraSettings }: SessionOptions, store: OpenStore, { id, kira }: StoredProfile, provider: KiraProvider, desks: Pick<Desks, 'accounts' | 'recipients'>,
): PayoutDeps['lane'] {
  const settings = () => kiraSettings(id) ?? kira ?? defaultKiraSettings;
  return {
    id: 'kira', provider: () => provider, accounts: desks.accounts.desk, recipients: desks.recipients.desk, blobs: store.blobs, settings,
    learnedCodeNeeded: () => { saveKiraSettings(id, { ...settings(), codeNeeded: true }); },
  };
}
