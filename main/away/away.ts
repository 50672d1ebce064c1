import type { Reply, Request } from '../../preload/contract/api.ts';
import type { Channel } from '../../preload/contract/channels.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import { ok, type Result } from '../../preload/contract/result.ts';

type AwayChannel = Extract<Channel, `away.${string}`>;

/** What changed while the provider was out of reach, of one profile. */
export type AwayDesk = {
  readonly handlers: { readonly [C in AwayChannel]: (request: Request<C>) => Promise<Result<Reply<C>, AppError>> };
  /** Why nothing may be released before the sheet was looked at; null when it was, or nothing is to be seen. */
  readonly held: () => AppError | null;
  /** Hears that the line broke or came back. */
  readonly reached: (online: boolean) => void;
};

/** Makes the desk of one profile. */
export function createAway(): AwayDesk {
  const sheet = { pending: false, since: null, until: null, readAt: null, changes: [], same: 0, unread: [], key: '' };
  const answer = () => Promise.resolve(ok(sheet));
  return { handlers: { 'away.sheet': answer, 'away.read': answer, 'away.accept': answer }, held: () => null, reached: () => undefined };
}
