import { describe, expect, it } from 'vitest';
import { check, failedWith, rateCheck, skipped, walletsCheck } from '../../../main/providers/connection-checks.ts';
import type { Http } from '../../../main/providers/http-types.ts';
import { appError } from '../../../preload/contract/errors.ts';
import { fail, ok } from '../../../preload/contract/result.ts';

const error = appError('provider-down', 'Not read.', { fix: 'Wait.' });
const rate = (remaining: number, told = true) =>
  rateCheck({ budget: () => ({ remaining, limit: 100, resetAt: null, told }) } as Http, (limit) => `${limit} assumed`, ' today');

describe('a line of the connection test', () => {
  it('has its label, and nothing to do unless told', () => {
    expect(check('dns', 'ok', 'host')).toEqual({ id: 'dns', label: 'Address', state: 'ok', value: 'host', fix: null });
    expect(skipped('scopes')).toEqual({ id: 'scopes', label: 'Permissions', state: 'skipped', value: 'Not reached', fix: null });
    expect(failedWith('token', error)).toEqual({ id: 'token', label: 'Keys', state: 'failed', value: 'Not read.', fix: 'Wait.' });
  });

  it('about wallets tells them, warns without any, and explains a read that failed', () => {
    const line = (read: Parameters<typeof walletsCheck<string>>[0]) => walletsCheck(read, 'Ask.', (rows) => rows.join('+'));
    expect(line(ok(['NGN', 'GBP']))).toMatchObject({ state: 'ok', value: 'NGN+GBP', fix: null });
    expect(line(ok([]))).toMatchObject({ state: 'warn', value: 'None', fix: 'Ask.' });
    expect(line(fail(error))).toMatchObject({ state: 'failed', value: 'Not read.', fix: 'Wait.' });
  });

  it('about requests warns when a tenth or less is left, and says when nothing was told', () => {
    expect(rate(11)).toMatchObject({ state: 'ok', value: '11 of 100 left today' });
    expect(rate(10)).toMatchObject({ state: 'warn', value: '10 of 100 left today' });
    expect(rate(0, false)).toMatchObject({ state: 'skipped', value: '100 assumed' });
  });
});
