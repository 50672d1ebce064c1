import { ok, type Result } from '../../preload/contract/result.ts';

/** Keeps the last grant that was given, in memory only. */
export type KeptGrant<G, E> = {
  /** The kept grant if it is enough, else a new one; however many ask at once, one request leaves. */
  get(isEnough: (grant: G) => boolean): Promise<Result<G, E>>;
  /** Forgets the grant with this token, so that the next `get` asks for a new one. */
  drop(token: string): void;
};

/** Makes a keeper of grants that asks for them with `request`; a failure is handed on and not kept. */
export function createKeptGrant<G extends { readonly token: string }, E>(request: () => Promise<Result<G, E>>): KeptGrant<G, E> {
  let kept: G | null = null;
  let asking: Promise<Result<G, E>> | null = null;
  const renew = async () => {
    const grant = await request();
    asking = null;
    if (grant.ok) kept = grant.value;
    return grant;
  };
  return {
    async get(isEnough) {
      return kept && isEnough(kept) ? ok(kept) : (asking ??= renew());
    },
    drop(token) {
      if (kept?.token === token) kept = null;
    },
  };
}
