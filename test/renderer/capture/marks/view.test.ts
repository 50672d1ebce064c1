import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitView, onPicture, onStage } from '../../../../renderer/capture/marks/view.ts';
import { box } from '../../fake/sample-evidence.ts';

const stage = { width: 640, height: 340 };
const room = { x: 14, y: 14, width: 420, height: 312 };
const photo = { width: 4_000, height: 3_000 };

describe('a picture on the stage', () => {
  it('is shown whole, in the middle of its room, while no document is known', () => {
    const { part, at } = fitView(photo, null, room, stage);
    expect(part).toMatchObject({ x: 0, y: 0 });
    expect(part.width).toBeCloseTo(1);
    expect(at.height).toBeCloseTo(312);
    expect(at.x + at.width / 2).toBeCloseTo(room.x + room.width / 2);
  });

  it('shows its document as large as the room allows, and more of the picture around it', () => {
    const view = fitView(photo, box(0.4, 0.4, 0.6, 0.6), room, stage);
    const [left, right] = [onStage(view, { x: 0.4, y: 0.4 }), onStage(view, { x: 0.6, y: 0.6 })];
    expect(right.y - left.y).toBeGreaterThan(270);
    expect(view.at).toEqual({ x: 0, y: 0, width: 640, height: 340 });
  });

  it('never leaves the stage, and has every document’s corner inside the room', () => {
    const share = fc.double({ min: 0.02, max: 0.45, noNaN: true });
    fc.assert(fc.property(share, share, share, share, (left, top, right, bottom) => {
      const view = fitView(photo, box(left, top, 1 - right, 1 - bottom), room, stage);
      expect(view.at.x).toBeGreaterThanOrEqual(0);
      expect(view.at.x + view.at.width).toBeLessThanOrEqual(stage.width + 0.001);
      const corner = onStage(view, { x: 1 - right, y: 1 - bottom });
      expect(corner.x).toBeLessThanOrEqual(room.x + room.width + 0.001);
      expect(corner.y).toBeLessThanOrEqual(room.y + room.height + 0.001);
    }));
  });

  it('tells a place of the stage from one of the picture and back', () => {
    const view = fitView(photo, box(0.1, 0.2, 0.8, 0.9), room, stage);
    const there = onPicture(view, onStage(view, { x: 0.37, y: 0.61 }));
    expect(there.x).toBeCloseTo(0.37);
    expect(there.y).toBeCloseTo(0.61);
  });
});
