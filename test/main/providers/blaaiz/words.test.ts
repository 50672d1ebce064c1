import { describe, expect, it } from 'vitest';
import { quoted, supportReference } from '../../../../main/providers/blaaiz/words.ts';

it('quotes Blaaiz, or says that it gave no reason', () => {
  expect(quoted('No.')).toBe('Blaaiz says: \u201cNo.\u201d');
  expect(quoted(null)).toBe('Blaaiz gave no reason.');
});

describe('a reference for support', () => {
  it('is the request\u2019s id before anything else', () => {
    expect(supportReference(new Headers({ 'cf-ray': 'ray-1234', 'x-request-id': 'req-1234' }), { request_id: 'body-1' })).toBe('req-1234');
    expect(supportReference(new Headers({ 'cf-ray': 'ray-1234' }), { request_id: 'body-1' })).toBe('ray-1234');
    expect(supportReference(new Headers(), { request_id: 'body-1', reference: 'ref-1' })).toBe('body-1');
  });
  it('passes over what doesn\u2019t look like one', () => {
    expect(supportReference(new Headers({ 'x-request-id': 'a b <c>' }), { request_id: 12345, reference: 'ref-1' })).toBe('ref-1');
    for (const body of [null, undefined, 'text', [], { reference: 'abc' }, { reference: 'x'.repeat(81) }]) expect(supportReference(new Headers(), body)).toBeNull();
  });
});
