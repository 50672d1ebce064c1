import { addDays, printedDay } from './people/days.ts';
import { digits } from './people/person.ts';
import type { Chance } from './random.ts';
import type { SpecimenRecipe } from './kinds.ts';
import { specimenMark } from './paper.ts';
import { newSheet, plain, serif, write, type Sheet } from './sheet.ts';

const senders = ['Anyder Water & Light', 'Quay Street Bank', 'Northern Grid Energy', 'Municipal Registry Office', 'Linden Telecom'];
const inks = ['#1d3f74', '#0c5560', '#6a2440', '#22513a', '#30363c'];

/** Draws a letter of a bank, an office or a utility on A4; `bill` has a table of amounts. */
export function drawLetter(recipe: SpecimenRecipe, pixelsPerMm: number, chance: Chance, today: string): Sheet {
  const sheet = newSheet(210, 297, pixelsPerMm, 0);
  const { person } = recipe;
  const family = chance.pick([plain, serif]);
  const ink = chance.pick(inks);
  sheet.ctx.fillStyle = chance.pick(['#fdfdfb', '#fbfaf5', '#ffffff']);
  sheet.ctx.fillRect(0, 0, 210, 297);
  letterHead(sheet, chance.pick(senders), ink, person.town);
  const address = [`${person.given} ${person.family}`.trim(), person.street, `${person.zip} ${person.town}`, person.state.name];
  address.forEach((row, at) => sheet.places.set(`address${at}`, write(sheet, row, 25, 62 + at * 5.6, { size: 4.4, family, room: 85 })));
  write(sheet, printedDay(addDays(today, -chance.whole(5, 60)), 'words'), 185, 92, { size: 4.2, family, align: 'right' });
  const subject = recipe.kind === 'bill' ? `Your bill, account ${digits(chance, 9)}` : `Confirmation of address, reference ${digits(chance, 7)}`;
  write(sheet, subject, 25, 108, { size: 4.8, weight: 700, family });
  const next = paragraphs(sheet, recipe, family, chance, 120);
  if (recipe.kind === 'bill') table(sheet, family, ink, chance, next + 6);
  write(sheet, 'SPECIMEN · drawn for tests, not a document', 105, 287, { size: 3.2, weight: 600, colour: ink, align: 'center' });
  specimenMark(sheet, 105, 190, 26, ink, -0.6);
  return sheet;
}

function letterHead(sheet: Sheet, sender: string, ink: string, town: string): void {
  const { ctx } = sheet;
  ctx.fillStyle = ink;
  ctx.beginPath();
  ctx.arc(33, 27, 8, 0, 7);
  ctx.fill();
  ctx.fillStyle = '#ffffff';
  ctx.fillRect(28, 25.5, 10, 3);
  write(sheet, sender, 46, 29, { size: 8, weight: 700, colour: ink });
  write(sheet, `1 Market Place, ${town} · www.example.test · 0800 000 0000`, 46, 35.5, { size: 3, colour: '#4c5260' });
  ctx.fillRect(25, 41, 160, 0.4);
  ctx.fillStyle = ink;
  ctx.fillRect(25, 41, 160, 0.5);
}

const sentences = [
  'We confirm that the person named above is registered with us at the address shown on this letter.', 'The account has been held at this address without a break since it was opened.',
  'Please keep this letter with your papers and show it where a proof of address is asked for.', 'Should any of these details be wrong, write to us within thirty days so that we can put them right.',
  'Nothing has to be paid on receipt of this letter; the amount due is collected on the fifth of the month.', 'Your next statement will be sent to the same address at the end of the quarter.',
  'Our opening hours are Monday to Friday from eight to five, and Saturday from nine to noon.', 'This letter was made by machine and is valid without a signature.',
];

function paragraphs(sheet: Sheet, { person }: SpecimenRecipe, family: string, chance: Chance, from: number): number {
  write(sheet, `Dear ${person.sex === 'F' ? 'Ms' : 'Mr'} ${person.family},`, 25, from, { size: 4.2, family });
  let y = from + 9;
  for (let paragraph = 0; paragraph < 3; paragraph += 1) {
    const text = Array.from({ length: chance.whole(2, 4) }, () => chance.pick(sentences)).join(' ');
    for (const row of wrapped(sheet, text, 160, family)) {
      write(sheet, row, 25, y, { size: 4.1, family, room: 160 });
      y += 5.7;
    }
    y += 4;
  }
  return y;
}

function wrapped(sheet: Sheet, text: string, room: number, family: string): readonly string[] {
  sheet.ctx.font = `400 4.1px ${family}`;
  const rows: string[] = [''];
  for (const word of text.split(' ')) {
    const longer = `${rows.at(-1) ?? ''} ${word}`.trim();
    if (sheet.ctx.measureText(longer).width > room) rows.push(word);
    else rows[rows.length - 1] = longer;
  }
  return rows;
}

function table(sheet: Sheet, family: string, ink: string, chance: Chance, from: number): void {
  const { ctx } = sheet;
  ctx.fillStyle = ink;
  ctx.fillRect(25, from, 160, 7);
  write(sheet, 'Period', 28, from + 5, { size: 3.6, weight: 700, colour: '#ffffff', family });
  write(sheet, 'Amount', 182, from + 5, { size: 3.6, weight: 700, colour: '#ffffff', align: 'right', family });
  for (let row = 0; row < 5; row += 1) {
    const y = from + 12.5 + row * 7;
    write(sheet, ['Standing charge', 'Use in July', 'Use in August', 'Use in September', 'Amount due'][row] ?? '', 28, y, { size: 3.8, family, weight: row === 4 ? 700 : 400 });
    write(sheet, `${chance.whole(11, 190)}.${chance.whole(10, 99)}`, 182, y, { size: 3.8, family, align: 'right', weight: row === 4 ? 700 : 400 });
    ctx.fillStyle = '#c9ccd2';
    ctx.fillRect(25, y + 2, 160, 0.2);
  }
}
