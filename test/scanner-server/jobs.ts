import { largest } from './xml.ts';
import type { Switches } from './switches.ts';

/** What a job was asked to do; the region in 1/300 inch. */
export type Wanted = {
  readonly source: 'Platen' | 'Feeder';
  readonly duplex: boolean;
  readonly color: string;
  readonly format: string;
  readonly dpi: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
};

/** A job at the scanner. */
export type Job = {
  readonly id: string;
  readonly path: string;
  readonly wanted: Wanted;
  readonly pages: number;
  sent: number;
  state: 'Processing' | 'Completed' | 'Canceled' | 'Aborted';
  refused: number;
  /** When the last page was through, in ms. */
  lastAt: number;
};

function text(body: string, name: string): string {
  return new RegExp(`<(?:[\\w-]+:)?${name}(?:\\s[^>]*)?>\\s*([^<]*?)\\s*</`).exec(body)?.[1] ?? '';
}

/** Reads ScanSettings as a device would; null when it can't be done. */
export function readWanted(body: string, switches: Switches): Wanted | null {
  if (!/<(?:[\w-]+:)?ScanSettings[\s>]/.test(body) || !/^[\d.]+$/.test(text(body, 'Version'))) return null;
  const source = text(body, 'InputSource');
  const color = text(body, 'ColorMode');
  const format = text(body, 'DocumentFormatExt') || text(body, 'DocumentFormat');
  const [x, y] = [Number(text(body, 'XResolution')), Number(text(body, 'YResolution'))];
  const [left, width, height] = [Number(text(body, 'XOffset')), Number(text(body, 'Width')), Number(text(body, 'Height'))];
  const has = (source === 'Platen' && switches.platen) || (source === 'Feeder' && switches.feeder);
  const offered = switches.resolutions;
  const resolution = 'min' in offered ? x >= offered.min && x <= offered.max : offered.includes(x);
  const fits = width >= 16 && height >= 16 && left >= 0 && left + width <= largest.width && height <= largest.height;
  const duplex = text(body, 'Duplex') === 'true';
  if (!has || !resolution || x !== y || !fits || !['RGB24', 'Grayscale8', 'BlackAndWhite1'].includes(color) || !switches.formats.includes(format)) return null;
  if (duplex && (!switches.duplex || source === 'Platen')) return null;
  return { source: source as Wanted['source'], duplex, color, format, dpi: x, left, width, height };
}
