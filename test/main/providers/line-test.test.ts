import { describe, expect, it } from 'vitest';
import type { HttpFailure } from '../../../main/providers/failure.ts';
import type { Http } from '../../../main/providers/http-types.ts';
import { testLine } from '../../../main/providers/line-test.ts';
import { fail, ok } from '../../../preload/contract/result.ts';

const now = Date.parse('2026-06-01T12:00:00Z');
const lineTo = async (baseUrl: string, answer: HttpFailure | { readonly date?: string }) => {
  const reply = 'kind' in answer ? fail(answer) : ok({ status: 404, headers: new Headers(answer.date === undefined ? {} : { date: answer.date }), text: '', json: undefined });
  const http = { request: () => Promise.resolve(reply) } as unknown as Http;
  const { checks, reached } = await testLine({ http, baseUrl, clock: () => now, name: 'Acme', clockFix: 'Set it.' });
  return { reached, told: checks.map((one) => [one.id, one.state, one.value]), fix: checks.find((one) => one.state === 'failed')?.fix };
};
const at = (ms: number) => ({ date: new Date(now + ms).toUTCString() });

describe('the line to a provider', () => {
  it('is reached by any answer, and judged by its certificate and its clock', async () => {
    expect(await lineTo('https://acme.test', at(0))).toMatchObject({ reached: true, told: [['dns', 'ok', 'acme.test'], ['tls', 'ok', 'Certificate trusted'], ['clock', 'ok', 'Right']] });
    expect((await lineTo('http://127.0.0.1:1', at(0))).told[1]).toEqual(['tls', 'skipped', 'Built-in sandbox']);
  });

  it.each([[-60_000, 'ok', '60 s off'], [-61_000, 'failed', '61 s fast'], [120_000, 'failed', '120 s slow']] as const)('tells a clock of ours that theirs differs from by %i ms as %s', async (ms, state, value) => {
    const line = await lineTo('https://acme.test', at(ms));
    expect(line.told[2]).toEqual(['clock', state, value]);
    if (state === 'failed') expect(line.fix).toBe('Set it.');
  });

  it('says when the provider tells no time', async () => {
    expect((await lineTo('https://acme.test', {})).told[2]).toEqual(['clock', 'skipped', 'Acme does not tell its time']);
  });

  it.each([
    ['tls', 'CERT_HAS_EXPIRED', 'tls', /certificate/], ['insecure', 'NOT_HTTPS', 'tls', /https/], ['offline', 'ENOTFOUND', 'dns', /spelling/], ['offline', 'ECONNREFUSED', 'dns', /firewall/],
    ['timeout', 'TIMEOUT', 'dns', /firewall/],
  ] as const)('that fails for %s (%s) fails at %s, with what to do', async (kind, code, id, fix) => {
    const line = await lineTo('https://acme.test', { kind, code });
    expect(line.reached).toBe(false);
    expect(line.told.filter(([, state]) => state === 'failed').map(([one]) => one)).toEqual([id]);
    expect(line.told.map(([one]) => one)).toEqual(['dns', 'tls', 'clock']);
    expect(line.fix).toMatch(fix);
  });
});
