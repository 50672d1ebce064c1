import { ascii, joined, number } from './bytes.ts';

/** A photo of 64 by 64 dots as HEVC (red above, blue below), and how its decoder is set up. Made with libheif's encoder from a drawn gradient. */
const sample = 'KAGvE4D1ZyJht3T8vBE7D+BooIMjkWuaICihWjqlgd12e95XPMhLqbZEWpMI90feTEpRl/Mfsxoc84Xg';
const setUp = 'AQNwAAAAAAAAAAAAHvAA/P34+AAADwMgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAHroCQCEAAQAnQgEBA3AAAAMAkAAAAwAAAwAeoCCBBZbq5Ka5sCAAAAMAIAAAAwAhIgABAAZEAcFzwIk=';

type Part = Uint8Array | readonly number[];
const box = (name: string, ...parts: readonly Part[]) => {
  const body = joined(...parts);
  return joined(number(body.length + 8, 4), ascii(name), body);
};
const full = (name: string, version: number, ...parts: readonly Part[]) => box(name, [version, 0, 0, 0], ...parts);
const bytesOf = (base64: string) => Uint8Array.from(Buffer.from(base64, 'base64'));

/** A HEIC photo laid out as phones do it: a grid of tiles (each the sample), said to be as large as given, `quarters` of a turn counter-clockwise. */
export function heic(across = 2, down = 2, { quarters = 0, width = across * 64, height = down * 64 } = {}): Uint8Array<ArrayBuffer> {
  const tiles = Array.from({ length: across * down }, (_, index) => index + 2);
  const data = joined(number(Buffer.from(sample, 'base64').length, 4), bytesOf(sample));
  const grid = joined([0, 0, down - 1, across - 1], number(width, 2), number(height, 2));
  const meta = (place: number) => full('meta', 0,
    full('hdlr', 0, number(0, 4), ascii('pict'), number(0, 13)), full('pitm', 0, number(1, 2)), box('idat', grid),
    full('iloc', 1, [0x44, 0], number(tiles.length + 1, 2), number(1, 2), number(1, 2), number(0, 2), number(1, 2), number(0, 4), number(grid.length, 4),
      tiles.flatMap((id) => [...number(id, 2), ...number(0, 2), ...number(0, 2), ...number(1, 2), ...number(place, 4), ...number(data.length, 4)])),
    full('iinf', 0, number(tiles.length + 1, 2), full('infe', 2, number(1, 2), number(0, 2), ascii('grid\0')), ...tiles.map((id) => full('infe', 2, number(id, 2), number(0, 2), ascii('hvc1\0')))),
    box('iprp', box('ipco', box('hvcC', bytesOf(setUp)), full('ispe', 0, number(64, 4), number(64, 4)), full('ispe', 0, number(width, 4), number(height, 4)), box('irot', [quarters])),
      full('ipma', 0, number(tiles.length + 1, 4), number(1, 2), quarters > 0 ? [2, 3, 0x84] : [1, 3], tiles.flatMap((id) => [...number(id, 2), 2, 0x81, 2]))),
    full('iref', 0, box('dimg', number(1, 2), number(tiles.length, 2), tiles.flatMap((id) => number(id, 2)))));
  const head = box('ftyp', ascii('heic'), number(0, 4), ascii('mif1heic'));
  const place = head.length + meta(0).length + 8;
  return joined(head, meta(place), box('mdat', data));
}
