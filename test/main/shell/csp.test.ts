import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '../../../main/shell/csp.ts';

const directives = new Map(contentSecurityPolicy.split('; ').map((line) => {
  const [name = '', ...sources] = line.split(' ');
  return [name, sources] as const;
}));

describe('what the page may load', () => {
  it('is nothing that is not named, each directive once', () => {
    expect(directives.get('default-src')).toEqual(["'none'"]);
    expect(directives.size).toBe(contentSecurityPolicy.split(';').length);
  });

  it('is never from an address, a wildcard or a scheme of the network', () => {
    const sources = [...directives.values()].flat();
    expect(sources.filter((source) => !["'none'", "'self'", "'wasm-unsafe-eval'", 'blob:', 'data:'].includes(source))).toEqual([]);
  });

  it('lets data and blobs be pictures only, and code only be the app’s own', () => {
    const loose = [...directives].filter(([, sources]) => sources.some((source) => source.endsWith(':'))).map(([name]) => name);
    expect(loose).toEqual(['img-src']);
    expect(directives.get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'"]);
    expect([directives.get('style-src'), directives.get('worker-src'), directives.get('connect-src')]).toEqual([["'self'"], ["'self'"], ["'self'"]]);
  });

  it('closes what the default does not cover', () => {
    for (const name of ['base-uri', 'form-action', 'frame-ancestors']) expect([name, directives.get(name)]).toEqual([name, ["'none'"]]);
  });
});
