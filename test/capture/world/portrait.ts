import { faceLook } from '../../../renderer/capture/specimen/face/look.ts';
import { paintFace } from '../../../renderer/capture/specimen/face/paint.ts';
import { chanceOf } from '../../../renderer/capture/specimen/random.ts';
import { layGround } from './grounds.ts';
import { blurred, context } from './lens.ts';

/** A photo of a person at the desk: how many faces, how high the first is as a part of the picture, how far out of focus in parts of a face's half width. */
export type PortraitRecipe = {
  readonly seed: string; readonly face: string; readonly sex: 'F' | 'M'; readonly width: number; readonly height: number;
  readonly faces: 0 | 1 | 2; readonly share: number; readonly blur: number; readonly exposure: number; readonly noise: number; readonly quality: number;
};

/** Takes a portrait as a recipe tells. */
export function takePortrait(recipe: PortraitRecipe): OffscreenCanvas {
  const { width, height, share } = recipe;
  const chance = chanceOf(recipe.seed);
  const canvas = new OffscreenCanvas(width, height);
  const ctx = context(canvas);
  room(ctx, recipe);
  const half = (height * share) / 2.75;
  const picture = ctx.getImageData(0, 0, width, height);
  const [first, second] = recipe.faces === 2 ? [0.29, 0.71] : [0.5 + chance.between(-0.03, 0.03), 0];
  const place = { x: width * first, y: Math.max(height * 0.44, half * 1.8), half };
  if (recipe.faces > 0) paintFace(picture, place, faceLook(recipe.face, recipe.sex, recipe.seed), true);
  if (recipe.faces > 1) paintFace(picture, { x: width * second, y: place.y + half * 0.2, half: half * 0.94 }, faceLook(`${recipe.face}/other`, chance.pick(['F', 'M']), `${recipe.seed}/other`), true);
  finish(picture, recipe);
  ctx.putImageData(picture, 0, 0);
  return recipe.blur > 0 ? blurred(canvas, recipe.blur * half) : canvas;
}

function room(ctx: OffscreenCanvasRenderingContext2D, recipe: PortraitRecipe): void {
  const chance = chanceOf(`${recipe.seed}/room`);
  const { width, height } = ctx.canvas;
  if (recipe.faces === 0) return layGround(ctx, chance.pick(['clutter', 'wood', 'cloth', 'paper']), chance);
  const wall = ctx.createLinearGradient(0, 0, width, height);
  const [hue, light] = [chance.whole(0, 360), chance.whole(62, 84)];
  wall.addColorStop(0, `hsl(${hue} 12% ${light}%)`);
  wall.addColorStop(1, `hsl(${hue + 20} 14% ${light - 16}%)`);
  ctx.fillStyle = wall;
  ctx.fillRect(0, 0, width, height);
  if (chance.happens(0.6)) {
    ctx.fillStyle = `hsl(${hue + 180} 18% ${light - 30}%)`;
    ctx.fillRect(width * chance.pick([0.02, 0.78]), height * 0.05, width * 0.2, height * 0.6);
  }
  return undefined;
}

function finish(picture: ImageData, recipe: PortraitRecipe): void {
  const chance = chanceOf(`${recipe.seed}/noise`);
  const { data } = picture;
  const table = Float32Array.from({ length: 8191 }, () => (chance.next() + chance.next() + chance.next() - 1.5) * 2 * recipe.noise);
  for (let at = 0, turn = 0; at < data.length; at += 4, turn = (turn + 7) % 8191) {
    const grey = table[(turn + (at >> 9)) % 8191] ?? 0;
    for (let colour = 0; colour < 3; colour += 1) data[at + colour] = data[at + colour]! * recipe.exposure + grey;
  }
}
