import { chanceOf } from '../random.ts';

/** Red, green, blue, 0 to 255. */
export type Colour = readonly [number, number, number];

/** How hair is worn. */
export type Hair = 'short' | 'long' | 'bald' | 'bun' | 'scarf' | 'curly';

/** An invented face, told by numbers; lengths are in half widths of the head. */
export type FaceLook = {
  readonly skin: Colour; readonly hair: Colour; readonly iris: Colour; readonly cloth: Colour; readonly back: Colour; readonly lip: Colour;
  readonly style: Hair; readonly beard: boolean;
  readonly jaw: number; readonly long: number; readonly eyes: number; readonly apart: number; readonly brow: number; readonly nose: number; readonly mouth: number; readonly smile: number;
  readonly hairline: number; readonly yaw: number; readonly roll: number;
  /** Where the light comes from: left -1 to right 1. */
  readonly light: number;
  readonly grain: string;
};

const skins: readonly Colour[] = [[242, 205, 182], [229, 184, 152], [214, 164, 126], [188, 134, 96], [156, 104, 72], [122, 80, 56], [98, 64, 46], [236, 194, 160]];
const hairs: readonly Colour[] = [[24, 20, 20], [38, 27, 22], [62, 40, 26], [104, 70, 42], [168, 128, 76], [136, 132, 130], [92, 44, 26]];
const irises: readonly Colour[] = [[62, 40, 26], [84, 56, 34], [74, 92, 66], [78, 112, 144], [50, 34, 26]];
const cloths: readonly Colour[] = [[44, 62, 82], [96, 40, 52], [58, 84, 72], [36, 38, 44], [140, 132, 118], [84, 96, 128], [150, 92, 60]];
const backs: readonly Colour[] = [[222, 226, 228], [208, 218, 224], [232, 230, 224], [196, 206, 214]];

/** The face of a seed; the same seed has the same face in every picture but for `light`, `yaw` and `roll`. */
export function faceLook(seed: string, sex: 'F' | 'M', grain = seed): FaceLook {
  const chance = chanceOf(seed);
  const skin = chance.pick(skins);
  const turn = chanceOf(`${grain}/turn`);
  return {
    skin, hair: skin[0] < 170 ? chance.pick(hairs.slice(0, 3)) : chance.pick(hairs), iris: skin[0] < 170 ? chance.pick(irises.slice(0, 2)) : chance.pick(irises),
    cloth: turn.pick(cloths), back: turn.pick(backs), lip: [skin[0] * 0.8, skin[1] * 0.58, skin[2] * 0.58],
    style: chance.pick<Hair>(sex === 'F' ? ['long', 'long', 'bun', 'curly', 'scarf'] : ['short', 'short', 'short', 'bald', 'curly']),
    beard: sex === 'M' && chance.happens(0.3),
    jaw: chance.between(sex === 'M' ? 2.5 : 2.1, sex === 'M' ? 3.1 : 2.6), long: chance.between(1.28, 1.42), eyes: chance.between(0.19, 0.22), apart: chance.between(0.39, 0.43),
    brow: chance.between(0.035, 0.06), nose: chance.between(0.16, 0.22), mouth: chance.between(0.34, 0.42), smile: chance.between(0.02, 0.07),
    hairline: chance.between(-0.98, -0.82), yaw: turn.between(-0.07, 0.07), roll: turn.between(-0.04, 0.04), light: turn.between(-0.6, 0.6), grain,
  };
}
