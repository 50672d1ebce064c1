import { draw } from '../draw.ts';
import type { Recipe, Truth } from '../recipe.ts';

/** What Node asks the page for: pictures go out as base64. */
export type CapturePage = { readonly draw: (recipe: Recipe) => Promise<{ readonly jpeg: string; readonly truth: Truth }> };

function base64(bytes: Uint8Array): string {
  let letters = '';
  for (let at = 0; at < bytes.length; at += 32_768) letters += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  return btoa(letters);
}

const page: CapturePage = {
  draw: async (recipe) => {
    const { bytes, truth } = await draw(recipe);
    return { jpeg: base64(bytes), truth };
  },
};

Object.assign(globalThis, { capture: page });
