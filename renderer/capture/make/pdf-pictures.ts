import { at, joined } from '../decode/bytes.ts';
import { readJpeg } from '../decode/jpeg-header.ts';
import { readPng, type PngHeader } from '../decode/png-header.ts';
import type { PdfPicture } from './pdf-writer.ts';

/** A4 in points, its longer and shorter side. */
const [long, short] = [841.89, 595.28];

/** How large a page is: by the picture's own dots an inch, else so that it fits on A4 with at least 150. */
function pointsOf(width: number, height: number, dpi: number | null): PdfPicture['points'] {
  const dots = dpi ?? Math.max(150, (72 * Math.max(width, height)) / long, (72 * Math.min(width, height)) / short);
  return { width: (width * 72) / dots, height: (height * 72) / dots };
}

/** A JPEG as a PDF holds it, byte for byte; null when it is none that was made here. */
export function jpegForPdf(bytes: Uint8Array): PdfPicture | null {
  const header = readJpeg(bytes);
  if (!header.ok) return null;
  const { width, height, components, dpi } = header.value;
  const space = components === 1 ? '/DeviceGray' : components === 3 ? '/DeviceRGB' : null;
  return space && { entries: `/ColorSpace ${space} /BitsPerComponent 8 /Filter /DCTDecode`, data: bytes, width, height, points: pointsOf(width, height, dpi) };
}

/** A PNG as a PDF holds it, its packed rows as they are; null when it has transparency, 16 bits or interlaced rows, which a PDF can't hold so. */
export function pngForPdf(bytes: Uint8Array): PdfPicture | null {
  const header = readPng(bytes);
  if (!header.ok) return null;
  const { width, height, depth, colour, interlaced, chunks, dpi } = header.value;
  if (interlaced || depth > 8 || ![0, 2, 3].includes(colour) || chunks.some(({ name }) => name === 'tRNS')) return null;
  const data = joined(chunks.filter(({ name }) => name === 'IDAT').map(({ from, to }) => bytes.subarray(from + 8, to - 4)));
  const rows = `/DecodeParms << /Predictor 15 /Colors ${colour === 2 ? 3 : 1} /BitsPerComponent ${depth} /Columns ${width} >>`;
  return { entries: `/ColorSpace ${spaceOf(bytes, header.value)} /BitsPerComponent ${depth} /Filter /FlateDecode ${rows}`, data, width, height, points: pointsOf(width, height, dpi) };
}

function spaceOf(bytes: Uint8Array, { colour, chunks }: PngHeader): string {
  if (colour !== 3) return colour === 2 ? '/DeviceRGB' : '/DeviceGray';
  const palette = chunks.find(({ name }) => name === 'PLTE');
  const colours = palette ? bytes.subarray(palette.from + 8, palette.to - 4) : new Uint8Array(3);
  const hex = [...colours].map((_, index) => at.u8(colours, index).toString(16).padStart(2, '0')).join('');
  return `[/Indexed /DeviceRGB ${Math.max(0, Math.floor(colours.length / 3) - 1)} <${hex}>]`;
}
