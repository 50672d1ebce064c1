import { drawSpecimen } from '../../../renderer/capture/specimen/draw.ts';
import { sizeOf, type SpecimenRecipe } from '../../../renderer/capture/specimen/kinds.ts';
import type { Place } from '../../../renderer/capture/specimen/sheet.ts';
import { chanceOf } from '../../../renderer/capture/specimen/random.ts';
import { photocopied } from './copy.ts';
import { context } from './lens.ts';
import type { Flaw, WorldRecipe } from './recipe.ts';
import { onScreen } from './screen.ts';
import type { Flat } from './warp.ts';

/** What lies before the lens: the paper itself, its copy, or a screen that shows it. `paper` is the paper's size there in mm and always in the
 *  middle; `ratio` is how many mm there one mm of the paper takes. */
export type Subject = { readonly flat: Flat; readonly paper: readonly [number, number]; readonly ratio: number; readonly places: ReadonlyMap<string, Place> };

const dotsPerMm = 3.9;

/** Draws what is photographed with about as many pixels as the photo will have. */
export function subjectOf(recipe: SpecimenRecipe, world: WorldRecipe, today: string): Subject {
  const [width, height] = sizeOf(recipe.kind);
  const scale = Math.max(3, (world.dpi / 25.4) * 1.12);
  const chance = chanceOf(`${world.seed}/subject`);
  const screen = flawOf(world, 'screen');
  if (screen) {
    // Shown about one and a half times as large as it is.
    const sheet = drawSpecimen(recipe, dotsPerMm * (width > 150 ? 0.66 : 1.7), today);
    const shown = onScreen(sheet.canvas, width, dotsPerMm, screen.bezel, chance);
    return { flat: flatOf(shown.canvas, shown.width, shown.height, 0), paper: [width * shown.scale, height * shown.scale], ratio: shown.scale, places: sheet.places };
  }
  const sheet = drawSpecimen(recipe, scale, today);
  if (flawOf(world, 'photocopy')) {
    const copy = photocopied(sheet.canvas, width, height, chance);
    return { flat: flatOf(copy.canvas, copy.width, copy.height, 0), paper: [width, height], ratio: 1, places: sheet.places };
  }
  return { flat: flatOf(sheet.canvas, width, height, world.curl), paper: [width, height], ratio: 1, places: sheet.places };
}

/** A world's flaw of a name, if it has it. */
export function flawOf<N extends Flaw['name']>(world: WorldRecipe, name: N): Extract<Flaw, { name: N }> | undefined {
  return world.flaws.find((flaw): flaw is Extract<Flaw, { name: N }> => flaw.name === name);
}

function flatOf(canvas: OffscreenCanvas, width: number, height: number, curl: number): Flat {
  return { picture: context(canvas).getImageData(0, 0, canvas.width, canvas.height), width, height, curl };
}
