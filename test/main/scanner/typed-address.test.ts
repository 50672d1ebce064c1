import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressesToTry } from '../../../main/scanner/typed-address.ts';

const tried = (typed: string) => {
  const result = addressesToTry(typed);
  return result.ok ? result.value : result.error.code;
};

test.each([
  ['192.168.1.20', ['https://192.168.1.20/eSCL', 'http://192.168.1.20/eSCL', 'http://192.168.1.20:8080/eSCL', 'https://192.168.1.20:9095/eSCL', 'http://192.168.1.20:9095/eSCL']],
  [' Printer.local ', ['https://printer.local/eSCL', 'http://printer.local/eSCL', 'http://printer.local:8080/eSCL', 'https://printer.local:9095/eSCL', 'http://printer.local:9095/eSCL']],
  ['printer:8090', ['https://printer:8090/eSCL', 'http://printer:8090/eSCL']],
  ['printer:80', ['https://printer:80/eSCL', 'http://printer/eSCL']],
  ['printer/scan', ['http://printer/scan', 'http://printer/scan/eSCL', 'https://printer/scan', 'https://printer/scan/eSCL']],
  ['http://printer', ['http://printer/eSCL']],
  ['https://printer:9095/', ['https://printer:9095/eSCL']],
  ['http://printer/eSCL/', ['http://printer/eSCL']],
  ['http://printer/a/b', ['http://printer/a/b', 'http://printer/a/b/eSCL']],
  ['fe00::1', ['https://[fe00::1]/eSCL', 'http://[fe00::1]/eSCL', 'http://[fe00::1]:8080/eSCL', 'https://[fe00::1]:9095/eSCL', 'http://[fe00::1]:9095/eSCL']],
])('tries the places where %s may be', (typed, expected) => {
  expect(tried(typed)).toEqual(expected);
});

test.each(['', '   ', 'two words', 'ftp://printer', 'file:///etc/passwd', 'http://', 'http://a@printer', 'http://printer/?x=1', 'http://printer/#x', 'x'.repeat(301), 'printer:99999'])('refuses %j', (typed) => {
  expect(tried(typed)).toBe('validation');
});

test('never throws, and tries nothing but http and https', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (typed) => {
    const result = tried(typed);
    expect(typeof result === 'string' || result.every((one) => /^https?:$/.test(new URL(one).protocol))).toBe(true);
  }), { numRuns: 500 });
});
