import type { Drawn, Recipe } from './recipe.ts';
import { zoneOf } from '../../renderer/capture/specimen/zone-text.ts';
import { loadFonts } from '../../renderer/capture/specimen/fonts.ts';
import { jpegOf } from './world/jpeg.ts';
import { pdfOf } from './world/pdf.ts';
import { context } from './world/lens.ts';
import { takePhoto, type Photo } from './world/photo.ts';
import { takePortrait } from './world/portrait.ts';

/** Draws a recipe's picture as a JPEG, in a browser's page. */
export async function draw(recipe: Recipe): Promise<Drawn> {
  await loadFonts();
  if (recipe.what === 'portrait') {
    const canvas = takePortrait(recipe.portrait);
    const { width, height } = canvas;
    return { bytes: await jpegOf(canvas, recipe.portrait.quality), truth: { width, height, quad: null, dpi: 0, zone: [] } };
  }
  const photo = sized(recipe);
  const { quality, orientation, file, dpi } = recipe.world;
  const jpeg = await jpegOf(photo.canvas, quality, file === 'pdf' ? 1 : orientation);
  return { bytes: file === 'pdf' ? pdfOf(jpeg, photo.truth, dpi) : jpeg, truth: { ...photo.truth, zone: recipe.paper ? zoneOf(recipe.paper) : [] } };
}

/** Above this many pixels a picture is enlarged instead of drawn. */
const largest = 13e6;

function sized({ paper, world, today, width }: Extract<Recipe, { what: 'paper' }>): Photo {
  const first = takePhoto(paper, world, today);
  if (width === undefined) return first;
  const scale = width / first.truth.width;
  const drawn = scale * scale * first.truth.width * first.truth.height <= largest ? takePhoto(paper, { ...world, dpi: world.dpi * scale }, today) : first;
  return enlarged(drawn, width);
}

function enlarged({ canvas, truth }: Photo, width: number): Photo {
  const scale = width / canvas.width;
  const height = Math.round(canvas.height * scale);
  const out = new OffscreenCanvas(width, height);
  const ctx = context(out);
  ctx.imageSmoothingQuality = 'high';
  ctx.drawImage(canvas, 0, 0, width, height);
  const at = (corner: number) => ({ x: (truth.quad?.[corner]?.x ?? 0) * scale, y: (truth.quad?.[corner]?.y ?? 0) * scale });
  return { canvas: out, truth: { width, height, quad: truth.quad && [at(0), at(1), at(2), at(3)], dpi: truth.dpi * scale } };
}
