import { describe, expect, it } from 'vitest';
import { safeEvent, safeFields } from '../../../main/log/fields.ts';
import { channels } from '../../../preload/contract/channels.ts';
import { errorCodes } from '../../../preload/contract/errors.ts';

const passes = (name: string, value: unknown) => Object.hasOwn(safeFields({ [name]: value }), name);

describe('the fields of a log line', () => {
  it('know every code and every channel of ours', () => {
    expect(errorCodes.filter((code) => !passes('code', code))).toEqual([]);
    expect(channels.filter((channel) => !passes('channel', channel))).toEqual([]);
  });

  it('have each a largest number, and whole numbers only', () => {
    const limits = { durationMs: 86_400_000, status: 599, attempt: 1000, count: 10_000_000, bytes: 10_000_000_000 };
    for (const [name, most] of Object.entries(limits)) expect([name, passes(name, most), passes(name, most + 1), passes(name, -1), passes(name, '5')]).toEqual([name, true, false, false, false]);
    expect(safeFields({ durationMs: 1.6, bytes: 0.4 })).toEqual({ durationMs: 2, bytes: 0 });
    expect([passes('status', 100), passes('status', 99)]).toEqual([true, false]);
  });

  it.each(['/api/external/customer/{id}', '/v1/payout', '/{id}'])('take %s for a route', (route) => { expect(passes('route', route)).toBe(true); });
  it.each(['', 'api', '/customer/42', '/customer/{id}/', '/Customer', '/customer?x=1', '/{}', `/${'a'.repeat(120)}`, '/a\n/b'])('take %j for none', (route) => {
    expect(passes('route', route)).toBe(false);
  });

  it.each(['sandbox', '7f3c9b1e-0000-4000-8000-123456789abc'])('take %s for a profile', (id) => { expect(passes('profileId', id)).toBe(true); });
  it.each(['Halden', '7F3C9B1E-0000-4000-8000-123456789ABC', 'sandbox\n'])('take %j for none', (id) => { expect(passes('profileId', id)).toBe(false); });
  it.each(['E1234', 'EU', 'ERR_', 'SQLITE_0261745519', 'econnreset', 'NETWORK'])('take %s for no code', (code) => { expect(passes('code', code)).toBe(false); });

  it('are plain values: what only reads like one is left out', () => {
    const like = (text: string, secret: string) => ({ toString: () => text, toJSON: () => secret });
    expect(safeFields({ code: like('offline', 'secret'), method: ['GET'], provider: new String('kira'), channel: ['app.state'] })).toEqual({});
    expect(safeFields({ code: ['offline'] })).toEqual({});
  });

  it('are read from the object itself: nothing is run and nothing inherited', () => {
    let runs = 0;
    const getter = Object.defineProperty({}, 'code', { enumerable: true, get: () => { runs += 1; return 'offline'; } });
    expect(safeFields(getter)).toEqual({});
    expect(safeFields(Object.create({ code: 'offline', status: 200 }) as Record<string, unknown>)).toEqual({});
    expect(runs).toBe(0);
  });
});

describe('the name of an event', () => {
  it.each(['app-started', 'a', 'a-b-c-d-e-f-g-h'])('may be %s', (event) => { expect(safeEvent(event)).toBe(event); });
  it.each(['', 'Adaeze', 'paid-', 'paid 5', 'paid-5', 'a-b-c-d-e-f-g-h-i', 'a'.repeat(61), 'app-started\n'])('may not be %j', (event) => { expect(safeEvent(event)).toBe('unnamed-event'); });
});
