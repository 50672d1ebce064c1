import type { Chance } from '../../../renderer/capture/specimen/random.ts';
import type { Flaw, WorldRecipe } from '../world/recipe.ts';
import { isLetter, tellsData, type Subject } from './subjects.ts';
import { sizeOf } from '../../../renderer/capture/specimen/kinds.ts';

/**
 * What spoils a picture. Between the worst that still counts as good and the least that counts as bad lies a grey band where nothing is drawn:
 * - out of focus: good 0, bad from 0.35 mm spread on a document (0.7 mm on a letter); a capital of a passport's name is 2.4 mm high.
 * - moved: good 0, bad from 1.3 mm (2.4 mm).
 * - glare: good none, bad from about 5 % of the document.
 * - dark: good from 0.74 of full light, bad up to 0.14. bright: good up to 1, bad from 2.6.
 * - faint: good the full spread, bad up to 0.16 of it.
 * - small: good from 240 dpi (150 on a letter), bad up to 95 (62).
 * - cropped: good with room on every side, bad from 7 % cut off. covered: good free, bad from about 4 %.
 */
export type PixelDefect = { readonly name: string; readonly fits: (subject: Subject) => boolean; readonly spoil: (world: WorldRecipe, subject: Subject, chance: Chance) => WorldRecipe };

const paper = ({ kind }: Subject) => kind !== 'portrait' && kind !== null && kind !== 'blank';
const identity = (subject: Subject) => paper(subject) && !isLetter(subject.kind);
const widthOf = ({ kind }: Subject) => (kind === null || kind === 'portrait' ? 100 : sizeOf(kind)[0]);
const letter = ({ kind }: Subject) => isLetter(kind);
const plus = (world: WorldRecipe, flaw: Flaw): WorldRecipe => ({ ...world, flaws: [...world.flaws, flaw] });
/** On a desk, since a scanner doesn't do this. */
const onDesk = (world: WorldRecipe): WorldRecipe => (world.ground === 'scanner' || world.ground === 'full' ? { ...world, ground: 'wood', room: Math.max(world.room, 1.16) } : world);
const spots = ['family', 'birth', 'expires', 'number'];

/** The ways of spoiling a picture, in the order in which they come up. */
export const pixelDefects: readonly PixelDefect[] = [
  { name: 'out of focus', fits: paper, spoil: (world, subject, chance) => plus(onDesk(world), { name: 'defocus', spread: chance.between(0.35, 0.8) * (letter(subject) ? 2 : 1) }) },
  { name: 'glare over data', fits: identity, spoil: (world, subject, chance) => plus(onDesk(world), { name: 'glare', over: overData(subject, chance), reach: widthOf(subject) * chance.between(0.2, 0.27) }) },
  { name: 'cropped', fits: paper, spoil: (world, _subject, chance) => plus(onDesk(world), { name: 'cropped', side: chance.pick(['top', 'right', 'bottom', 'left'] as const), depth: chance.between(0.07, 0.18) }) },
  { name: 'moved', fits: paper, spoil: (world, subject, chance) => plus(onDesk(world), { name: 'motion', path: chance.between(1.3, 3) * (letter(subject) ? 1.9 : 1), angle: chance.between(0, 180) }) },
  { name: 'glare over the photo', fits: (subject) => subject.kind === 'passport' || subject.kind === 'permit-front' || subject.kind === 'licence-front', spoil: (world, subject, chance) => plus(onDesk(world), { name: 'glare', over: 'photo', reach: widthOf(subject) * chance.between(0.2, 0.26) }) },
  { name: 'finger over it', fits: identity, spoil: (world, _subject, chance) => plus(onDesk(world), { name: 'finger', over: edgeSpot(chance), reach: chance.between(15, 19) }) },
  { name: 'too small', fits: paper, spoil: (world, subject, chance) => ({ ...world, dpi: letter(subject) ? chance.between(42, 62) : chance.between(60, 95) }) },
  { name: 'screen', fits: paper, spoil: (world, subject, chance) => ({ ...plus(onDesk(world), { name: 'screen', bezel: chance.happens(0.5) }), ground: 'dark', curl: 0, shadow: 0, exposure: chance.between(1.35, 1.6), dpi: letter(subject) ? world.dpi : Math.max(world.dpi * 0.85, 270) }) },
  { name: 'too dark', fits: paper, spoil: (world, _subject, chance) => plus(onDesk(world), { name: 'dark', level: chance.between(0.07, 0.14) }) },
  { name: 'glare over the zone', fits: ({ kind }) => kind === 'passport' || kind === 'permit-back', spoil: (world, subject, chance) => plus(onDesk(world), { name: 'glare', over: 'zone', reach: widthOf(subject) * chance.between(0.2, 0.27) }) },
  { name: 'photocopy', fits: identity, spoil: (world) => ({ ...plus(world, { name: 'photocopy' }), curl: 0 }) },
  { name: 'object over it', fits: paper, spoil: (world, subject, chance) => plus(onDesk(world), { name: 'object', over: letter(subject) ? 'address1' : overData(subject, chance), reach: widthOf(subject) * chance.between(0.26, 0.34) }) },
  { name: 'too bright', fits: identity, spoil: (world, _subject, chance) => plus(onDesk(world), { name: 'bright', level: chance.between(2.6, 3.6) }) },
  { name: 'faint', fits: paper, spoil: (world, _subject, chance) => plus(onDesk(world), { name: 'faint', spread: chance.between(0.1, 0.16) }) },
];

function overData({ kind }: Subject, chance: Chance): string {
  if (kind === 'us-licence-back') return 'barcode';
  if (kind === 'licence-back') return '0.6,0.5';
  return tellsData(kind) && kind !== 'passport' ? 'address' : chance.pick(spots);
}

/** A place a fifth to a third inside an edge. */
function edgeSpot(chance: Chance): string {
  const [deep, along] = [chance.between(0.22, 0.32), chance.between(0.3, 0.7)];
  const places = [[along, deep * 1.2], [1 - deep, along], [along, 1 - deep * 1.2], [deep, along]];
  return (chance.pick(places)).map((part) => part.toFixed(3)).join(',');
}
