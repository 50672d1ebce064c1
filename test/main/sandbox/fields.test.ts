import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { amount, country, day, id, text } from '../../../main/sandbox/fields.ts';

const messagesOf = (schema: z.ZodType, value: unknown): string[] => {
  const result = schema.safeParse(value);
  return result.success ? [] : result.error.issues.map((issue) => issue.message);
};

describe('fields', () => {
  it('take texts up to 255 characters and ids of both kinds', () => {
    expect(text.safeParse('a'.repeat(255)).success).toBe(true);
    expect(text.safeParse('a'.repeat(256)).success).toBe(false);
    expect([id.parse(7), id.parse('007')]).toEqual(['7', '007']);
  });

  it.each(['NG', 'GB', 'CI'])('%s is a country', (code) => { expect(messagesOf(country, code)).toEqual([]); });
  it.each(['ng', 'NGA', 'ZZ', '', 'UK'])('%j is no country', (code) => { expect(messagesOf(country, code)).toEqual(['The selected :attribute is invalid.']); });

  it.each(['2026-02-28', '2028-02-29'])('%s is a day', (value) => { expect(messagesOf(day, value)).toEqual([]); });
  it.each(['2026-02-29', '2026-2-1', '2026-02-28T00:00', '2026-13-01', ''])('%j is no day', (value) => { expect(messagesOf(day, value)).toHaveLength(1); });

  it.each([1, '1', '0.01', 12.5, '999999999999999.99', '1.50', '1.500'])('%j is an amount', (value) => { expect(messagesOf(amount, value)).toEqual([]); });
  it.each([
    ['abc', 'must be a number'], ['1e3', 'must be a number'], ['', 'must be a number'], ['1,000', 'must be a number'], ['0', 'must be greater than 0'], [-5, 'must be greater than 0'],
    ['1.005', 'must have 0-2 decimal places'],
  ])('%j is no amount: it %s, and nothing else is said', (value, words) => { expect(messagesOf(amount, value)).toEqual([expect.stringContaining(words)]); });
});
