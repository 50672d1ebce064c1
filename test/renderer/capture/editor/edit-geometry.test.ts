import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noEdit } from '../../../../preload/contract/captures.ts';
import { isConvex, moveCorner, quarterTurned, sameArea, turnEdit, turnedBy, wholePage, type CornerIndex } from '../../../../renderer/capture/editor/edit-geometry.ts';
import { box } from '../../fake/sample-evidence.ts';

const fraction = fc.double({ min: -0.4, max: 1.4, noNaN: true });

describe('turning a page', () => {
  it('adds up, in both directions', () => {
    expect(turnedBy(270, 1)).toBe(0);
    expect(turnedBy(0, -1)).toBe(270);
    expect(turnEdit({ ...noEdit, turn: 90 }, 2).turn).toBe(270);
  });

  it('takes its corners along and names them as they then read', () => {
    const [topLeft, topRight] = quarterTurned(box(0.1, 0.2, 0.5, 0.6));
    expect(topLeft).toEqual({ x: 0.4, y: 0.1 });
    expect(topRight).toEqual({ x: 0.8, y: 0.1 });
  });

  it('comes back after four quarters', () => {
    const corners = box(0.1, 0.2, 0.5, 0.6);
    const edit = { ...noEdit, corners };
    expect(sameArea(turnEdit(turnEdit(edit, 3), 1).corners, corners)).toBe(true);
    expect(turnEdit(noEdit, 1).corners).toBeNull();
  });
});

describe('moving a corner', () => {
  it('keeps it on the page and the sides from crossing, wherever it is dragged', () => {
    fc.assert(fc.property(fc.array(fc.record({ index: fc.constantFrom<CornerIndex>(0, 1, 2, 3), x: fraction, y: fraction }), { maxLength: 20 }), (moves) => {
      const area = moves.reduce((now, { index, x, y }) => moveCorner(now, index, { x, y }), wholePage);
      expect(isConvex(area)).toBe(true);
      for (const { x, y } of area) {
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
        expect(Math.max(x, y)).toBeLessThanOrEqual(1);
      }
    }));
  });

  it('stays where it was when it would meet its neighbour', () => {
    expect(moveCorner(wholePage, 0, { x: 0.999, y: 0 })).toBe(wholePage);
    expect(moveCorner(wholePage, 0, { x: 0.2, y: 0.1 })[0]).toEqual({ x: 0.2, y: 0.1 });
  });

  it('is no change below a thousandth', () => {
    expect(sameArea(null, null)).toBe(true);
    expect(sameArea(wholePage, null)).toBe(false);
    expect(sameArea(box(0, 0, 1, 1), box(0.0001, 0, 1, 1))).toBe(true);
  });
});
