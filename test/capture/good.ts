import { chanceOf } from '../../renderer/capture/specimen/random.ts';
import type { SpecimenKind } from '../../renderer/capture/specimen/kinds.ts';
import { sizeOf } from '../../renderer/capture/specimen/kinds.ts';
import type { Ground, WorldRecipe } from './world/recipe.ts';
import type { PortraitRecipe } from './world/portrait.ts';
import type { Person } from '../../renderer/capture/specimen/people/person.ts';

const desks: readonly Ground[] = ['wood', 'wood', 'cloth', 'dark', 'dark', 'clutter', 'wood'];

/** A world in which a careful person makes a good picture of a paper: sharp, lit, whole. `scan` lays it on a scanner. */
export function goodWorld(seed: string, kind: SpecimenKind, scan: boolean): WorldRecipe {
  const chance = chanceOf(`${seed}/world`);
  const [width] = sizeOf(kind);
  const a4 = width > 150;
  if (scan) {
    return {
      seed, ground: a4 ? 'full' : 'scanner', dpi: a4 ? chance.pick([150, 200]) : chance.pick([300, 300, 400]), turn: a4 ? 0 : chance.between(-2.5, 2.5), tilt: [0, 0], curl: 0,
      room: a4 ? 1 : chance.between(1.12, 1.4), warmth: 0, exposure: chance.between(0.96, 1), shadow: 0, noise: chance.between(0.6, 1.6), quality: chance.between(0.86, 0.95), file: a4 && chance.happens(0.5) ? 'pdf' : 'jpeg', orientation: 1, flaws: [],
    };
  }
  return {
    seed, ground: chance.pick(desks), dpi: a4 ? chance.between(158, 178) : chance.between(300, 430),
    turn: chance.pick([0, 0, 0, 0, 90, 180, -90]) + chance.between(-9, 9), tilt: [chance.between(-13, 13), chance.between(-13, 13)],
    curl: kind === 'passport' && chance.happens(0.5) ? chance.between(0.004, 0.022) : a4 && chance.happens(0.5) ? chance.between(-0.008, 0.008) : 0,
    room: chance.between(1.12, 1.32), warmth: chance.between(-0.5, 0.8), exposure: chance.between(0.74, 0.97), shadow: chance.happens(0.4) ? chance.between(0.05, 0.22) : 0,
    noise: chance.between(1, 4), quality: chance.between(0.78, 0.93), file: 'jpeg', orientation: chance.pick([1, 1, 1, 6, 8, 3] as const), flaws: [],
  };
}

/** A good portrait of a person. */
export function goodPortrait(seed: string, person: Pick<Person, 'face' | 'sex'>): PortraitRecipe {
  const chance = chanceOf(`${seed}/portrait`);
  const [width, height] = chance.pick([[1080, 1440], [1200, 1500], [1440, 1080]] as const);
  return { seed, face: person.face, sex: person.sex, width, height, faces: 1, share: chance.between(0.42, 0.6), blur: 0, exposure: chance.between(0.85, 1.05), noise: chance.between(1, 3), quality: chance.between(0.8, 0.93) };
}
