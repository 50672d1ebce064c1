import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { LogFields } from '../../../main/log/fields.ts';
import { createLog, type Log } from '../../../main/log/log.ts';
import { createRotatingFile } from '../../../main/log/rotating-file.ts';

function listening(level?: keyof Log): { log: Log; lines: string[]; last: () => Record<string, unknown> } {
  const lines: string[] = [];
  const log = createLog({ sinks: [{ write: (line) => lines.push(line) }], ...(level ? { level } : {}) });
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown> };
}

/** As careless code would call it. */
type Careless = (event: string, fields?: Record<string, unknown>) => void;

const delicate = [
  'sk_live_9aF3kQ', 'eyJhbGciOiJIUzI1NiJ9.e30.x', 'Bearer abc', 'a good passphrase', 'Adaeze Okafor', 'adaeze@example.test', '+2348012345678',
  '0123456789', 'GB29NWBK60161331926819', 'A01234567', 'INV-2026-0042', '12 Marina Road, Lagos', '/home/adaeze/papers/passport.jpg',
  '/api/external/customer/7f3c9b1e-0000-4000-8000-123456789abc', 'https://storage.test/upload?signature=abc',
];

describe('the log', () => {
  it('writes event, time, level and the allowed fields, and nothing of the computer', () => {
    const { log, last } = listening();
    const fields: LogFields = {
      code: 'rate-limited', durationMs: 12.4, status: 429, method: 'POST', route: '/api/external/customer/{id}/files', attempt: 2, provider: 'blaaiz',
      count: 3, bytes: 1024, profileId: '7f3c9b1e-0000-4000-8000-123456789abc', errorName: 'TypeError',
    };
    log.warn('provider-answered', fields);
    const { time, ...rest } = last();
    expect(rest).toEqual({ level: 'warn', event: 'provider-answered', ...fields, durationMs: 12 });
    expect(String(time)).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  it.each(['ECONNRESET', 'ENOSPC', 'UND_ERR_CONNECT_TIMEOUT', 'SQLITE_BUSY', 'outcome-unknown'])('knows the code %s', (code) => {
    const { log, last } = listening();
    log.error('call-failed', { code });
    expect(last()['code']).toBe(code);
  });

  it.each(delicate)('never lets "%s" through, whatever it is put into', (secret) => {
    const { log, lines } = listening('debug');
    const names = [
      'event', 'code', 'durationMs', 'status', 'method', 'route', 'attempt', 'provider', 'count', 'bytes', 'profileId', 'errorName',
      'err', 'error', 'msg', 'message', 'token', 'name', 'accountNumber', 'body', 'headers', '__proto__', 'toJSON', 'time', 'level',
    ];
    for (const level of ['debug', 'info', 'warn', 'error'] as const) {
      const careless = log[level] as Careless;
      careless(secret);
      for (const name of names) careless('something-happened', { [name]: secret });
      for (const name of names) careless('something-happened', { [name]: { inner: secret } });
      for (const name of names) careless('something-happened', { [name]: [secret] });
      careless('something-happened', new Error(secret) as unknown as Record<string, unknown>);
      careless('something-happened', { err: new Error(secret), toJSON: () => secret });
    }
    expect(lines).toHaveLength(4 * (1 + 3 * names.length + 2));
    expect(lines.join('')).not.toContain(secret);
  });

  it.each([Number.NaN, Infinity, -1, 99, 600, 1e12])('takes %s for no status', (status) => {
    const { log, last } = listening();
    log.info('provider-answered', { status });
    expect(last()).not.toHaveProperty('status');
  });

  it('takes no account number for a number of things', () => {
    const { log, lines } = listening();
    log.info('provider-answered', { count: 60_161_331_926, attempt: 60_161_331, status: 60_161_331, durationMs: 60_161_331_926 });
    expect(lines.join('')).not.toContain('60161331');
  });

  it('keeps quiet below its level', () => {
    const { log, lines } = listening('warn');
    log.debug('a-detail');
    log.info('a-fact');
    expect(lines).toEqual([]);
    log.warn('a-warning');
    expect(lines).toHaveLength(1);
  });

  it('does not even compile with an event put together from data', () => {
    const { log, last } = listening();
    const payee: string = 'adaeze okafor';
    // @ts-expect-error only names that are written out are taken
    log.info(`paid-${payee}`);
    expect(last()['event']).toBe('unnamed-event');
  });
});

describe('the log in a file', () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'bursar-log-'));
  afterEach(() => { rmSync(dir, { recursive: true, force: true }); });

  it('has its lines on the disk at once', () => {
    const sink = createRotatingFile({ dir });
    createLog({ sinks: [sink] }).info('app-started', { durationMs: 5 });
    expect(readFileSync(path.join(dir, 'bursar.log'), 'utf8')).toMatch(/^\{.*"event":"app-started"\}\n$/);
    sink.close();
  });
});
