import { chanceOf } from './random.ts';
import { drawCardBack, drawCardFront, drawLargeCard } from './card.ts';
import type { SpecimenRecipe } from './kinds.ts';
import { drawLetter } from './letter.ts';
import { drawLicenceBack, drawLicenceFront, drawUsLicenceBack, drawUsLicenceFront } from './licence.ts';
import { drawPassport } from './passport.ts';
import { newSheet, type Sheet } from './sheet.ts';
import { zoneOf } from './zone-text.ts';

/** Draws a paper flat at a number of pixels a mm; letters are dated shortly before `today`. */
export function drawSpecimen(recipe: SpecimenRecipe, pixelsPerMm: number, today: string): Sheet {
  const chance = chanceOf(`${recipe.seed}/${recipe.kind}`);
  const lines = zoneOf(recipe);
  switch (recipe.kind) {
    case 'passport': return drawPassport(recipe, lines, pixelsPerMm, chance);
    case 'permit-front': case 'id-front': return drawCardFront(recipe, pixelsPerMm, chance);
    case 'permit-back': case 'id-back': return drawCardBack(recipe, lines, pixelsPerMm, chance);
    case 'id2-front': return drawLargeCard(recipe, lines, pixelsPerMm, chance);
    case 'licence-front': return drawLicenceFront(recipe, pixelsPerMm, chance);
    case 'licence-back': return drawLicenceBack(recipe, pixelsPerMm, chance);
    case 'us-licence-front': return drawUsLicenceFront(recipe, pixelsPerMm, chance);
    case 'us-licence-back': return drawUsLicenceBack(recipe, pixelsPerMm, chance);
    case 'letter': case 'bill': return drawLetter(recipe, pixelsPerMm, chance, today);
    case 'blank': return blank(pixelsPerMm);
    default: return blank(pixelsPerMm);
  }
}

function blank(pixelsPerMm: number): Sheet {
  const sheet = newSheet(210, 297, pixelsPerMm, 0);
  sheet.ctx.fillStyle = '#fcfcfa';
  sheet.ctx.fillRect(0, 0, 210, 297);
  return sheet;
}
