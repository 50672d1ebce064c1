import { describe, expect, it } from 'vitest';
import { requestTo, type CallInput, type Endpoint } from '../../../main/providers/endpoint.ts';

const endpoint: Endpoint = { method: 'POST', route: '/v1/things/{id}', kind: 'write', act: { failed: 'Not done' } };
const request = (input: CallInput) => requestTo('https://acme.test/stage', endpoint, input, { 'x-key': 'k' });

describe('the request of a call', () => {
  it('goes behind the whole base address, with the query', () => {
    expect(request({ params: { id: 'a 1' }, query: { page: '2', q: 'x&y' } })).toEqual({
      kind: 'write', method: 'POST', route: '/v1/things/{id}', url: 'https://acme.test/stage/v1/things/a%201?page=2&q=x%26y', headers: { 'x-key': 'k', Accept: 'application/json' },
    });
  });

  it('carries text as it is and an object as JSON', () => {
    const headers = { 'x-key': 'k', Accept: 'application/json', 'Content-Type': 'application/json' };
    expect(request({ params: { id: '1' }, body: '{ "a":1 }' })).toMatchObject({ headers, body: '{ "a":1 }' });
    expect(request({ params: { id: '1' }, body: { a: 1 } })).toMatchObject({ headers, body: '{"a":1}' });
    expect(request({ params: { id: '1' }, headers: { more: 'm' } }).headers).toMatchObject({ 'x-key': 'k', more: 'm' });
  });

  it('can\u2019t be led to another path by an id', () => {
    expect(request({ params: { id: '../users?x=1' } }).url).toBe('https://acme.test/stage/v1/things/..%2Fusers%3Fx%3D1');
    for (const id of ['', '.', '..']) expect(() => request({ params: { id } })).toThrow('id');
    expect(() => request({})).toThrow('id');
  });
});
