import { draw } from '../draw.ts';
import type { Recipe, Truth } from '../recipe.ts';

/** What Node asks the page for: pictures go out as base64. */
export type CapturePage = { readonly draw: (recipe: Recipe) => Promise<{ readonly jpeg: string; readonly truth: Truth }> };

const page: CapturePage = {
  draw: async (recipe) => {
    const { bytes, truth } = await draw(recipe);
    return { jpeg: bytes.toBase64(), truth };
  },
};

Object.assign(globalThis, { capture: page });
