import { printedDay } from './people/days.ts';
import type { Chance } from './random.ts';
import { printBarcode } from './barcode.ts';
import { aamvaText } from './barcode-text.ts';
import type { SpecimenRecipe } from './kinds.ts';
import { securePaper, specimenMark, tintOf, type Tint } from './paper.ts';
import { printPhoto, sign } from './photo.ts';
import { newSheet, plain, write, type Sheet, type Type } from './sheet.ts';

/** Draws the front of a licence: numbered lines as in Europe. */
export function drawLicenceFront(recipe: SpecimenRecipe, pixelsPerMm: number, chance: Chance): Sheet {
  const { person } = recipe;
  const { sheet, tint } = card(pixelsPerMm, chance);
  write(sheet, 'DRIVING LICENCE · SPECIMEN', 30, 7, { size: 3, weight: 700, colour: tint.ink, spacing: 0.25, room: 51 });
  write(sheet, person.state.name.toUpperCase(), 30, 11, { size: 2.2, weight: 500, colour: tint.ink, spacing: 0.3, room: 51 });
  sheet.ctx.fillStyle = tint.ink;
  sheet.ctx.fillRect(4, 3, 12, 8.5);
  write(sheet, person.state.alpha2, 10, 9, { size: 5, weight: 700, colour: '#ffffff', align: 'center' });
  printPhoto(sheet, person, { x: 4, y: 16, width: 23, height: 30 }, recipe.seed);
  printPhoto(sheet, person, { x: 71, y: 34, width: 10, height: 12.5 }, recipe.seed, true);
  const type: Type = { size: 2.7, weight: chance.pick([500, 600]), family: plain };
  line(sheet, 'family', '1.', person.family.toUpperCase(), 30, 16.6, { ...type, room: 48 });
  line(sheet, 'given', '2.', person.given.toUpperCase(), 30, 21, { ...type, room: 48 });
  line(sheet, 'birth', '3.', `${printedDay(person.birth, 'dots')} ${person.town.toUpperCase()}`, 30, 25.4, { ...type, room: 48 });
  line(sheet, 'issued', '4a.', printedDay(person.issued, 'dots'), 30, 29.8, type);
  line(sheet, 'authority', '4c.', 'ROAD OFFICE', 54, 29.8, { ...type, room: 22 });
  line(sheet, 'expires', '4b.', printedDay(person.expires, 'dots'), 30, 34.2, type);
  line(sheet, 'number', '5.', person.number, 30, 38.6, type);
  write(sheet, '7.', 30, 43.4, { size: 1.9, colour: '#4c5260' });
  sign(sheet, person, 34, 44, 20);
  line(sheet, 'classes', '9.', chance.pick(['AM/B', 'B', 'B/BE', 'A/B/BE/C1']), 30, 49, type);
  specimenMark(sheet, 55, 31, 8, tint.ink, chance.between(-0.3, 0.1));
  return sheet;
}

/** Draws the back of a licence of Europe: the table of classes. */
export function drawLicenceBack(recipe: SpecimenRecipe, pixelsPerMm: number, chance: Chance): Sheet {
  const { sheet, tint } = card(pixelsPerMm, chance);
  const { ctx } = sheet;
  const classes = ['AM', 'A1', 'A2', 'A', 'B1', 'B', 'C1', 'C', 'D1', 'D', 'BE', 'CE'];
  ctx.strokeStyle = tint.ink;
  ctx.lineWidth = 0.16;
  ['9.', '10.', '11.', '12.'].forEach((label, at) => write(sheet, label, 24 + ([0, 14, 30, 46][at] ?? 0), 5, { size: 1.8, colour: '#3a3f49' }));
  classes.forEach((name, row) => {
    const y = 6 + row * 3.4;
    ctx.strokeRect(23, y, 60, 3.4);
    write(sheet, name, 24.5, y + 2.6, { size: 2.2, weight: 600 });
    const has = name === 'B' || name === 'AM' || chance.happens(0.3);
    write(sheet, has ? printedDay(recipe.person.issued, 'dots') : '–', 38, y + 2.5, { size: 2 });
    write(sheet, has ? printedDay(recipe.person.expires, 'dots') : '–', 54, y + 2.5, { size: 2 });
  });
  for (const x of [37, 53, 69]) {
    ctx.beginPath();
    ctx.moveTo(x, 6);
    ctx.lineTo(x, 46.8);
    ctx.stroke();
  }
  write(sheet, '1. Surname 2. Other names 3. Date and place of birth 4a. Issued 4b. Valid until 5. Number 9. Classes', 4, 50.5, { size: 1.5, colour: '#3a3f49', room: 78 });
  specimenMark(sheet, 12.5, 27, 6.2, tint.ink, -1.57);
  return sheet;
}

/** Draws the front of a licence of North America: larger head, fields with short labels. */
export function drawUsLicenceFront(recipe: SpecimenRecipe, pixelsPerMm: number, chance: Chance): Sheet {
  const { person } = recipe;
  const { sheet, tint } = card(pixelsPerMm, chance);
  const us = person.state.alpha2 !== 'CA';
  write(sheet, us ? 'DRIVER LICENSE' : 'DRIVER’S LICENCE', 82, 7, { size: 3.4, weight: 800, colour: tint.ink, align: 'right' });
  write(sheet, (person.region || 'Fairview').toUpperCase(), 4, 7.4, { size: 4.4, weight: 800, colour: tint.ink, spacing: 0.4, room: 40 });
  write(sheet, 'SPECIMEN', 4, 11, { size: 2.1, weight: 700, colour: tint.ink, spacing: 0.5 });
  printPhoto(sheet, person, { x: 4, y: 14, width: 25, height: 31.5 }, recipe.seed);
  printPhoto(sheet, person, { x: 68, y: 32, width: 13, height: 16 }, recipe.seed, true);
  const type: Type = { size: 2.7, weight: 600 };
  const days = us ? 'slashes' : 'iso';
  line(sheet, 'number', '4d DLN', person.number, 32, 15.6, { ...type, colour: '#8c1d1d' }, 10);
  line(sheet, 'expires', '4b EXP', printedDay(person.expires, days), 32, 20, { ...type, colour: '#8c1d1d' }, 10);
  line(sheet, 'family', '1 LN', person.family.toUpperCase(), 32, 24.4, { ...type, room: 40 }, 10);
  line(sheet, 'given', '2 FN', person.given.toUpperCase(), 32, 28.8, { ...type, room: 34 }, 10);
  line(sheet, 'address', '8', `${person.street.toUpperCase()}, ${person.town.toUpperCase()}`, 32, 33, { ...type, size: 2, room: 24 }, 10);
  line(sheet, 'birth', '3 DOB', printedDay(person.birth, days), 32, 37.6, { ...type, colour: '#8c1d1d' }, 10);
  line(sheet, 'sex', '15 SEX', person.sex, 32, 42, type, 10);
  line(sheet, 'issued', '4a ISS', printedDay(person.issued, days), 32, 46.4, type, 10);
  sign(sheet, person, 6, 50.6, 20);
  specimenMark(sheet, 55, 30, 8, tint.ink, chance.between(-0.3, 0.1));
  return sheet;
}

/** Draws the back of a licence of North America: small print, then the barcode that holds the front's data. */
export function drawUsLicenceBack(recipe: SpecimenRecipe, pixelsPerMm: number, chance: Chance): Sheet {
  const { sheet, tint } = card(pixelsPerMm, chance);
  sheet.ctx.fillStyle = '#2a2a2e';
  if (chance.happens(0.5)) sheet.ctx.fillRect(0, 3.5, 85.6, 8);
  write(sheet, 'CLASS C · SPECIMEN · NOT A DOCUMENT', 5, 16, { size: 2.3, weight: 700, colour: tint.ink });
  write(sheet, 'RESTRICTIONS: NONE   ENDORSEMENTS: NONE', 5, 19.6, { size: 1.9 });
  printBarcode(sheet, aamvaText(recipe.person), { x: 5.5, y: 24, width: 74.5, height: 20 });
  write(sheet, `DD ${recipe.person.number}${recipe.person.zip}   REV 07/2024`, 5.5, 49.5, { size: 1.9 });
  specimenMark(sheet, 64, 14, 5, tint.ink);
  return sheet;
}

function card(pixelsPerMm: number, chance: Chance): { sheet: Sheet; tint: Tint } {
  const sheet = newSheet(85.6, 54, pixelsPerMm, 3.2);
  const tint = tintOf(chance);
  securePaper(sheet, tint, chance.fork('paper'));
  return { sheet, tint };
}

function line(sheet: Sheet, name: string, label: string, value: string, x: number, y: number, type: Type, indent = 5): void {
  write(sheet, label, x, y, { size: 1.7, colour: '#4c5260' });
  sheet.places.set(name, write(sheet, value, x + indent, y, type));
}
