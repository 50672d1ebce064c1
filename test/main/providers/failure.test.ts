import { describe, expect, it } from 'vitest';
import { classifyFailure } from '../../../main/providers/failure.ts';

const coded = (code: string) => Object.assign(new Error('x'), { code });
const wrapped = (cause: Error) => new TypeError('fetch failed', { cause });

describe('an error of fetch', () => {
  it.each([
    ['ENOTFOUND', 'offline'], ['EAI_AGAIN', 'offline'], ['ECONNREFUSED', 'offline'], ['ENETUNREACH', 'offline'], ['EHOSTUNREACH', 'offline'],
    ['UND_ERR_CONNECT_TIMEOUT', 'timeout'], ['UND_ERR_HEADERS_TIMEOUT', 'timeout'], ['ETIMEDOUT', 'timeout'],
    ['CERT_HAS_EXPIRED', 'tls'], ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls'], ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls'], ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls'],
    ['ECONNRESET', 'reset'], ['UND_ERR_SOCKET', 'reset'], ['EPIPE', 'reset'], ['SOMETHING_NEW', 'reset'],
  ])('with Node\u2019s code %s means %s', (code, kind) => {
    expect(classifyFailure(wrapped(coded(code)))).toEqual({ kind, code });
  });

  it.each([
    ['ERR_NAME_NOT_RESOLVED', 'offline'], ['ERR_INTERNET_DISCONNECTED', 'offline'], ['ERR_CONNECTION_REFUSED', 'offline'],
    ['ERR_PROXY_CONNECTION_FAILED', 'offline'], ['ERR_CONNECTION_TIMED_OUT', 'timeout'], ['ERR_TIMED_OUT', 'timeout'],
    ['ERR_CERT_DATE_INVALID', 'tls'], ['ERR_SSL_PROTOCOL_ERROR', 'tls'], ['ERR_CONNECTION_RESET', 'reset'], ['ERR_NETWORK_CHANGED', 'reset'],
  ])('with Electron\u2019s code %s means %s', (code, kind) => {
    expect(classifyFailure(new Error(`net::${code}`))).toEqual({ kind, code });
  });

  it('is found inside the errors of several addresses', () => {
    const both = new AggregateError([coded('ECONNREFUSED'), coded('ECONNREFUSED')]);
    expect(classifyFailure(wrapped(both))).toEqual({ kind: 'offline', code: 'ECONNREFUSED' });
  });

  it('about a redirect is named so', () => {
    expect(classifyFailure(wrapped(new Error('unexpected redirect'))).kind).toBe('redirect');
  });

  it('that is nothing known counts as a cut line, with no text of it kept', () => {
    expect(classifyFailure('secret text')).toEqual({ kind: 'reset', code: 'UNKNOWN' });
    expect(classifyFailure(new Error('secret text'))).toEqual({ kind: 'reset', code: 'UNKNOWN' });
  });
});
