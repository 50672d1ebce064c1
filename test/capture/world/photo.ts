import type { Quad } from '../../../renderer/capture/pixels.ts';
import { chanceOf, type Chance } from '../../../renderer/capture/specimen/random.ts';
import type { SpecimenRecipe } from '../../../renderer/capture/specimen/kinds.ts';
import { cornersOf, leastScale, moved, project, projectionOf, type Projection } from './camera.ts';
import { finger, glare, thing } from './cover.ts';
import { flawOf, subjectOf, type Subject } from './flat.ts';
import { layGround } from './grounds.ts';
import { blurred, context, drawnOut } from './lens.ts';
import { develop, filmOf, lightMap } from './light.ts';
import type { WorldRecipe } from './recipe.ts';
import { warpInto } from './warp.ts';

/** What is known of a photo: where the paper's corners lie in its pixels, the least dots an inch on the paper. */
export type PhotoTruth = { readonly width: number; readonly height: number; readonly quad: Quad | null; readonly dpi: number };

/** A photo before it becomes a file. */
export type Photo = { readonly canvas: OffscreenCanvas; readonly truth: PhotoTruth };

type Frame = { readonly width: number; readonly height: number; readonly projection: Projection; readonly quad: Quad };

/** Photographs a paper as a recipe tells; the same recipe gives the same pixels. */
export function takePhoto(recipe: SpecimenRecipe | null, world: WorldRecipe, today: string): Photo {
  const chance = chanceOf(world.seed);
  const subject = recipe && subjectOf(recipe, world, today);
  const frame = subject ? frameOf(subject, world, chance.fork('frame')) : emptyFrame(world);
  const canvas = new OffscreenCanvas(frame.width, frame.height);
  const ctx = context(canvas);
  layGround(ctx, world.ground, chance.fork('ground'));
  if (subject) layPaper(ctx, subject, frame, world, chance);
  const seen = throughLens(canvas, frame, subject, world);
  const film = context(seen).getImageData(0, 0, frame.width, frame.height);
  develop(film, lightMap(world, chance.fork('light')), filmOf(world), world.seed);
  context(seen).putImageData(film, 0, 0);
  if (subject) shine(context(seen), subject, frame, world, chance.fork('glare'));
  return { canvas: seen, truth: { width: frame.width, height: frame.height, quad: subject ? frame.quad : null, dpi: subject ? leastScale(frame.quad, ...subject.paper) * 25.4 * subject.ratio : 0 } };
}

function emptyFrame(world: WorldRecipe): Frame {
  const projection = projectionOf({ pixelsPerMm: 10, turn: 0, tilt: [0, 0], away: 400 });
  return { width: Math.round(world.dpi * 6), height: Math.round(world.dpi * 4.5), projection, quad: cornersOf(projection, 10, 10) };
}

function frameOf(subject: Subject, world: WorldRecipe, chance: Chance): Frame {
  const [wide, high] = subject.paper;
  const pose = { pixelsPerMm: world.dpi / 25.4 / subject.ratio, turn: world.turn, tilt: world.tilt, away: Math.hypot(wide, high) * 2.4 };
  const raw = projectionOf(pose);
  const corners = cornersOf(raw, wide, high);
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [spanX, spanY] = [Math.max(...xs) - left, Math.max(...ys) - top];
  const rim = (Math.max(spanX, spanY) * (world.room - 1)) / 2;
  const [slackX, slackY] = [rim * chance.between(0.65, 1.35), rim * chance.between(0.65, 1.35)];
  const cut = cutOf(world, raw, subject.paper, { left, top, spanX, spanY }, [slackX, slackY, 2 * rim - slackX, 2 * rim - slackY]);
  const projection = moved(raw, cut[0] - left, cut[1] - top);
  return { width: Math.round(spanX + cut[0] + cut[2]), height: Math.round(spanY + cut[1] + cut[3]), projection, quad: cornersOf(projection, wide, high) };
}

/** The rims left, top, right, bottom; a cropped photo has a negative one on the side where the paper's named side lies. */
function cutOf(world: WorldRecipe, raw: Projection, [wide, high]: readonly [number, number], box: { left: number; top: number; spanX: number; spanY: number }, rims: [number, number, number, number]): [number, number, number, number] {
  const flaw = flawOf(world, 'cropped');
  if (!flaw) return rims;
  const side = project(raw, flaw.side === 'left' ? -wide / 2 : flaw.side === 'right' ? wide / 2 : 0, flaw.side === 'top' ? -high / 2 : flaw.side === 'bottom' ? high / 2 : 0);
  const [x, y] = [(side.x - box.left) / box.spanX - 0.5, (side.y - box.top) / box.spanY - 0.5];
  const across = Math.abs(x) > Math.abs(y);
  const at = across ? (x < 0 ? 0 : 2) : y < 0 ? 1 : 3;
  rims[at] = -(across ? box.spanX : box.spanY) * flaw.depth;
  return rims;
}

function layPaper(ctx: OffscreenCanvasRenderingContext2D, subject: Subject, frame: Frame, world: WorldRecipe, chance: Chance): void {
  const whole = cornersOf(frame.projection, subject.flat.width, subject.flat.height);
  const scale = (world.dpi / 25.4) * (world.ground === 'scanner' ? 0.35 : chance.fork('lift').between(0.8, 2));
  if (world.ground !== 'full') {
    castShadow(ctx, whole, scale, world.ground === 'scanner' ? 0.55 : 0.6);
  }
  const picture = ctx.getImageData(0, 0, frame.width, frame.height);
  warpInto(picture, subject.flat, frame.projection);
  ctx.putImageData(picture, 0, 0);
  coverPaper(ctx, subject, frame, world, chance.fork('cover'));
}

/** Only the shadow of a thing with these corners: what casts it stays out of the picture. */
function castShadow(ctx: OffscreenCanvasRenderingContext2D, corners: Quad, scale: number, depth: number): void {
  const aside = ctx.canvas.width * 3;
  ctx.save();
  ctx.shadowColor = `rgba(0,0,0,${depth})`;
  ctx.shadowBlur = scale * 2;
  ctx.shadowOffsetX = aside + scale * 0.4;
  ctx.shadowOffsetY = scale * 0.5;
  ctx.beginPath();
  corners.forEach(({ x, y }, at) => { ctx[at === 0 ? 'moveTo' : 'lineTo'](x - aside, y); });
  ctx.fill();
  ctx.restore();
}

/** The pixel and the pixels a mm of a place on the paper; `over` is a field, an edge, a corner or `x,y` in parts. */
function spotOf(subject: Subject, frame: Frame, over: string): { x: number; y: number; mm: number; turn: number } {
  const [wide, high] = subject.paper;
  const place = subject.places.get(over);
  const [u, v] = over.includes(',') ? over.split(',').map(Number) : [];
  const x = place ? (place.x + Math.min(place.width, 40) / 2) * subject.ratio - wide / 2 : ((u ?? 0.5) - 0.5) * wide;
  const y = place ? (place.y + place.height / 2) * subject.ratio - high / 2 : ((v ?? 0.5) - 0.5) * high;
  const at = project(frame.projection, x, y);
  const beside = project(frame.projection, x + 1, y);
  return { ...at, mm: Math.hypot(beside.x - at.x, beside.y - at.y) * subject.ratio, turn: Math.atan2(beside.y - at.y, beside.x - at.x) };
}

function coverPaper(ctx: OffscreenCanvasRenderingContext2D, subject: Subject, frame: Frame, world: WorldRecipe, chance: Chance): void {
  for (const flaw of world.flaws) {
    if (flaw.name !== 'finger' && flaw.name !== 'object') continue;
    const spot = spotOf(subject, frame, flaw.over);
    ctx.save();
    ctx.translate(spot.x, spot.y);
    const middle = spotOf(subject, frame, '0.5,0.5');
    ctx.rotate(flaw.name === 'finger' ? Math.atan2(middle.y - spot.y, middle.x - spot.x) + chance.between(-0.35, 0.35) : spot.turn);
    if (flaw.name === 'finger') finger(ctx, flaw.reach * spot.mm, chance);
    else thing(ctx, (flaw.reach / 2) * spot.mm, chance);
    ctx.restore();
  }
}

function throughLens(canvas: OffscreenCanvas, frame: Frame, subject: Subject | null, world: WorldRecipe): OffscreenCanvas {
  const mm = subject ? spotOf(subject, frame, '0.5,0.5').mm : world.dpi / 25.4;
  const [soft, moved] = [flawOf(world, 'defocus'), flawOf(world, 'motion')];
  if (soft) return blurred(canvas, soft.spread * mm);
  return moved ? drawnOut(canvas, moved.path * mm, moved.angle) : canvas;
}

function shine(ctx: OffscreenCanvasRenderingContext2D, subject: Subject, frame: Frame, world: WorldRecipe, chance: Chance): void {
  const flaw = flawOf(world, 'glare');
  if (!flaw) return;
  const spot = spotOf(subject, frame, flaw.over);
  ctx.save();
  ctx.translate(spot.x, spot.y);
  glare(ctx, flaw.reach * spot.mm, flaw.reach * spot.mm * chance.between(0.42, 0.7), spot.turn + chance.between(-0.5, 0.5));
  ctx.restore();
}
