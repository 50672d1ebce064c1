import type { Person } from './people/person.ts';
import type { ZoneKind } from './people/mrz.ts';

/** The papers that can be drawn flat. `id2` is the larger card whose zone stands on its front; `us` is a licence of North America. */
export const specimenKinds = [
  'passport', 'permit-front', 'permit-back', 'id-front', 'id-back', 'id2-front', 'licence-front', 'licence-back', 'us-licence-front', 'us-licence-back', 'letter', 'bill', 'blank',
] as const;
/** A paper that can be drawn flat. */
export type SpecimenKind = (typeof specimenKinds)[number];

/** What to draw: the seed chooses colours and layout; `forged` prints one wrong check digit. */
export type SpecimenRecipe = { readonly kind: SpecimenKind; readonly person: Person; readonly seed: string; readonly forged?: boolean };

/** The zone of each kind that has one; resident permits of Europe start with AR, CR or IR, cards of citizens with I, A or C (ICAO 9303-5). */
export function zoneKindOf(kind: SpecimenKind, seed: string): ZoneKind | null {
  const turn = seed.charCodeAt(seed.length - 1) % 3;
  if (kind === 'passport') return { size: 'TD3', code: turn === 0 && seed.length % 4 === 0 ? 'PA' : 'P' };
  if (kind === 'permit-back') return { size: 'TD1', code: ['IR', 'AR', 'CR'][turn] ?? 'IR' };
  if (kind === 'id-back') return { size: 'TD1', code: ['I', 'ID', 'C'][turn] ?? 'I' };
  return kind === 'id2-front' ? { size: 'TD2', code: ['I', 'ID', 'I'][turn] ?? 'I' } : null;
}

/** Width and height in mm. */
export function sizeOf(kind: SpecimenKind): readonly [number, number] {
  if (kind === 'passport') return [125, 88];
  if (kind === 'id2-front') return [105, 74];
  if (kind === 'letter' || kind === 'bill' || kind === 'blank') return [210, 297];
  return [85.6, 54];
}
