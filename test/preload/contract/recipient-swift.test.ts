import { describe, expect, it } from 'vitest';
import { recipientIssues } from '../../../preload/contract/recipient-checks.ts';
import { swiftForm } from './recipient-forms.ts';

describe('a SWIFT recipient', () => {
  it.each(['email', 'phone', 'street', 'city', 'country'] as const)('C17: is not complete without %s, whatever a later paper calls optional', (key) => {
    expect(recipientIssues(swiftForm)).toEqual([]);
    expect(recipientIssues({ ...swiftForm, [key]: '' }).filter(({ path, level }) => path === key && level === 'error')).toHaveLength(1);
  });
});
