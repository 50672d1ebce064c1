import { describe, expect, it } from 'vitest';
import { downError, fieldsError, limitedError, referenced, unreadableError } from '../../../main/providers/reply-words.ts';

const act = { failed: 'Not done' };

describe('an answer that any provider can give', () => {
  it('is its own fault from 500 on, and else somebody else\u2019s', () => {
    expect(downError('Acme', act)).toMatchObject({ code: 'provider-down', message: 'Not done: Acme has a fault of its own.' });
    expect(unreadableError('Acme', 502, act)).toEqual(downError('Acme', act));
    expect(unreadableError('Acme', 200, act)).toMatchObject({ code: 'provider-unreadable', message: 'Not done: the answer was not one that Acme gives.' });
  });

  it.each([[{ 'retry-after': '17' }, 17], [{ 'retry-after': '0' }, 1], [{}, 60]])('of too many requests says how long to wait (%j)', (headers: Record<string, string>, seconds) => {
    const error = limitedError(new Headers(headers), act, 0, { within: 'a minute', assumedMs: 60_000 });
    expect(error).toMatchObject({ code: 'rate-limited', message: 'Not done: too many requests in a minute.', fix: `Wait ${seconds} seconds, then try again.` });
  });

  it('counts the fields that were refused and keeps them', () => {
    const fields = [{ path: 'iban', message: 'Bad.' }, { path: 'bic', message: 'Bad.' }];
    expect(fieldsError('Acme', act, fields)).toMatchObject({ code: 'validation', message: 'Not done: Acme refused 2 fields.', fix: 'Correct what is marked, then try again.', fields });
    expect(fieldsError('Acme', { ...act, fix: 'Ask.' }, fields.slice(1))).toMatchObject({ message: 'Not done: Acme refused a field.', fix: 'Ask.' });
  });

  it('carries a reference where there is one', () => {
    expect(referenced(downError('Acme', act), 'req-1')).toMatchObject({ reference: 'req-1' });
    expect(referenced(downError('Acme', act), null)).not.toHaveProperty('reference');
  });
});
