import type { CustomerFields } from '../../preload/contract/customers.ts';
import { goodPortrait, goodWorld } from './good.ts';
import { formPerson } from '../../renderer/capture/specimen/form-person.ts';
import type { Person } from '../../renderer/capture/specimen/people/person.ts';
import { states } from '../../renderer/capture/specimen/people/states.ts';
import { dataDefects } from './plan/data-defects.ts';
import { faceDefects } from './plan/face-defects.ts';
import { pixelDefects } from './plan/flaws.ts';
import { formOf } from './plan/form.ts';
import type { Subject } from './plan/subjects.ts';
import { chanceOf } from '../../renderer/capture/specimen/random.ts';
import type { Recipe } from './recipe.ts';
import type { SpecimenKind } from '../../renderer/capture/specimen/kinds.ts';

/** What can be asked for: `defect` is a name of `defectNames`; `width` a picture that many pixels wide; `scan` a scanner's page instead of a photo, `file` what it is
 *  kept as (JPEG unless said). */
export type Wish = {
  readonly kind: SpecimenKind | 'portrait' | 'desk'; readonly fields: CustomerFields; readonly today: string;
  readonly seed?: string; readonly defect?: string; readonly width?: number; readonly scan?: boolean; readonly file?: 'jpeg' | 'pdf';
};

/** Everything that can be wrong with a picture. */
export const defectNames: readonly string[] = [...pixelDefects, ...dataDefects, ...faceDefects].map(({ name }) => name);

/** The recipe of a paper that fits a customer's form, good or with one defect. What the form leaves empty is invented. */
export function recipeFor(wish: Wish): Recipe {
  const { kind, fields, today, seed = 'paper', defect } = wish;
  const chance = chanceOf(`wish ${seed}`);
  if (defect !== undefined && !defectNames.includes(defect)) throw new Error(`There is no defect "${defect}". There are: ${defectNames.join(', ')}.`);
  const person = spoiltPerson(formPerson(fields, today, seed), today, defect);
  if (kind === 'portrait') {
    const portrait = goodPortrait(seed, person);
    return { what: 'portrait', portrait: faceDefects.find(({ name }) => name === defect)?.spoil(portrait, chance) ?? portrait };
  }
  const subject: Subject = { slot: 'identity', idType: fields.idType, kind: kind === 'desk' ? null : kind };
  const good = { ...goodWorld(seed, kind === 'desk' ? 'letter' : kind, wish.scan ?? false), file: wish.file ?? 'jpeg', ...(wish.scan ? {} : { turn: chance.between(-4, 4) }) };
  const world = pixelDefects.find(({ name }) => name === defect)?.spoil(good, subject, chance) ?? good;
  const forged = dataDefects.find(({ name }) => name === defect)?.forged;
  const paper = kind === 'desk' ? null : { kind, person, seed, ...(forged ? { forged } : {}) };
  return { what: 'paper', paper, world, today, ...(wish.width === undefined ? {} : { width: wish.width }) };
}

/** For a document whose data are wrong: here the form is right and the paper differs. */
function spoiltPerson(person: Person, today: string, defect: string | undefined): Person {
  const found = dataDefects.find(({ name }) => name === defect);
  const chance = chanceOf(`spoilt ${defect ?? ''}`);
  if (found?.person) return found.person(person, today, chance);
  if (!found?.form) return person;
  const changed = found.form(formOf(person, 'passport', chance), person, chance);
  const state = states.find(({ alpha2 }) => alpha2 === changed.country) ?? person.state;
  return { ...person, state, nationality: state, family: defect === 'other name' ? changed.lastName : person.family, birth: changed.dob, number: defect === 'other number' ? changed.idNumber : person.number };
}
