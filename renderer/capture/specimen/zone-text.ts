import { zoneLines } from './people/mrz.ts';
import { zoneKindOf, type SpecimenRecipe } from './kinds.ts';

/** The zone a recipe prints, right to the check digit unless it is forged; empty for papers without one. */
export function zoneOf(recipe: SpecimenRecipe): readonly string[] {
  const kind = zoneKindOf(recipe.kind, recipe.seed);
  if (!kind) return [];
  const lines = zoneLines(recipe.person, kind);
  return recipe.forged ? lines.map((line, row) => (row === (kind.size === 'TD1' ? 0 : 1) ? forge(line, kind.size) : line)) : lines;
}

// The number is changed and its check digit left, as by someone who overprints a digit.
function forge(line: string, size: string): string {
  const at = size === 'TD1' ? 9 : 4;
  const changed = /\d/u.test(line[at] ?? '') ? String((Number(line[at]) + 3) % 10) : 'Z';
  return `${line.slice(0, at)}${changed}${line.slice(at + 1)}`;
}
