import { describe, expect, it } from 'vitest';
import type { Tokens } from '../../../../main/providers/blaaiz/oauth.ts';
import { testScopes } from '../../../../main/providers/blaaiz/scope-test.ts';
import { appError } from '../../../../preload/contract/errors.ts';
import { fail, ok } from '../../../../preload/contract/result.ts';

type Answer = Awaited<ReturnType<Tokens['request']>>;
const grant = (scopes: readonly string[] | null = null): Answer => ok({ token: 'token-1', goodUntil: 1, scopes });
const lacking = fail(appError('scope-missing', 'A permission is missing.'));
const offline = fail(appError('offline', 'No line.'));

function ask(answer: (scopes: readonly string[], calls: number) => Answer): { tokens: Tokens; asked: string[] } {
  const asked: string[] = [];
  const request: Tokens['request'] = (scopes) => { asked.push(scopes.join(' ')); return Promise.resolve(answer(scopes, asked.length)); };
  return { asked, tokens: { request, get: () => Promise.resolve(ok('token-1')), drop: () => undefined } };
}

describe('the scopes a credential holds', () => {
  it('are all of them after one request, when nothing else is said', async () => {
    const { tokens, asked } = ask(() => grant());
    expect(await testScopes(tokens, ['a', 'b'])).toEqual({ token: 'token-1', held: ['a', 'b'], missing: [], error: null });
    expect(asked).toEqual(['a b']);
  });

  it('are those of the grant, when it names fewer', async () => {
    expect(await testScopes(ask(() => grant(['b', 'z'])).tokens, ['a', 'b'])).toEqual({ token: 'token-1', held: ['b'], missing: ['a'], error: null });
  });

  it('are found one by one after a refusal, and a token is had for just these', async () => {
    const { tokens, asked } = ask((scopes) => (scopes.includes('b') ? lacking : grant()));
    expect(await testScopes(tokens, ['a', 'b', 'c'])).toEqual({ token: 'token-1', held: ['a', 'c'], missing: ['b'], error: null });
    expect(asked).toEqual(['a b c', 'a', 'b', 'c', 'a c']);
  });

  it('may be none, and then there is no token and no error', async () => {
    const { tokens, asked } = ask(() => lacking);
    expect(await testScopes(tokens, ['a', 'b'])).toEqual({ token: null, held: [], missing: ['a', 'b'], error: null });
    expect(asked).toEqual(['a b', 'a', 'b']);
  });

  it('are called missing only when that is known: another failure ends the search', async () => {
    expect(await testScopes(ask(() => offline).tokens, ['a'])).toEqual({ token: null, held: [], missing: [], error: offline.error });
    const later = ask((_scopes, calls) => [lacking, grant()][calls - 1] ?? offline);
    expect(await testScopes(later.tokens, ['a', 'b', 'c'])).toEqual({ token: null, held: ['a'], missing: [], error: offline.error });
    expect(later.asked).toEqual(['a b c', 'a', 'b']);
  });

  it('keep the error of a last request that fails', async () => {
    const { tokens } = ask((scopes, calls) => (calls === 4 ? offline : scopes.includes('b') ? lacking : grant()));
    expect(await testScopes(tokens, ['a', 'b'])).toEqual({ token: null, held: ['a'], missing: ['b'], error: offline.error });
  });
});
