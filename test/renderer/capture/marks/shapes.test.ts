import { describe, expect, it } from 'vitest';
import { bracketCorner, bracketPath, ellipseIn, ellipsePath, ellipseRight, linePath, polygonPath, rightMiddle } from '../../../../renderer/capture/marks/shapes.ts';

const square = [{ x: 100, y: 100 }, { x: 300, y: 100 }, { x: 300, y: 200 }, { x: 100, y: 200 }] as const;
const [topLeft, topRight, , bottomLeft] = square;

describe('the shapes of marks', () => {
  it('put a bracket a little outside the corner, with arms along the sides', () => {
    const at = bracketCorner(topLeft, bottomLeft, topRight);
    expect(at.x).toBeLessThan(100);
    expect(at.y).toBeLessThan(100);
    expect(bracketPath(topLeft, bottomLeft, topRight)).toBe('M93.0 113.0L93.0 93.0L113.0 93.0');
  });

  it('surround an area with an ellipse a little larger than it', () => {
    const ellipse = ellipseIn(square);
    expect(ellipse).toMatchObject({ cx: 200, cy: 150, turn: 0 });
    expect(ellipse.rx).toBeCloseTo(110);
    expect(ellipseRight(ellipse).x).toBeCloseTo(310);
    expect(ellipsePath(ellipse)).toMatch(/^M90\.0 150\.0A110\.0 55\.0 0\.0 1 1 310\.0 150\.0A.*Z$/);
  });

  it('find the farthest right of a turned ellipse', () => {
    const right = ellipseRight({ cx: 0, cy: 0, rx: 50, ry: 10, turn: 90 });
    expect(right.x).toBeCloseTo(10);
    expect(Math.abs(right.y)).toBeLessThan(0.001);
  });

  it('close a polygon, leave a line open, and lead from the middle of the right side', () => {
    expect(polygonPath(square)).toMatch(/Z$/);
    expect(linePath(square)).not.toMatch(/Z$/);
    expect(polygonPath([])).toBe('');
    expect(rightMiddle(square)).toEqual({ x: 300, y: 150 });
  });
});
