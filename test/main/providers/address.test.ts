import { describe, expect, it } from 'vitest';
import { isPrivate, isSafeTarget } from '../../../main/providers/address.ts';

describe('an address', () => {
  it.each(['https://api-prod.blaaiz.com', 'http://127.0.0.1:4000', 'http://localhost:4000', 'http://[::1]:4000'])('%s may be given secrets', (url) => {
    expect(isSafeTarget(new URL(url))).toBe(true);
  });
  it.each(['http://api-prod.blaaiz.com', 'http://127.0.0.1.evil.test', 'http://192.168.1.2', 'ftp://127.0.0.1', 'file:///etc/passwd'])('%s may not', (url) => {
    expect(isSafeTarget(new URL(url))).toBe(false);
  });
  it.each(['https://10.1.2.3', 'https://192.168.0.1', 'https://172.20.0.1', 'https://169.254.169.254', 'https://127.0.0.1', 'https://2130706433', 'https://0x7f.1',
    'https://localhost', 'https://[::1]', 'https://[fe80::1]', 'https://[fd00::1]', 'https://[::ffff:10.0.0.1]', 'https://printer.local', 'https://0.0.0.0'])('%s is private', (url) => {
    expect(isPrivate(new URL(url))).toBe(true);
  });
  it.each(['https://bucket.s3.amazonaws.com', 'https://172.32.0.1', 'https://11.0.0.1', 'https://8.8.8.8'])('%s is public', (url) => {
    expect(isPrivate(new URL(url))).toBe(false);
  });
});
