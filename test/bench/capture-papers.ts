import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { emptyCustomerFields, type CustomerFields } from '../../preload/contract/customers.ts';
import { zoneOf } from '../../renderer/capture/specimen/zone-text.ts';
import { recipeFor } from '../capture/papers.ts';
import { planCases, type Case } from '../capture/plan.ts';
import type { Recipe } from '../capture/recipe.ts';
import { drawKept } from '../e2e/support/papers.ts';

/** The day on which every paper of the bench is looked at, so that one drawing serves for ever. */
export const today = '2026-11-21';
/** The form of the person whose passport is looked at. */
export const fields: CustomerFields = { ...emptyCustomerFields, idType: 'passport', firstName: 'Thea Ines', lastName: 'Marlowe', country: 'NG', dob: '1991-03-14', idNumber: 'T41X88205', idExpiryDate: '2031-08-22' };

const passport = (width: number) => recipeFor({ kind: 'passport', fields, today, seed: 'bench', width });

/** A passport's page as a phone of 12 MP and one of 48 MP take it. */
export async function photos(): Promise<{ readonly small: Buffer; readonly large: Buffer }> {
  const [small, large] = await drawKept([passport(4_000), passport(8_000)]);
  if (!small || !large) throw new Error('No photos were drawn');
  return { small, large };
}

/** A good picture with a zone, and the lines that are printed there. */
export type Zoned = { readonly one: Case; readonly bytes: Buffer; readonly printed: readonly string[] };

/** The first `count` good passports and permits of a plan. */
export async function zonedPapers(count: number): Promise<readonly Zoned[]> {
  const cases = planCases('bench', count * 8).filter(({ label, readable, recipe }) => label.good && readable && printedOn(recipe).length > 0).slice(0, count);
  if (cases.length < count) throw new Error(`The plan has only ${cases.length} papers with a zone`);
  const files = await drawKept(cases.map(({ recipe }) => recipe));
  return cases.map((one, at) => ({ one, bytes: files[at] ?? Buffer.alloc(0), printed: printedOn(one.recipe) }));
}

function printedOn(recipe: Recipe): readonly string[] {
  return recipe.what === 'paper' && recipe.paper ? zoneOf(recipe.paper) : [];
}

/** Steps of a hand that isn't quite still, in pixels. */
const tremor = [[0, 0], [1, 0], [2, 1], [2, 2], [1, 1], [0, 1]] as const;

/** A film of a passport lying on a desk, 1,920 by 1,080, as Chromium's fake camera takes it; gives the file's path. */
export async function film(): Promise<string> {
  const drawn = passport(2_000);
  const [picture] = await drawKept([drawn.what === 'paper' ? { ...drawn, world: { ...drawn.world, room: 1.9, orientation: 1 } } : drawn]);
  const still = await sharp(picture).resize({ width: 1_940 }).toBuffer({ resolveWithObject: true });
  const top = Math.floor((still.info.height - 1_080) / 2);
  const frames = await Promise.all(tremor.map(([left, down]) => sharp(still.data).extract({ left: left + 8, top: top + down, width: 1_920, height: 1_080 }).jpeg({ quality: 90, chromaSubsampling: '4:2:0' }).toBuffer()));
  const file = join(tmpdir(), `bursar-film-${process.pid}.mjpeg`);
  writeFileSync(file, Buffer.concat(frames));
  return file;
}
