import { printedDay, type DayStyle } from './people/days.ts';
import type { Chance } from './random.ts';
import { securePaper, specimenMark, tintOf, type Tint } from './paper.ts';
import { printPhoto, sign } from './photo.ts';
import { field, mono, newSheet, plain, write, type Sheet, type Type } from './sheet.ts';
import { printZone } from './zone.ts';
import type { SpecimenRecipe } from './kinds.ts';

/** Draws a passport's data page, 125 by 88 mm, with its zone on the lowest 23 mm (ICAO 9303-4). */
export function drawPassport(recipe: SpecimenRecipe, lines: readonly string[], pixelsPerMm: number, chance: Chance): Sheet {
  const sheet = newSheet(125, 88, pixelsPerMm, chance.between(1.5, 3.2));
  const tint = tintOf(chance);
  securePaper(sheet, tint, chance.fork('paper'));
  zoneStrip(sheet, tint, chance.fork('strip'));
  const left = chance.between(4.6, 6.2);
  const photo = { x: left, y: chance.between(19, 21), width: 35, height: 43.5 };
  printPhoto(sheet, recipe.person, photo, recipe.seed);
  printPhoto(sheet, recipe.person, { x: 103, y: 44, width: 13.5, height: 16.5 }, recipe.seed, true);
  head(sheet, recipe, tint);
  data(sheet, recipe, left + 39.5, chance.fork('data'));
  specimenMark(sheet, 80, 38, 11, tint.ink, chance.between(-0.32, 0.1));
  printZone(sheet, lines, 6.4 + chance.between(-0.6, 0.6), 88 - 7.3 + chance.between(-0.5, 0.4), {
    letters: chance.happens(0.75) ? 'round' : 'sharp', ink: chance.between(0.82, 1), weight: chance.between(0, 0.035), apart: chance.between(6.2, 6.5),
  });
  return sheet;
}

function zoneStrip(sheet: Sheet, tint: Tint, chance: Chance): void {
  const { ctx } = sheet;
  if (chance.happens(0.25)) return;
  ctx.save();
  ctx.globalAlpha = chance.between(0.55, 0.92);
  ctx.fillStyle = chance.happens(0.5) ? '#f8f7f4' : tint.to;
  ctx.fillRect(0, 64.4, 125, 24);
  ctx.restore();
}

function head(sheet: Sheet, recipe: SpecimenRecipe, tint: Tint): void {
  const name = recipe.person.state.name.toUpperCase();
  sheet.places.set('head', write(sheet, name, 6, 9.6, { size: 5, weight: 700, colour: tint.ink, spacing: 0.9, room: 36 }));
  write(sheet, 'PASSPORT · PASSEPORT · SPECIMEN', 6, 14.6, { size: 2.5, weight: 500, colour: tint.ink, spacing: 0.35, room: 36 });
}

function data(sheet: Sheet, recipe: SpecimenRecipe, x: number, chance: Chance): void {
  const { person } = recipe;
  const days = chance.pick<DayStyle>(['words', 'words', 'dots']);
  const type: Type = { size: chance.between(3, 3.5), weight: chance.pick([500, 600, 700]), family: chance.pick([plain, plain, mono]), colour: '#17181d' };
  const at = (name: string, label: string, value: string, left: number, y: number, room: number) => field(sheet, name, label, value, left, y, { ...type, room });
  const right = x + 43;
  at('type', 'Type / Type', 'P', x, 13, 10);
  at('code', 'Code of State / Code', person.state.code, x + 15, 13, 20);
  at('number', 'Passport No. / No du passeport', person.number, right - 4, 13, 38);
  at('family', 'Surname / Nom', person.family.toUpperCase(), x, 21.6, 74);
  at('given', 'Given names / Prénoms', person.given.toUpperCase(), x, 29.4, 74);
  at('nationality', 'Nationality / Nationalité', person.nationality.people.toUpperCase(), x, 37.2, 40);
  at('personal', 'Personal No.', person.personal, right, 37.2, 34);
  at('birth', 'Date of birth / Date de naissance', printedDay(person.birth, days), x, 45, 40);
  at('sex', 'Sex / Sexe', person.sex, right, 45, 8);
  at('place', 'Place of birth / Lieu', person.town.toUpperCase(), right + 12, 45, 24);
  at('issued', 'Date of issue / Date de délivrance', printedDay(person.issued, days), x, 52.8, 40);
  at('authority', 'Authority / Autorité', 'PASSPORT OFFICE', right, 52.8, 28);
  at('expires', 'Date of expiry / Date d’expiration', printedDay(person.expires, days), x, 60.6, 40);
  write(sheet, 'Holder’s signature', right, 57.7, { size: 1.75, colour: '#4c5260' });
  sign(sheet, person, right + 1, 62.2, 20);
}
