import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modeOf, readinessOf, realNumber } from '../../../../main/providers/kira/readiness.ts';
import { accountReply, userReply } from '../../../../main/providers/kira/schemas.ts';

const good = { id: 'va', user_id: 'u', type: 'US_BANK', mode: 'fiat', status: 'active', account_number: '0001112223', destination: null };
const judge = (change: object = {}, user: object | null = { status: 'VERIFIED' }) => {
  const { readiness, problems } = readinessOf(accountReply.parse({ ...good, ...change }), user === null ? null : userReply.parse({ id: 'u', ...user }));
  return [readiness, ...problems.map((one) => one.id)];
};

describe('an account', () => {
  it.each(['fiat', 'crypto', 'FIAT'])('that is active, in mode %s, of a verified user is ready', (mode) => { expect(judge({ mode })).toEqual(['ready']); });

  it.each([
    ['active', 'ready'], ['ACTIVE', 'ready'], ['approved', 'ready'], ['pending', 'waiting', 'status'], ['activating', 'waiting', 'status'], ['rfi', 'waiting', 'status'],
    ['failed', 'unusable', 'status'], ['declined', 'unusable', 'status'], ['deactivated', 'unusable', 'status'], ['Frozen', 'unusable', 'status'],
    ['sleeping', 'waiting', 'unknown-status'], [null, 'waiting', 'unknown-status'],
  ])('C11: that is %s is %s', (status, ...expected) => { expect(judge({ status })).toEqual(expected); });

  it.each([null, '', 'PENDING-ACT-ACCOUNT'])('trap 17: that is approved with the number %j is waiting for one', (number) => {
    expect(judge({ status: 'approved', account_number: number })).toEqual(['waiting', 'number']);
    expect(judge({ status: 'approved', account_number: number, source_deposit_instructions: { bank_account_number: '000777' } })).toEqual(['ready']);
  });
  it('trap 17: that is active with a made-up number is waiting, and without any is ready', () => {
    expect(judge({ account_number: 'PENDING-ACT-ACCOUNT' })).toEqual(['waiting', 'number']);
    expect(judge({ account_number: null })).toEqual(['ready']);
  });

  it.each(['MX_SPEI', 'US_ACH', null])('of the kind %j can\u2019t pay out', (type) => { expect(judge({ type })).toEqual(['unusable', 'type']); });

  it.each([
    [{ status: 'CREATED' }, 'waiting'], [{ status: 'VERIFYING' }, 'waiting'], [{ status: 'REVIEW' }, 'waiting'], [{ status: 'rejected' }, 'unusable'], [{ status: 'SUSPENDED' }, 'unusable'], [null, 'waiting'], [{}, 'waiting'],
  ])('of a user who is %j is %s', (user, readiness) => { expect(judge({}, user)).toEqual([readiness, 'user']); });
  it('is judged by the user\u2019s status alone, whatever the older word beside it says', () => {
    expect(judge({}, { status: 'VERIFIED', verification_status: 'rejected' })).toEqual(['ready']);
    expect(judge({}, { status: 'CREATED', verification_status: 'verified' })).toEqual(['waiting', 'user']);
  });

  it('names every condition that isn\u2019t met, each with words and a remedy', () => {
    fc.assert(fc.property(fc.record({
      status: fc.constantFrom('active', 'approved', 'rfi', 'frozen', 'new-word', null), type: fc.constantFrom('US_BANK', 'MX_SPEI'), mode: fc.constantFrom('fiat', 'crypto', 'both'),
      account_number: fc.constantFrom(null, 'PENDING-ACT-ACCOUNT', '0001'),
    }), fc.constantFrom('VERIFIED', 'CREATED', 'REJECTED'), (change, status) => {
      const { readiness, problems } = readinessOf(accountReply.parse({ ...good, ...change }), userReply.parse({ id: 'u', status }));
      expect(problems.length === 0).toBe(readiness === 'ready');
      for (const one of problems) { expect(one.label).toMatch(/\w/); expect(one.remedy).toMatch(/\.$/); }
    }));
  });
});

describe('the mode of an account', () => {
  const mode = (fields: object) => modeOf(accountReply.parse({ id: 'va', ...fields }));
  it('is what it says, else what its destination tells, else not known', () => {
    expect(mode({ mode: 'crypto' })).toBe('crypto');
    expect(mode({ mode: null, destination: { currency: 'USDC', network: 'solana' } })).toBe('crypto');
    expect(mode({ destination: null })).toBe('fiat');
    expect([mode({}), mode({ mode: 'both', destination: null })]).toEqual([null, null]);
  });
});

describe('the number of an account', () => {
  it('is read from either place', () => {
    const number = (fields: object) => realNumber(accountReply.parse({ id: 'va', ...fields }));
    expect(number({ account_number: '1234' })).toBe('1234');
    expect(number({ account_number: 'PENDING-ACT-ACCOUNT', source_deposit_instructions: { bank_account_number: 987654 } })).toBe('987654');
    expect(number({ account_number: null, source_deposit_instructions: null })).toBeNull();
  });
});
