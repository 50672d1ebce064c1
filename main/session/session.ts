import { ok, type Result } from '../../preload/contract/result.ts';
import type { EventPayloads, Topic } from '../../preload/contract/api.ts';
import type { Preferences } from '../../preload/contract/app.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import type { Log } from '../log/log.ts';
import { createCustomers, type Customers } from '../customers/customers.ts';
import { createPayouts, type PayoutDesk } from '../payouts/payouts.ts';
import type { Provider } from '../providers/provider.ts';
import type { StoredProfile } from '../settings/schema.ts';
import type { Blobs } from '../store/blobs.ts';
import type { Database } from '../store/database.ts';
import { systemTimers } from '../vault/timers.ts';

/** What is encrypted and open: the database and the files. */
export type OpenStore = { readonly database: Database; readonly blobs: Blobs; readonly close: () => void };

/** One profile at work: its customers, its payouts, its provider. */
export type Session = {
  readonly profile: StoredProfile;
  readonly customers: Customers;
  readonly payouts: PayoutDesk;
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
  readonly preferences: () => Preferences;
  readonly notify: (topic: Topic, id: string | null) => void;
  readonly progress: (event: EventPayloads['progress']) => void;
  readonly log: Log;
};

/** Opens a session: connects the provider, makes the use-cases, puts right what a stop cut off, then starts following what is open. */
export async function openSession(options: SessionOptions, store: OpenStore, profile: StoredProfile): Promise<Result<Session, AppError>> {
  const connected = await options.connect(profile);
  if (!connected.ok) return connected;
  const provider = connected.value;
  const actor = () => options.preferences().userName || 'You';
  const common = { store: store.database, profileId: profile.id, clock: options.now, timers: systemTimers, ids: options.newId, actor, notify: options.notify };
  const customers = createCustomers({ ...common, blobs: store.blobs, provider: () => provider.customers, progress: options.progress, log: ({ code }) => { options.log.warn('customer-step-failed', code === undefined ? {} : { code }); } });
  const payouts = createPayouts({ ...common, provider: () => provider.payouts, customers, preferences: options.preferences, log: (_what, { error }) => { options.log.error('payout-fault', { errorName: String(error) as 'Error' }); } });
  customers.recover();
  const recovered = payouts.recover();
  if (!recovered.ok) return recovered;
  customers.resume();
  // The first look at the balances; what it finds or not reaches the screen by itself.
  void payouts.handlers['wallets.list']({ fresh: true });
  return ok({
    profile, customers, payouts,
    probe: async () => { await provider.payouts.wallets(); },
    online: () => { payouts.online(); },
    close: async () => {
      payouts.pause();
      await Promise.all([customers.pause(), payouts.idle()]);
      provider.close();
    },
  });
}
