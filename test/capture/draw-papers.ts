import type { CapturePage } from './page/page.ts';
import type { Drawn, Recipe } from './recipe.ts';
import { openStudio, type Studio } from './studio.ts';

/** Draws recipes (see `recipeFor` in papers.ts) as files, JPEG unless the recipe says PDF, with one headless browser, in their order. */
export async function drawPapers(recipes: readonly Recipe[]): Promise<readonly Uint8Array[]> {
  return (await drawWithTruth(recipes)).map(({ bytes }) => bytes);
}

/** Draws recipes with what is known of each; `each` is told of every picture as soon as it is there. */
export async function drawWithTruth(recipes: readonly Recipe[], each: (drawn: Drawn, at: number) => void = () => undefined): Promise<readonly Drawn[]> {
  const studio = await openStudio('index');
  try {
    return await drawIn(studio, recipes, each);
  } finally {
    await studio.close();
  }
}

async function drawIn(studio: Studio, recipes: readonly Recipe[], each: (drawn: Drawn, at: number) => void): Promise<readonly Drawn[]> {
  const drawn: Drawn[] = [];
  let next = 0;
  const work = async () => {
    const page = await studio.openPage();
    for (let at = next++; at < recipes.length; at = next++) {
      const { file, truth } = await page.evaluate((recipe) => (globalThis as unknown as { capture: CapturePage }).capture.draw(recipe), recipes[at]!);
      drawn[at] = { bytes: new Uint8Array(Buffer.from(file, 'base64')), truth };
      each(drawn[at]!, at);
    }
  };
  await Promise.all([work(), ...(recipes.length > 3 ? [work()] : [])]);
  return drawn;
}
