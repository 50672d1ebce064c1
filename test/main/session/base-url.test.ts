import { describe, expect, it } from 'vitest';
import { addressProblem } from '../../../main/session/base-url.ts';

describe('a provider’s address', () => {
  it.each(['https://api-prod.blaaiz.com', 'https://api-prod.blaaiz.com/', 'https://api.example:8443', 'https://127.0.0.1'])('may be %s', (address) => {
    expect([addressProblem('blaaiz', address, 'live'), addressProblem('blaaiz', address, 'sandbox')]).toEqual([null, null]);
  });

  it.each(['https://api.balampay.com/sandbox', 'https://api.balampay.com/sandbox/', 'https://api.balampay.com', 'https://api.example/v2/kira-stage'])('may be %s for Kira, whose stage is a path', (address) => {
    expect([addressProblem('kira', address, 'live'), addressProblem('kira', address, 'sandbox')]).toEqual([null, null]);
  });

  it.each(['https://api.balampay.com//sandbox', 'https://api.balampay.com/a b', 'https://api.balampay.com/%2e%2e/x', 'http://api.balampay.com/sandbox', 'https://x.example/sandbox?key=1'])('may never be %j, also for Kira', (address) => {
    expect(addressProblem('kira', address, 'sandbox')).toEqual(expect.any(String));
  });

  it.each(['http://localhost:4010', 'http://127.0.0.1:4010', 'http://[::1]:4010'])('may be %s only where no real money is', (address) => {
    expect(addressProblem('blaaiz', address, 'sandbox')).toBeNull();
    expect(addressProblem('blaaiz', address, 'live')).toMatch(/https/);
  });

  it.each(['', 'api-prod.blaaiz.com', 'http://blaaiz.example', 'http://127.0.0.1.evil.example', 'http://localhost.evil.example', 'http://192.168.0.2', 'ws://localhost', 'javascript:alert(1)', 'file:///etc/passwd',
    'https://user@x.example', 'https://:pass@x.example', 'https://x.example/api', 'https://x.example/?key=1', 'https://x.example/#part'])('may never be %j', (address) => {
    expect([addressProblem('blaaiz', address, 'live'), addressProblem('blaaiz', address, 'sandbox')]).toEqual([expect.any(String), expect.any(String)]);
  });
});
