import { describe, expect, it } from 'vitest';
import type { CustomerFields } from '../../../../preload/contract/customers.ts';
import { emptyCustomerFields } from '../../../../preload/contract/customers.ts';
import type { DocumentSlot } from '../../../../preload/contract/documents.ts';
import type { Evidence } from '../../../../preload/contract/evidence.ts';
import { judge } from '../../../../preload/contract/judge/judge.ts';
import { drawnOf } from '../../../../renderer/capture/marks/marks-of.ts';
import { box, glaringEvidence, goodEvidence } from '../../fake/sample-evidence.ts';

const fields: CustomerFields = { ...emptyCustomerFields, firstName: 'Thea Ines', lastName: 'Marlowe', country: 'KE', dob: '1991-03-14', idNumber: 'T41X88205', idExpiryDate: '2031-08-22' };
const drawn = (evidence: Evidence, slot: DocumentSlot = 'identity', change: Partial<CustomerFields> = {}) => (
  drawnOf(evidence, judge({ idType: 'passport', fields: { ...fields, ...change }, today: '2026-11-20', documents: { [slot]: [evidence] }, refused: null })[slot] ?? [])
);

describe('what is drawn on a page', () => {
  it('is green brackets and the code lines when all is well', () => {
    const { marks, callouts } = drawn(goodEvidence);
    expect(marks.map(({ shape, verdict }) => [shape, verdict])).toEqual([['brackets', 'pass'], ['box', 'pass']]);
    expect(callouts).toMatchObject([{ head: 'Four corners', line: 'all inside' }, { head: 'Code lines', verdict: 'pass' }]);
  });

  it('is an ellipse round glare, and its note comes first', () => {
    const { marks, callouts } = drawn(glaringEvidence);
    expect(marks[0]).toMatchObject({ shape: 'ellipse', verdict: 'look-again' });
    expect(callouts[0]).toMatchObject({ head: 'Glare', line: 'hides part of the passport', mark: 'glare-0' });
  });

  it('names the corner that is missing', () => {
    const { marks, callouts } = drawn({ ...goodEvidence, cut: { corners: [2], sides: [] } });
    expect(marks.find(({ shape }) => shape === 'brackets')).toMatchObject({ wrong: [2], verdict: 'look-again' });
    expect(callouts.find(({ id }) => id === 'corners')).toMatchObject({ head: 'Corners', line: '3 of 4 inside', verdict: 'look-again' });
  });

  it('leads to the code lines for what they contradict, with at most four notes', () => {
    const { callouts } = drawn(glaringEvidence, 'identity', { country: 'GH', idNumber: 'X4471', lastName: 'Other', dob: '1980-01-01' });
    expect(callouts).toHaveLength(4);
    expect(callouts.every(({ verdict }) => verdict !== 'pass')).toBe(true);
  });

  it('is a box round a face, and nothing where nothing was found', () => {
    const face: Evidence = { ...goodEvidence, shown: 'face', document: null, zone: { ...goodEvidence.zone, state: 'none', area: null, lines: [] }, faces: [{ area: box(0.3, 0.2, 0.7, 0.8), share: 0.6, sharpness: 80, confidence: 0.9 }] };
    expect(drawn(face, 'liveness_check').marks).toMatchObject([{ id: 'face-0', shape: 'box' }]);
    expect(drawnOf({ ...face, faces: null }, []).marks).toEqual([]);
  });
});
