import { describe, expect, it } from 'vitest';
import { emptyCustomerFields } from '../../../preload/contract/customers.ts';
import { runChecks, verdictOf, type Check, type Checkable, type Verdict } from '../../../renderer/capture/checks.ts';

const subject: Checkable = { file: { name: 'a.png', bytes: new Uint8Array(), mime: 'image/png', pages: null }, slot: 'identity', idType: 'passport', fields: emptyCustomerFields };
const check = (id: string, verdict: Verdict): Check => async ({ file }) => ({ id, verdict, cause: `${file.name} ${id}`, remedy: 'Again.' });

describe('checks on a capture', () => {
  it('run in their order on the same capture, and the gravest finding decides', async () => {
    const findings = await runChecks(subject, [check('sharp', 'pass'), check('glare', 'look-again'), check('type', 'stop')]);
    expect(findings.map(({ cause }) => cause)).toEqual(['a.png sharp', 'a.png glare', 'a.png type']);
    expect(verdictOf(findings)).toBe('stop');
    expect(verdictOf(findings.slice(0, 2))).toBe('look-again');
  });

  it('pass when there are none, which is so until some are added', async () => {
    const findings = await runChecks(subject);
    expect(findings).toEqual([]);
    expect(verdictOf(findings)).toBe('pass');
  });
});
