import type { Reply, Request } from '../../preload/contract/api.ts';
import type { Channel } from '../../preload/contract/channels.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import type { Recipient } from '../../preload/contract/recipients.ts';
import type { Result } from '../../preload/contract/result.ts';
import { guarded } from '../store/guarded.ts';
import * as book from './book.ts';
import { createContext, type Context, type RecipientsDeps } from './context.ts';
import { create } from './create.ts';
import { recover } from './recover.ts';
import { toRecipient } from './view.ts';

/** The channels that the recipients answer. */
export type RecipientChannel = Extract<Channel, `recipients.${string}`>;
/** Answers to the recipients' channels, by channel name. */
export type RecipientHandlers = { readonly [C in RecipientChannel]: (request: Request<C>) => Promise<Result<Reply<C>, AppError>> };

/** The recipients of one profile. */
export type Recipients = {
  readonly handlers: RecipientHandlers;
  readonly desk: {
    /** A recipient of the book, hidden ones too; null when there is none. */
    find(id: string): Recipient | null;
    /** Writes down that a recipient was paid (epoch ms). */
    paid(id: string, at: number): void;
  };
  /** Call once after opening: what a crash or a lock cut off is not known, and waits for a person. Nothing is sent. */
  recover(): void;
  /** Resolves when nothing is being made any more. */
  idle(): Promise<void>;
};

/** Makes the recipients of one profile. Nothing is asked of Kira before a request. */
export function createRecipientDesk(deps: RecipientsDeps): Recipients {
  const context = createContext(deps);
  return {
    handlers: handlersOf(context),
    desk: {
      find: (id) => {
        const record = context.rows.get(id);
        return record === null ? null : toRecipient(record);
      },
      paid: (id, at) => {
        context.rows.paid(id, at);
        context.notify('recipients', id);
      },
    },
    recover: () => { recover(context); },
    idle: async () => { await Promise.allSettled(context.running.values()); },
  };
}

function handlersOf(context: Context): RecipientHandlers {
  const on = <Q, A>(answer: (context: Context, request: Q) => Promise<Result<A, AppError>> | Result<A, AppError>) =>
    (request: Q): Promise<Result<A, AppError>> => guarded(context.store, () => answer(context, request));
  return { 'recipients.list': on(book.list), 'recipients.save': on(book.save), 'recipients.create': on(create), 'recipients.remove': on(book.remove) };
}
