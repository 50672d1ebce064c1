import heifCode from 'libheif-js/libheif-wasm/libheif.wasm?url';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { HeicPhoto, Tile } from './heic-engine.ts';
import { emptied, mostSheet, paper, type Sheet } from './sheet.ts';
import type { Tools } from './tools.ts';
import type { Trouble } from './trouble.ts';

let code: ArrayBuffer | null = null;

/** Decodes a HEIC photo, upright as its own boxes say, tile by tile where it has tiles. The engine is fetched with the first photo and lives for one. */
export async function decodeHeic(bytes: Uint8Array, tools: Tools): Promise<Result<Sheet, Trouble>> {
  const { openHeic } = await tools.ours(() => import('./heic-engine.ts'));
  code ??= await tools.ours(async () => (await fetch(heifCode)).arrayBuffer());
  const photo = openHeic(code, bytes, 60_000_000);
  if (!photo.ok) return photo;
  const { width, height } = photo.value;
  const by = Math.max(1, Math.max(width, height) / mostSheet);
  const { canvas, brush } = paper(width / by, height / by);
  const trouble = paintTiles(photo.value, (tile) => {
    const part = canvasOfTile(tile);
    brush.drawImage(part, tile.left / by, tile.top / by, tile.width / by, tile.height / by);
    emptied(part);
  });
  return trouble ? fail(trouble) : ok({ picture: canvas, width: canvas.width, height: canvas.height, dpi: null });
}

function paintTiles(photo: HeicPhoto, paint: (tile: Tile) => void): Trouble | null {
  for (let down = 0; down < photo.tiles.down; down += 1) {
    for (let across = 0; across < photo.tiles.across; across += 1) {
      const tile = photo.tile(across, down);
      if (!tile.ok) return tile.error;
      paint(tile.value);
    }
  }
  return null;
}

function canvasOfTile({ width, height, stride, data }: Tile): OffscreenCanvas {
  const { canvas, brush } = paper(width, height);
  const image = brush.createImageData(width, height);
  for (let row = 0, write = 0; row < height; row += 1) {
    for (let read = row * stride, end = read + width * 3; read < end; read += 3, write += 4) {
      image.data[write] = data[read] ?? 0;
      image.data[write + 1] = data[read + 1] ?? 0;
      image.data[write + 2] = data[read + 2] ?? 0;
      image.data[write + 3] = 255;
    }
  }
  brush.putImageData(image, 0, 0);
  return canvas;
}
