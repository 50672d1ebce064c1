import type { Grey, Rgba } from '../pixels.ts';
import type { Wanted } from '../preflight/port.ts';
import { eyesFor } from './eyes.ts';
import { createMeter } from './meter.ts';

/** Width of the small copy that edges are looked for in, and side of the piece at full size that sharpness is read from; pixels. */
const smallWidth = 480;
const pieceSide = 320;

addEventListener('message', ({ data }: MessageEvent<{ readonly frames: ReadableStream<VideoFrame>; readonly wanted: Wanted }>) => { void readAll(data.frames, data.wanted); });

async function readAll(frames: ReadableStream<VideoFrame>, wanted: Wanted): Promise<void> {
  const reader = frames.getReader();
  const read = createMeter(eyesFor(wanted), () => performance.now());
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const frame = next.value;
    const { displayWidth: width, displayHeight: height } = frame;
    try {
      const small = pixels(frame, { x: 0, y: 0, width, height }, smallWidth, Math.round((smallWidth * height) / width), smallCanvas);
      const piece = (around: { readonly x: number; readonly y: number }) => greyOf(pixels(frame, pieceAt(around, width, height), pieceSide, pieceSide, pieceCanvas));
      postMessage(read({ small, fullWidth: width, piece, at: performance.now() }));
    } finally {
      frame.close();
    }
  }
}

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

const smallCanvas = new OffscreenCanvas(1, 1);
const pieceCanvas = new OffscreenCanvas(1, 1);

/** A box of the frame, drawn to a size. */
function pixels(frame: VideoFrame, box: Box, width: number, height: number, canvas: OffscreenCanvas): Rgba {
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('No canvas to draw on');
  context.drawImage(frame, box.x, box.y, box.width, box.height, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
}

/** A square at full size around a place, moved inside the frame. */
function pieceAt(around: { readonly x: number; readonly y: number }, width: number, height: number): Box {
  const side = Math.min(pieceSide, width, height);
  const within = (centre: number, most: number) => Math.max(0, Math.min(most - side, Math.round(centre - side / 2)));
  return { x: within(around.x * width, width), y: within(around.y * height, height), width: side, height: side };
}

function greyOf({ width, height, data }: Rgba): Grey {
  const grey = new Uint8Array(width * height);
  for (let index = 0; index < grey.length; index += 1) grey[index] = ((data[index * 4] ?? 0) * 77 + (data[index * 4 + 1] ?? 0) * 150 + (data[index * 4 + 2] ?? 0) * 29) >> 8;
  return { width, height, data: grey };
}
