import { printedDay, type DayStyle } from './people/days.ts';
import type { Chance } from './random.ts';
import type { SpecimenRecipe } from './kinds.ts';
import { securePaper, specimenMark, tintOf, type Tint } from './paper.ts';
import { printPhoto, sign } from './photo.ts';
import { field, mono, newSheet, plain, write, type Sheet, type Type } from './sheet.ts';
import { printZone } from './zone.ts';

const corner = 3.2;

function typeOf(chance: Chance, size: number): Type {
  return { size: size * chance.between(0.95, 1.08), weight: chance.pick([500, 600, 700]), family: chance.pick([plain, plain, mono]), colour: '#17181d' };
}

/** Draws the front of a resident permit or of a citizen's card, 85.6 by 54 mm. */
export function drawCardFront(recipe: SpecimenRecipe, pixelsPerMm: number, chance: Chance): Sheet {
  const sheet = newSheet(85.6, 54, pixelsPerMm, corner);
  const tint = tintOf(chance);
  securePaper(sheet, tint, chance.fork('paper'));
  const permit = recipe.kind === 'permit-front';
  cardHead(sheet, recipe, tint, permit ? 'RESIDENCE PERMIT · SPECIMEN' : 'IDENTITY CARD · SPECIMEN');
  printPhoto(sheet, recipe.person, { x: 4, y: 14, width: 26, height: 33 }, recipe.seed);
  printPhoto(sheet, recipe.person, { x: 71, y: 33, width: 10.5, height: 13 }, recipe.seed, true);
  if (chance.happens(0.5)) chip(sheet, 70, 15);
  cardData(sheet, recipe, permit, chance.fork('data'));
  specimenMark(sheet, 54, 31, 8, tint.ink, chance.between(-0.3, 0.1));
  return sheet;
}

function cardHead(sheet: Sheet, { person }: SpecimenRecipe, tint: Tint, title: string): void {
  sheet.places.set('head', write(sheet, person.state.name.toUpperCase(), 4, 6.2, { size: 3.6, weight: 700, colour: tint.ink, spacing: 0.5, room: 60 }));
  write(sheet, title, 4, 10.4, { size: 2.3, weight: 600, colour: tint.ink, spacing: 0.2 });
  write(sheet, person.state.alpha2, 80.5, 8, { size: 4.6, weight: 800, colour: tint.ink, align: 'right' });
}

function cardData(sheet: Sheet, { person }: SpecimenRecipe, permit: boolean, chance: Chance): void {
  const type = typeOf(chance, 2.6);
  const days = chance.pick<DayStyle>(['words', 'dots', 'dots']);
  const at = (name: string, label: string, value: string, x: number, y: number, room: number) => field(sheet, name, label, value, x, y, { ...type, room, label: { size: 1.45, colour: '#4c5260', room } });
  at('family', 'Surname', person.family.toUpperCase(), 33, 17.5, 35);
  at('given', 'Given names', person.given.toUpperCase(), 33, 23.3, 35);
  at('sex', 'Sex', person.sex, 33, 29.1, 6);
  at('nationality', 'Nationality', person.nationality.code, 41, 29.1, 10);
  at('birth', 'Date of birth', printedDay(person.birth, days), 53, 29.1, 24);
  at('number', permit ? 'Permit No.' : 'Card No.', person.number, 33, 34.9, 26);
  at('expires', 'Valid until', printedDay(person.expires, days), 33, 40.7, 24);
  at('kind', permit ? 'Type of permit' : 'Place of birth', permit ? chance.pick(['SETTLED', 'WORK', 'TEMPORARY STAY']) : person.town.toUpperCase(), 33, 46.5, 30);
  sign(sheet, person, 5, 51.4, 20);
}

/** A contact chip. */
function chip(sheet: Sheet, x: number, y: number): void {
  const { ctx } = sheet;
  const shine = ctx.createLinearGradient(x, y, x + 11, y + 9);
  shine.addColorStop(0, '#cdb26a');
  shine.addColorStop(0.5, '#efe0ac');
  shine.addColorStop(1, '#b3944a');
  ctx.fillStyle = shine;
  ctx.beginPath();
  ctx.roundRect(x, y, 11, 9, 1.4);
  ctx.fill();
  ctx.strokeStyle = '#7d6630';
  ctx.lineWidth = 0.15;
  ctx.strokeRect(x + 3.5, y, 4, 9);
  ctx.strokeRect(x, y + 3, 11, 3);
}

/** Draws the back of a card with its zone of three lines (ICAO 9303-5). */
export function drawCardBack(recipe: SpecimenRecipe, lines: readonly string[], pixelsPerMm: number, chance: Chance): Sheet {
  const sheet = newSheet(85.6, 54, pixelsPerMm, corner);
  const tint = tintOf(chance);
  securePaper(sheet, tint, chance.fork('paper'));
  const type = typeOf(chance, 2.4);
  const { person } = recipe;
  const small = { size: 1.45, colour: '#4c5260' };
  field(sheet, 'address', 'Address', `${person.street}, ${person.zip} ${person.town}`, 5, 7.4, { ...type, room: 52, label: small });
  field(sheet, 'issued', 'Date of issue', printedDay(person.issued, 'dots'), 5, 13.8, { ...type, room: 24, label: small });
  field(sheet, 'authority', 'Authority', 'CIVIL REGISTRY', 32, 13.8, { ...type, room: 30, label: small });
  field(sheet, 'place', 'Place of birth', person.town.toUpperCase(), 5, 20.2, { ...type, room: 40, label: small });
  write(sheet, 'SPECIMEN · NOT A DOCUMENT', 5, 25, { size: 1.9, weight: 700, colour: tint.ink, spacing: 0.3 });
  if (chance.happens(0.5)) chip(sheet, 68, 8);
  specimenMark(sheet, 45, 14, 7, tint.ink, chance.between(-0.2, 0.1));
  whiteStrip(sheet, chance);
  printZone(sheet, lines, 4.7 + chance.between(-0.5, 0.5), 54 - 4.2 + chance.between(-0.5, 0.5), {
    letters: chance.happens(0.75) ? 'round' : 'sharp', ink: chance.between(0.82, 1), weight: chance.between(0, 0.03), apart: chance.between(5.6, 6.3),
  });
  return sheet;
}

function whiteStrip(sheet: Sheet, chance: Chance): void {
  if (chance.happens(0.4)) return;
  sheet.ctx.save();
  sheet.ctx.globalAlpha = chance.between(0.5, 0.9);
  sheet.ctx.fillStyle = '#f8f7f4';
  sheet.ctx.fillRect(0, 31.5, sheet.width, 23);
  sheet.ctx.restore();
}

/** Draws the front of the larger citizen's card, 105 by 74 mm, with photo and zone on one side (ICAO 9303-6). */
export function drawLargeCard(recipe: SpecimenRecipe, lines: readonly string[], pixelsPerMm: number, chance: Chance): Sheet {
  const sheet = newSheet(105, 74, pixelsPerMm, corner);
  const tint = tintOf(chance);
  securePaper(sheet, tint, chance.fork('paper'));
  cardHead(sheet, recipe, tint, 'IDENTITY CARD · SPECIMEN');
  printPhoto(sheet, recipe.person, { x: 5, y: 13.5, width: 28, height: 36 }, recipe.seed);
  cardData(sheet, recipe, false, chance.fork('data'));
  specimenMark(sheet, 70, 34, 9, tint.ink, chance.between(-0.3, 0.1));
  printZone(sheet, lines, 6.6 + chance.between(-0.5, 0.5), 74 - 7.4 + chance.between(-0.4, 0.4), {
    letters: chance.happens(0.75) ? 'round' : 'sharp', ink: chance.between(0.82, 1), weight: chance.between(0, 0.03), apart: chance.between(6.1, 6.4),
  });
  return sheet;
}
