import type { AppError } from '../../../preload/contract/errors.ts';
import type { Tokens } from './oauth.ts';

/** What a credential may do: `token` carries the scopes held, null when none could be had; `error` when it failed for another reason. */
export type ScopesResult = {
  readonly token: string | null;
  readonly held: readonly string[];
  readonly missing: readonly string[];
  readonly error: AppError | null;
};

/** Finds out which of the scopes a credential holds. A token request that names one it lacks fails as a whole (Blaaiz guide:
 *  Authentication), so after such a failure each scope is asked for alone. */
export async function testScopes(tokens: Tokens, scopes: readonly string[]): Promise<ScopesResult> {
  const all = await tokens.request(scopes);
  if (all.ok) {
    const { token, scopes: granted } = all.value;
    const missing = granted === null ? [] : scopes.filter((scope) => !granted.includes(scope));
    return { token, missing, held: scopes.filter((scope) => !missing.includes(scope)), error: null };
  }
  if (all.error.code !== 'scope-missing') return { token: null, held: [], missing: [], error: all.error };
  return askOneByOne(tokens, scopes);
}

async function askOneByOne(tokens: Tokens, scopes: readonly string[]): Promise<ScopesResult> {
  const held: string[] = [];
  for (const scope of scopes) {
    const one = await tokens.request([scope]);
    if (one.ok) held.push(scope);
    else if (one.error.code !== 'scope-missing') return { token: null, held, missing: [], error: one.error };
  }
  const missing = scopes.filter((scope) => !held.includes(scope));
  if (held.length === 0) return { token: null, held, missing, error: null };
  const token = await tokens.request(held);
  return token.ok ? { token: token.value.token, held, missing, error: null } : { token: null, held, missing, error: token.error };
}
