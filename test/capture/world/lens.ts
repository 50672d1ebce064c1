/** A picture out of focus, or moved while it was taken; lengths in pixels. */
export function blurred(canvas: OffscreenCanvas, spread: number): OffscreenCanvas {
  const soft = copyOf(canvas);
  const ctx = context(soft);
  ctx.filter = `blur(${spread.toFixed(2)}px)`;
  // The blur reaches past the edge: what lies there goes on as at the edge.
  const over = Math.ceil(spread * 2);
  ctx.drawImage(canvas, -over, -over, canvas.width + 2 * over, canvas.height + 2 * over);
  ctx.drawImage(canvas, 0, 0);
  return soft;
}

/** A picture drawn out along a path of a length and direction (degrees). */
export function drawnOut(canvas: OffscreenCanvas, path: number, angle: number): OffscreenCanvas {
  const out = copyOf(canvas);
  const ctx = context(out);
  const steps = Math.max(2, Math.ceil(path / 1.2));
  const [dx, dy] = [Math.cos((angle * Math.PI) / 180) * path, Math.sin((angle * Math.PI) / 180) * path];
  for (let step = 1; step < steps; step += 1) {
    const part = step / (steps - 1) - 0.5;
    ctx.globalAlpha = 1 / (step + 1);
    ctx.drawImage(canvas, dx * part, dy * part);
  }
  return out;
}

/** The canvas's drawing side; a canvas without one can't be had here. */
export function context(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const ctx = canvas.getContext('2d', { willReadFrequently: true });
  if (!ctx) throw new Error('There is no canvas to draw on.');
  return ctx;
}

function copyOf(canvas: OffscreenCanvas): OffscreenCanvas {
  const copy = new OffscreenCanvas(canvas.width, canvas.height);
  context(copy).drawImage(canvas, 0, 0);
  return copy;
}
