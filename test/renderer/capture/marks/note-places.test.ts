import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeNotes, type Column } from '../../../../renderer/capture/marks/note-places.ts';

const column: Column = { x: 450, top: 14, bottom: 326, gap: 10 };

describe('notes in the margin', () => {
  it('stand beside what they speak of, with a line that ends at their side', () => {
    const [placed] = placeNotes([{ note: 'glare', height: 44, anchor: { x: 200, y: 150 } }], column);
    expect(placed?.y).toBe(128);
    expect(placed?.leader).toEqual([{ x: 200, y: 150 }, { x: 434, y: 150 }, { x: 450, y: 150 }]);
  });

  it('never lie over one another nor outside the column while there is room, whatever they speak of', () => {
    const notes = fc.array(fc.record({ y: fc.integer({ min: -50, max: 400 }), height: fc.constantFrom(44, 60) }), { minLength: 1, maxLength: 4 });
    fc.assert(fc.property(notes, (some) => {
      const placed = placeNotes(some.map(({ y, height }, note) => ({ note, height, anchor: { x: 100, y } })), column);
      for (const [index, { y, height }] of placed.entries()) {
        expect(y).toBeGreaterThanOrEqual(column.top - 0.001);
        expect(y + height).toBeLessThanOrEqual(column.bottom + 0.001);
        const next = placed[index + 1];
        if (next) expect(next.y).toBeGreaterThanOrEqual(y + height + column.gap - 0.001);
      }
    }));
  });
});
