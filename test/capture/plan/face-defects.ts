import type { Chance } from '../../../renderer/capture/specimen/random.ts';
import type { PortraitRecipe } from '../world/portrait.ts';

/** What spoils a portrait: nobody, two people, somebody far away (good from 0.42 of the height, bad up to 0.15), out of focus (bad from a sixteenth
 *  of half a face's width, about 2.5 % of an eye's distance). */
export const faceDefects: readonly { readonly name: string; readonly spoil: (portrait: PortraitRecipe, chance: Chance) => PortraitRecipe }[] = [
  { name: 'two faces', spoil: (portrait) => ({ ...portrait, width: Math.max(portrait.width, portrait.height), height: Math.min(portrait.width, portrait.height), faces: 2, share: 0.46 }) },
  { name: 'face blurred', spoil: (portrait, chance) => ({ ...portrait, blur: chance.between(0.065, 0.12) }) },
  { name: 'face too small', spoil: (portrait, chance) => ({ ...portrait, share: chance.between(0.1, 0.15) }) },
  { name: 'no face', spoil: (portrait) => ({ ...portrait, faces: 0 }) },
];
