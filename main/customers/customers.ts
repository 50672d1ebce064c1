import type { Reply, Request } from '../../preload/contract/api.ts';
import type { Channel } from '../../preload/contract/channels.ts';
import type { CustomerRow } from '../../preload/contract/customers.ts';
import type { Capture } from '../../preload/contract/captures.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import type { Result } from '../../preload/contract/result.ts';
import * as tray from '../documents/captures.ts';
import * as files from '../documents/documents.ts';
import { keepCapture, type OfferedCapture } from '../documents/keep-capture.ts';
import { override } from '../documents/override.ts';
import { createScanFolder, type ScanFolderDesk } from '../documents/scan-folder.ts';
import { adopt } from './adopt.ts';
import { createContext, guarded, type Context, type CustomersDeps } from './context.ts';
import * as drafts from './drafts.ts';
import { check, createFollower, type Follower } from './follow.ts';
import { idLabel } from './id-label.ts';
import { recover } from './recover.ts';
import { refresh, standing, type Standing } from './standing.ts';
import { cancelUpload, stopAll, stoppedByLock, submit } from './submit.ts';
import { supportNote } from './support-note.ts';
import { search, today, type CustomersToday } from './today.ts';
import { twins } from './twins.ts';
import { update } from './update.ts';

/** The channels that the customers of a profile answer. */
export type CustomerChannel = Extract<Channel, `customers.${string}` | `documents.${string}` | `captures.${string}`>;

/** Answers to the customers', documents' and captures' channels, by channel name. */
export type CustomerHandlers = { readonly [C in CustomerChannel]: (request: Request<C>) => Promise<Result<Reply<C>, AppError>> };

/** The customers of one profile, their documents, and the tray these are made from. */
export type Customers = {
  readonly handlers: CustomerHandlers;
  /** Keeps an original in the tray as it comes, never whole in memory. Errors: file-empty, file-size, file-type, conflict while the tray is full, storage,
   *  locked. A source that throws keeps nothing and throws on. */
  keepCapture(offered: OfferedCapture): Promise<Result<Capture[], AppError>>;
  /** The customers' half of `today.summary`. */
  today(): CustomersToday;
  /** The customers' half of `search.all`. */
  search(query: string): readonly CustomerRow[];
  /** Where a customer stands as last read; null when there is none. */
  standing(id: string): Standing | null;
  /** Where a customer stands at the provider now. */
  refresh(id: string): Promise<Result<Standing, AppError>>;
  /** Call once after opening: what a crash or a lock left half sent waits for a person. Nothing is sent. */
  recover(): void;
  /** Stops looking and sending, before the store closes; resolves when everything has been written down. */
  pause(): Promise<void>;
  /** Looks again at pending customers; call it after `recover`. */
  resume(): void;
};

/** Makes the customers of one profile. Nothing is asked of the provider, and no folder watched, before `resume` or a request. */
export function createCustomers(deps: CustomersDeps): Customers {
  let follower: Follower | null = null;
  // Any change of a customer may bring a look-up closer.
  const context = createContext({ ...deps, notify: (topic, id) => { deps.notify(topic, id); follower?.plan(); } });
  follower = createFollower(context);
  const follow = follower;
  const folder = createScanFolder(context);
  return {
    handlers: handlersOf(context, folder),
    keepCapture: (offered) => guarded(context, () => keepCapture(context, offered)),
    today: () => today(context),
    search: (query) => search(context, query),
    standing: (id) => standing(context, id),
    refresh: (id) => guarded(context, () => refresh(context, id)),
    recover: () => { recover(context); },
    pause: async () => {
      follow.pause();
      await Promise.all([stopAll(context, stoppedByLock), folder.pause()]);
    },
    resume: () => {
      follow.resume();
      folder.resume();
    },
  };
}

function handlersOf(context: Context, folder: ScanFolderDesk): CustomerHandlers {
  const on = <Q, A>(answer: (context: Context, request: Q) => Promise<Result<A, AppError>> | Result<A, AppError>) =>
    (request: Q): Promise<Result<A, AppError>> => guarded(context, () => answer(context, request));
  return {
    'customers.list': on(drafts.list), 'customers.get': on(drafts.get), 'customers.save': on(drafts.save), 'customers.discard': on(drafts.discard),
    'customers.twins': on(twins), 'customers.idLabel': on(idLabel), 'customers.submit': on(submit), 'customers.cancelUpload': on(cancelUpload),
    'customers.check': on(check), 'customers.supportNote': on(supportNote), 'customers.update': on(update), 'customers.adopt': on(adopt),
    'documents.place': on(files.place), 'documents.override': on(override), 'documents.read': on(files.read), 'documents.remove': on(files.remove),
    'captures.list': on(tray.list), 'captures.add': on(tray.add), 'captures.opened': on(tray.opened), 'captures.refuse': on(tray.refuse), 'captures.save': on(tray.save),
    'captures.read': on(tray.read), 'captures.thumb': on(tray.thumb), 'captures.order': on(tray.order), 'captures.remove': on(tray.remove),
    'captures.chooseFolder': on(() => folder.choose()), 'captures.folder': on(() => folder.state()), 'captures.forgetFolder': on(() => folder.forget()),
  };
}
