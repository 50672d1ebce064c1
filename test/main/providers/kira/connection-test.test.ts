import { afterEach, describe, expect, it } from 'vitest';
import { authReply, kiraAt } from '../support/kira.ts';
import { startServer, type Answer, type Seen, type TestServer } from '../support/server.ts';

const open: TestServer[] = [];
afterEach(async () => { await Promise.all(open.splice(0).map((server) => server.close())); });

/** A Kira whose keys belong to one stage. */
async function serve(stage: '' | '/sandbox', change: (seen: Seen) => Answer | null = () => null) {
  const server = await startServer((seen) => {
    const changed = change(seen);
    if (changed) return changed;
    if (seen.path === `${stage}/auth`) return { body: authReply() };
    if (seen.path.endsWith('/auth')) return { status: 403, body: { message: 'Forbidden' } };
    if (seen.path.startsWith(`${stage}/v1/virtual-accounts?`)) return { body: { data: [{ id: 'a1' }, { id: 'a2' }], pagination: { total: 2 } } };
    return { status: 403, body: { message: 'Missing Authentication Token' } };
  });
  open.push(server);
  return server;
}
const run = async (baseUrl: string, clock: () => number = Date.now) =>
  Object.fromEntries((await kiraAt(baseUrl, {}, { clock }).provider.test()).map((one) => [one.id, one]));

describe('the connection test', () => {
  it('passes line by line, without a line about permissions', async () => {
    const checks = await kiraAt((await serve('/sandbox')).url + '/sandbox/', {}, { clock: Date.now }).provider.test();
    expect(checks.map((one) => [one.id, one.label, one.state, one.value])).toEqual([
      ['dns', 'Address', 'ok', expect.stringMatching(/^127\./)], ['tls', 'Secure connection', 'skipped', 'Built-in sandbox'], ['clock', 'Clock', 'ok', 'Right'], ['token', 'Keys', 'ok', 'Accepted'],
      ['wallets', 'Virtual accounts', 'ok', '2'], ['rate', 'Requests', 'skipped', 'Kira does not tell; Bursar keeps to 5 a second'],
    ]);
    expect(checks.every((one) => one.fix === null)).toBe(true);
  });

  it.each([['/sandbox', ''], ['', '/sandbox']] as const)('C22: says which address works when keys of stage \u201c%s\u201d are used at \u201c%s\u201d', async (belongs, used) => {
    const server = await serve(belongs);
    const checks = await run(server.url + used);
    expect(checks['token']).toMatchObject({ state: 'failed', fix: `These keys work at ${server.url}${belongs}. Change the address of the profile to it.` });
    expect(checks['wallets']?.state).toBe('skipped');
  });
  it('C22: says what to check when neither address takes the keys, and tries no other for a wrong password', async () => {
    const closed = await serve('', (seen) => (seen.path.endsWith('/auth') ? { status: 403, body: { message: 'Forbidden' } } : null));
    expect((await run(closed.url))['token']).toMatchObject({ state: 'failed', fix: expect.stringContaining('with or without /sandbox') as string });
    const wrong = await serve('', (seen) => (seen.path.endsWith('/auth') ? { status: 401, body: { message: 'Unauthorized' } } : null));
    expect((await run(wrong.url))['token']).toMatchObject({ state: 'failed', value: expect.stringContaining('password') as string });
    expect(wrong.seen.map((seen) => seen.path)).toEqual(['/', '/auth']);
  });

  it.each([[59_000, 'ok'], [120_000, 'failed'], [-120_000, 'failed']])('judges a clock that is %i ms off as %s', async (skew, state) => {
    expect((await run((await serve('')).url, () => Date.now() + skew))['clock']?.state).toBe(state);
  });
  it('warns without accounts and explains a read that fails', async () => {
    const listed = (answer: Answer) => serve('', (seen) => (seen.path.startsWith('/v1/') ? answer : null));
    expect((await run((await listed({ body: { data: [] } })).url))['wallets']).toMatchObject({ state: 'warn', value: 'None' });
    expect((await run((await listed({ status: 401, body: { message: 'Unauthorized' } })).url))['wallets']).toMatchObject({ state: 'failed' });
    expect((await run((await listed({ body: 'error code: 522' })).url))['wallets']).toMatchObject({ state: 'failed', fix: expect.stringContaining('Test the profile') as string });
  });
  it('tells the allowance when Kira does', async () => {
    const told = await serve('', (seen) => (seen.path.startsWith('/v1/') ? { body: [], headers: { 'ratelimit-limit': '10', 'ratelimit-remaining': '1' } } : null));
    expect((await run(told.url))['rate']).toMatchObject({ state: 'warn', value: '1 of 10 left' });
  });
  it('stops at a line that can\u2019t be made', async () => {
    const server = await serve('');
    await server.close();
    const checks = await run(server.url);
    expect(Object.values(checks).map((one) => one.state)).toEqual(['failed', 'skipped', 'skipped', 'skipped', 'skipped', 'skipped']);
    expect((await run('http://api.kira.test'))['tls']).toMatchObject({ state: 'failed', value: 'Not https' });
  });
});
