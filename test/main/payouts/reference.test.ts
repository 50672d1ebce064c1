import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyIdOf, idempotencyKeyOf, merchantReferenceOf } from '../../../main/payouts/reference.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const id = fc.uuid();
const number = fc.integer({ min: 1, max: 1000 });

describe('references that follow from a payout', () => {
  it('are the same whoever asks, and others for every other payout and number', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.tuple(id, number), { minLength: 2, maxLength: 20, selector: String }), (attempts) => {
      for (const of of [merchantReferenceOf, idempotencyKeyOf, copyIdOf]) {
        const made = attempts.map((attempt) => of(...attempt));
        expect(attempts.map((attempt) => of(...attempt))).toEqual(made);
        expect(new Set(made).size).toBe(attempts.length);
      }
    }));
  });

  it('have the shape that each provider takes', () => {
    fc.assert(fc.property(id, number, (payout, nth) => {
      expect(idempotencyKeyOf(payout, nth)).toMatch(uuid);
      expect(copyIdOf(payout, nth)).toMatch(uuid);
      expect(copyIdOf(payout, nth)).not.toBe(idempotencyKeyOf(payout, nth));
      expect(merchantReferenceOf(payout, nth).length).toBeLessThanOrEqual(255);
    }));
  });
});
