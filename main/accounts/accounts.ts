import type { VirtualAccount } from '../../preload/contract/accounts.ts';
import type { Reply, Request, Topic } from '../../preload/contract/api.ts';
import type { Channel } from '../../preload/contract/channels.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { KiraProvider } from '../providers/provider.ts';
import type { Database } from '../store/database.ts';
import { guarded } from '../store/guarded.ts';
import { createKeptValues, type KeptValues } from '../store/kept-values.ts';

/** What the virtual accounts of one profile are made from; `clock` gives epoch ms, `provider` is null where the profile has no connection to Kira. */
export type AccountsDeps = {
  readonly store: Database;
  readonly profileId: string;
  readonly provider: () => KiraProvider | null;
  readonly clock: () => number;
  /** Tells the screen that kept data changed. */
  readonly notify: (topic: Topic, id: string | null) => void;
};

/** The channels that the accounts answer. */
export type AccountChannel = Extract<Channel, `accounts.${string}`>;
/** Answers to the accounts' channels, by channel name. */
export type AccountHandlers = { readonly [C in AccountChannel]: (request: Request<C>) => Promise<Result<Reply<C>, AppError>> };

/** A user at Kira who owns accounts. */
export type AccountUser = { readonly id: string; readonly name: string };

/** The virtual accounts of one profile, as last read from Kira. */
export type Accounts = {
  readonly handlers: AccountHandlers;
  readonly desk: {
    /** An account as last read; null when it isn't known. */
    find(id: string): VirtualAccount | null;
    /** Asks Kira for the accounts and keeps the answer. */
    refresh(): Promise<Result<readonly VirtualAccount[], AppError>>;
  };
  /** The users whose accounts are known, each once, by name. */
  users(): readonly AccountUser[];
};

const keptKey = 'accounts';
const noConnection = appError('not-set-up', 'This profile has no connection to Kira.', { fix: 'Choose a Kira profile in Settings, or add its keys there.' });

/** Makes the virtual accounts of one profile. Nothing is asked of Kira before a request. */
export function createAccounts(deps: AccountsDeps): Accounts {
  const values = createKeptValues(deps.store, deps.profileId);
  const kept = () => values.get<readonly VirtualAccount[]>(keptKey);
  const refresh = () => guarded(deps.store, () => read(deps, values));
  return {
    handlers: {
      'accounts.list': ({ fresh }) => guarded<Reply<'accounts.list'>>(deps.store, async () => {
        const asked = fresh ? await refresh() : null;
        const known = kept();
        if (known !== null) return ok({ accounts: [...known.value], readAt: known.readAt });
        return asked !== null && !asked.ok ? asked : ok({ accounts: [], readAt: null });
      }),
      'accounts.deposits': ({ accountId }) => guarded(deps.store, () => deposits(deps, accountId)),
    },
    desk: { find: (id) => kept()?.value.find((account) => account.id === id) ?? null, refresh },
    users: () => usersOf(kept()?.value ?? []),
  };
}

async function read({ provider, clock, notify }: AccountsDeps, values: KeptValues): Promise<Result<readonly VirtualAccount[], AppError>> {
  const kira = provider();
  if (kira === null) return fail(noConnection);
  const accounts = await kira.accounts();
  if (accounts.ok) {
    values.put(keptKey, accounts.value, clock());
    notify('accounts', null);
  }
  return accounts;
}

async function deposits({ provider }: AccountsDeps, accountId: string): Promise<Result<Reply<'accounts.deposits'>, AppError>> {
  const kira = provider();
  if (kira === null) return fail(noConnection);
  const found = await kira.deposits(accountId);
  return found.ok ? ok({ deposits: [...found.value] }) : found;
}

function usersOf(accounts: readonly VirtualAccount[]): readonly AccountUser[] {
  const users = new Map(accounts.map(({ userId, userName }) => [userId, { id: userId, name: userName }]));
  return [...users.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'en') || a.id.localeCompare(b.id));
}
