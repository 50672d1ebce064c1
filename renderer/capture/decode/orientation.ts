import { at } from './bytes.ts';

/** How a picture has to be turned and mirrored to stand upright (Exif, tag 274): 1 as it is, 3 by half, 6 clockwise, 8 counter-clockwise; 2, 4, 5, 7 mirrored. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** Makes an orientation of any number; what is none is 1. */
export function orientation(value: number): Orientation {
  return Number.isInteger(value) && value >= 1 && value <= 8 ? (value as Orientation) : 1;
}

/** Reads the orientation from an Exif block (a TIFF of its own); 1 when it says none. */
export function orientationOf(exif: Uint8Array): Orientation {
  const little = exif[0] === 0x49;
  const [u16, u32] = little ? [at.u16le, at.u32le] : [at.u16, at.u32];
  const first = u32(exif, 4);
  const count = Math.min(u16(exif, first), 200);
  for (let index = 0; index < count; index += 1) {
    const entry = first + 2 + index * 12;
    if (u16(exif, entry) === 274) return orientation(u16(exif, entry + 8));
  }
  return 1;
}

/** Whether width and height change places. */
export function swapsSides(value: Orientation): boolean {
  return value >= 5;
}

/** The map for a canvas that brings a picture of that size upright, so that it fills the canvas (a to f as in CanvasTransform). */
export function uprightMap(value: Orientation, width: number, height: number): readonly [number, number, number, number, number, number] {
  switch (value) {
    case 1: return [1, 0, 0, 1, 0, 0];
    case 2: return [-1, 0, 0, 1, width, 0];
    case 3: return [-1, 0, 0, -1, width, height];
    case 4: return [1, 0, 0, -1, 0, height];
    case 5: return [0, 1, 1, 0, 0, 0];
    case 6: return [0, 1, -1, 0, height, 0];
    case 7: return [0, -1, -1, 0, height, width];
    case 8: return [0, -1, 1, 0, 0, width];
  }
}

/** The orientation that turns clockwise by that many degrees. */
export function turned(degrees: 0 | 90 | 180 | 270): Orientation {
  return ({ 0: 1, 90: 6, 180: 3, 270: 8 } as const)[degrees];
}
