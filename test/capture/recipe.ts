import type { SpecimenRecipe } from '../../renderer/capture/specimen/kinds.ts';
import type { PhotoTruth } from './world/photo.ts';
import type { PortraitRecipe } from './world/portrait.ts';
import type { WorldRecipe } from './world/recipe.ts';

/** A picture to draw: a paper (none: an empty desk) in its world, or a portrait. `width` asks for a picture that many pixels wide. */
export type Recipe =
  | { readonly what: 'paper'; readonly paper: SpecimenRecipe | null; readonly world: WorldRecipe; readonly today: string; readonly width?: number }
  | { readonly what: 'portrait'; readonly portrait: PortraitRecipe };

/** What is known of a drawn picture. `zone` are the lines printed on the paper. */
export type Truth = PhotoTruth & { readonly zone: readonly string[] };

/** A drawn picture. */
export type Drawn = { readonly bytes: Uint8Array; readonly truth: Truth };
