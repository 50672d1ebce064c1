import { describe, expect, it } from 'vitest';
import { emptyCustomerFields } from '../../preload/contract/customers.ts';
import { drawWithTruth } from './draw-papers.ts';
import { recipeFor } from './papers.ts';

const today = '2026-11-21';
const fields = { ...emptyCustomerFields, firstName: 'Thea Ines', lastName: 'Marlowe', country: 'NG', dob: '1991-03-14', idNumber: 'T41X88205', idExpiryDate: '2031-08-22' };

describe('drawn papers', () => {
  it('are files whose corners and zone are known, the same every time', async () => {
    const page = recipeFor({ kind: 'passport', fields, today });
    const drawn = await drawWithTruth([page, page, recipeFor({ kind: 'bill', fields, today, scan: true, file: 'pdf' }), recipeFor({ kind: 'portrait', fields, today }), recipeFor({ kind: 'permit-back', fields, today, width: 4000 })]);
    const [first, again, bill, portrait, large] = drawn;
    expect(Buffer.from(first!.bytes).equals(Buffer.from(again!.bytes))).toBe(true);
    expect([...first!.bytes.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
    expect(first!.truth.zone[0]).toBe('P<NGAMARLOWE<<THEA<INES'.padEnd(44, '<'));
    for (const { x, y } of first!.truth.quad ?? []) expect(x > 0 && y > 0 && x < first!.truth.width && y < first!.truth.height).toBe(true);
    expect(first!.truth.dpi).toBeGreaterThan(240);
    expect(String.fromCharCode(...bill!.bytes.subarray(0, 5))).toBe('%PDF-');
    expect(portrait!.truth).toMatchObject({ quad: null, zone: [] });
    expect(large!.truth.width).toBe(4000);
  });
});
