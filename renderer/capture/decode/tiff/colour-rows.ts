import type { TiffPage } from './page.ts';

/** Makes red, green and blue of one unpacked row; `rgb` holds three bytes a pixel. */
export type Colourer = (row: Uint8Array, rgb: Uint8Array) => void;

/** The colourer for a page's way of telling pixels. Of 16 bits the higher 8 are taken; transparency and further samples are passed over. */
export function colourer(page: TiffPage): Colourer {
  if (page.colours === 'palette') return mapped(page, palette(page));
  if (page.colours === 'white-is-0' || page.colours === 'black-is-0') return mapped(page, greys(page));
  return page.colours === 'cmyk' ? inked(page) : coloured(page);
}

/** The bytes between two samples, and the place of a sample's higher byte. */
function layout({ bits, little }: TiffPage): { readonly size: number; readonly high: number } {
  return bits === 16 ? { size: 2, high: little ? 1 : 0 } : { size: 1, high: 0 };
}

function coloured(page: TiffPage): Colourer {
  const { size, high } = layout(page);
  return (row, rgb) => {
    for (let write = 0, read = high; write + 2 < rgb.length; write += 3, read += page.samples * size) {
      rgb[write] = row[read] ?? 0;
      rgb[write + 1] = row[read + size] ?? 0;
      rgb[write + 2] = row[read + 2 * size] ?? 0;
    }
  };
}

function inked(page: TiffPage): Colourer {
  const { size, high } = layout(page);
  return (row, rgb) => {
    for (let write = 0, read = high; write + 2 < rgb.length; write += 3, read += page.samples * size) {
      const light = 255 - (row[read + 3 * size] ?? 0);
      for (let ink = 0; ink < 3; ink += 1) rgb[write + ink] = ((255 - (row[read + ink * size] ?? 0)) * light) / 255;
    }
  };
}

/** Each value looks up its colour, three bytes each. */
function mapped(page: TiffPage, colours: Uint8Array): Colourer {
  const { size, high } = layout(page);
  const perByte = page.bits < 8 ? 8 / page.bits : 1;
  const mask = (1 << Math.min(page.bits, 8)) - 1;
  return (row, rgb) => {
    for (let pixel = 0, write = 0; write + 2 < rgb.length; pixel += 1, write += 3) {
      const byte = perByte === 1 ? (row[pixel * page.samples * size + high] ?? 0) : (row[Math.floor(pixel / perByte)] ?? 0);
      const value = perByte === 1 ? byte : (byte >> (8 - page.bits * ((pixel % perByte) + 1))) & mask;
      rgb[write] = colours[value * 3] ?? 0;
      rgb[write + 1] = colours[value * 3 + 1] ?? 0;
      rgb[write + 2] = colours[value * 3 + 2] ?? 0;
    }
  };
}

function greys({ bits, colours }: TiffPage): Uint8Array {
  const most = (1 << Math.min(bits, 8)) - 1;
  return Uint8Array.from({ length: (most + 1) * 3 }, (_, index) => {
    const value = Math.round((Math.floor(index / 3) * 255) / most);
    return colours === 'white-is-0' ? 255 - value : value;
  });
}

/** All reds come first, then all greens, then all blues, each of 16 bits. */
function palette({ bits, palette: values }: TiffPage): Uint8Array {
  const count = 1 << Math.min(bits, 8);
  return Uint8Array.from({ length: count * 3 }, (_, index) => (values[(index % 3) * count + Math.floor(index / 3)] ?? 0) >> 8);
}
