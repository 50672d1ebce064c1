import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { withoutCamera } from '../make/strip-jpeg.ts';
import { onlyPicture } from '../make/strip-png.ts';
import type { JpegHeader } from './jpeg-header.ts';
import type { Chunk, PngHeader } from './png-header.ts';
import { drawn, mostSheet, paper, type Sheet } from './sheet.ts';
import type { Size, Trouble } from './trouble.ts';

/** Decodes a JPEG with the browser's own decoder; a large one at an eighth to seven eighths of its size, which spares its memory. Errors: `damaged`, `cut`. */
export async function decodeJpeg(bytes: Uint8Array, header: JpegHeader): Promise<Result<Sheet, Trouble>> {
  const clean = withoutCamera(bytes, header.segments);
  const picture = await pictureOf(clean, 'image/jpeg', smallSize(header));
  if (!picture) return fail({ kind: 'damaged' });
  const size = { width: picture.width, height: picture.height };
  if (hasGreyEnd(picture, size)) {
    picture.close();
    return fail({ kind: 'cut' });
  }
  const dpi = header.dpi === null ? null : (header.dpi * size.width) / header.width;
  if (header.orientation === 1) return ok({ ...size, picture, dpi });
  return ok(upright(picture, size, header.orientation, dpi));
}

/** Decodes a PNG; what isn't picture never reaches the decoder. Errors: `damaged`. */
export async function decodePng(bytes: Uint8Array, header: PngHeader): Promise<Result<Sheet, Trouble>> {
  const picture = await pictureOf(onlyPicture(bytes, header.chunks.filter(isSmall), ['iCCP', 'gAMA', 'cHRM', 'sRGB']), 'image/png', null);
  return picture ? ok(upright(picture, header, header.orientation, header.dpi)) : fail({ kind: 'damaged' });
}

/** A packed colour profile of more than this is none, but unfolds to a great deal. */
function isSmall({ name, from, to }: Chunk): boolean {
  return name !== 'iCCP' || to - from < 8_192;
}

/** Decodes a WebP upright. Errors: `damaged`. */
export async function decodeWebp(bytes: Uint8Array): Promise<Result<Sheet, Trouble>> {
  const picture = await pictureOf(bytes as Uint8Array<ArrayBuffer>, 'image/webp', null);
  return picture ? ok(upright(picture, picture, 1, null)) : fail({ kind: 'damaged' });
}

/** Draws it upright, no larger than a sheet, on white where it is transparent, and lets the decoder's picture go. */
function upright(picture: ImageBitmap, size: Size, way: JpegHeader['orientation'], dpi: number | null): Sheet {
  const canvas = drawn(picture, size, way, mostSheet);
  picture.close();
  return { picture: canvas, width: canvas.width, height: canvas.height, dpi: dpi === null ? null : (dpi * Math.max(canvas.width, canvas.height)) / Math.max(size.width, size.height) };
}

/** The largest number of eighths at which a JPEG is no larger than a sheet; null for its own size. */
function smallSize({ width, height }: Size): Size | null {
  const eighths = Math.max(1, Math.floor((mostSheet * 8) / Math.max(width, height)));
  return eighths >= 8 ? null : { width: Math.ceil((width * eighths) / 8), height: Math.ceil((height * eighths) / 8) };
}

async function pictureOf(bytes: Uint8Array<ArrayBuffer>, type: string, small: Size | null): Promise<ImageBitmap | null> {
  try {
    return small ? await decodedSmall(bytes, type, small) : await createImageBitmap(new Blob([bytes], { type }));
  } catch {
    return null;
  }
}

/** The browser’s only decoder that scales while it decodes. Its frame becomes a bitmap at once: drawn frames hold their memory until somebody collects it. */
async function decodedSmall(data: Uint8Array<ArrayBuffer>, type: string, { width, height }: Size): Promise<ImageBitmap> {
  const decoder = new ImageDecoder({ data, type, desiredWidth: width, desiredHeight: height });
  try {
    const { image } = await decoder.decode({ completeFramesOnly: true });
    const picture = await createImageBitmap(image);
    image.close();
    return picture;
  } finally {
    decoder.close();
  }
}

/** Rows at the end of a JPEG that a decoder left because their data is missing: middle grey to the last dot, which no camera takes. */
const greyRows = 8;

function hasGreyEnd(picture: ImageBitmap, { width, height }: Size): boolean {
  if (height < greyRows * 2) return false;
  const { canvas, brush } = paper(width, greyRows);
  brush.drawImage(picture, 0, greyRows - height, width, height);
  const { data } = brush.getImageData(0, 0, canvas.width, canvas.height);
  for (let index = 0; index < data.length; index += 4) if (!isMiddle(data, index)) return false;
  return true;
}

function isMiddle(data: Uint8ClampedArray, index: number): boolean {
  return [0, 1, 2].every((colour) => Math.abs((data[index + colour] ?? 0) - 128) <= 1);
}
