import type { Reply, Request } from '../../preload/contract/api.ts';
import type { Channel } from '../../preload/contract/channels.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import { ok, type Result } from '../../preload/contract/result.ts';

type AuditChannel = Extract<Channel, `audit.${string}`>;

/** The audit log of one profile, watched and anchored. */
export type AuditDesk = {
  readonly handlers: { readonly [C in AuditChannel]: (request: Request<C>) => Promise<Result<Reply<C>, AppError>> };
  /** Why nothing may be released while the log is broken and nobody has written why to go on; null otherwise. */
  readonly held: () => AppError | null;
  /** Checks the chain in the background; call it once after opening. */
  readonly start: () => void;
  /** Anchors the end of the chain and stops; the store may be closed after it. */
  readonly close: () => Promise<void>;
};

/** Makes the desk of one profile. */
export function createAuditDesk(): AuditDesk {
  const state = { verdict: 'unchecked' as const, checkedAt: null, rows: 0, head: '', anchored: null, brokenAt: null, what: null, words: null, accepted: null };
  return {
    handlers: {
      'audit.state': () => Promise.resolve(ok(state)), 'audit.verify': () => Promise.resolve(ok(state)), 'audit.list': () => Promise.resolve(ok([])),
      'audit.export': () => Promise.resolve(ok(null)), 'audit.accept': () => Promise.resolve(ok(state)),
    },
    held: () => null, start: () => undefined, close: () => Promise.resolve(),
  };
}
