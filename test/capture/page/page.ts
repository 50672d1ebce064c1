import { draw } from '../draw.ts';
import type { Recipe, Truth } from '../recipe.ts';
import { base64 } from './base64.ts';

/** What Node asks the drawing page for: the file goes out as base64. */
export type CapturePage = { readonly draw: (recipe: Recipe) => Promise<{ readonly file: string; readonly truth: Truth }> };

const page: CapturePage = {
  draw: async (recipe) => {
    const { bytes, truth } = await draw(recipe);
    return { file: base64(bytes), truth };
  },
};

Object.assign(globalThis, { capture: page });
