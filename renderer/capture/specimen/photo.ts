import { faceLook } from './face/look.ts';
import { paintFace } from './face/paint.ts';
import type { Person } from './people/person.ts';
import type { Place, Sheet } from './sheet.ts';

/** Puts the bearer's photo at a place; `ghost` is the pale second print of cards. */
export function printPhoto(sheet: Sheet, person: Person, place: Place, grain: string, ghost = false): void {
  const { ctx, pixelsPerMm } = sheet;
  const scale = ghost ? 0.6 : 1;
  const canvas = new OffscreenCanvas(Math.round(place.width * pixelsPerMm * scale), Math.round(place.height * pixelsPerMm * scale));
  const drawing = canvas.getContext('2d');
  if (!drawing) throw new Error('There is no canvas to draw on.');
  const picture = drawing.createImageData(canvas.width, canvas.height);
  const half = Math.min(canvas.width * 0.3, canvas.height * 0.235);
  paintFace(picture, { x: canvas.width / 2, y: canvas.height * 0.46, half }, faceLook(person.face, person.sex, grain));
  drawing.putImageData(picture, 0, 0);
  ctx.save();
  if (ghost) {
    ctx.globalAlpha = 0.28;
    ctx.filter = 'grayscale(1) contrast(1.1)';
  }
  ctx.drawImage(canvas, place.x, place.y, place.width, place.height);
  ctx.restore();
  if (!ghost) sheet.places.set('photo', place);
}

/** A written name: a line that swings, seeded by the letters. */
export function sign(sheet: Sheet, person: Person, x: number, y: number, width: number): void {
  const { ctx } = sheet;
  ctx.save();
  ctx.strokeStyle = '#1b2440';
  ctx.lineWidth = 0.28;
  ctx.lineJoin = 'round';
  ctx.beginPath();
  const letters = Array.from(`${person.given}${person.family}`).slice(0, 14);
  letters.forEach((letter, at) => {
    const left = x + (at / letters.length) * width;
    const high = 1 + (letter.charCodeAt(0) % 5) * 0.45 + (at === 0 ? 1.6 : 0);
    if (at === 0) ctx.moveTo(left, y);
    ctx.bezierCurveTo(left + width * 0.02, y - high * 1.5, left + width * 0.06, y - high, left + width / letters.length, y + (letter.charCodeAt(0) % 3) * 0.25);
  });
  ctx.stroke();
  ctx.restore();
}
