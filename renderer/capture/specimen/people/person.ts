import type { Chance } from '../random.ts';
import { addDays } from './days.ts';
import { longNames, mayHaveOneName, namesOf } from './names.ts';
import type { State } from './states.ts';

/** An invented person with a document; dates are YYYY-MM-DD, `given` is empty for people of one name. */
export type Person = {
  readonly family: string; readonly given: string; readonly sex: 'F' | 'M';
  readonly birth: string; readonly number: string; readonly personal: string; readonly issued: string; readonly expires: string;
  readonly state: State; readonly nationality: State;
  readonly street: string; readonly town: string; readonly zip: string; readonly region: string;
  /** Seeds the face, so that one person has one face. */
  readonly face: string;
};

const streets = ['Anyder Quay', 'Mill Lane', 'Harbour Road', 'Linden Way', 'Station Street', 'Orchard Close', 'Chapel Hill', 'Canal Side', 'Palm Avenue', 'Cedar Court'];

/** Draws a person of a state who holds a document valid on `today`, with at least seven months to go. */
export function personOf(chance: Chance, state: State, today: string): Person {
  const sex = chance.happens(0.5) ? 'F' : 'M';
  const expires = addDays(today, chance.whole(215, 3300));
  return {
    ...nameOf(chance, state, sex), sex, expires,
    birth: `${chance.whole(1944, 2006)}-${two(chance.whole(1, 12))}-${two(chance.whole(1, 28))}`,
    number: numberOf(chance), personal: chance.happens(0.3) ? digits(chance, 11) : '',
    issued: addDays(expires, -chance.pick([1826, 3652]) + 1),
    state, nationality: state,
    street: `${chance.whole(1, 240)} ${chance.pick(streets)}`, town: state.town, zip: digits(chance, 5), region: '',
    face: `face${chance.whole(0, 1e9)}`,
  };
}

function nameOf(chance: Chance, state: State, sex: 'F' | 'M'): { family: string; given: string } {
  const pool = namesOf(state.names);
  if (chance.happens(0.04)) return chance.pick(longNames);
  const family = chance.pick(pool.family);
  if (mayHaveOneName(state.names) && chance.happens(0.2)) return { family, given: '' };
  return { family, given: chance.pick(sex === 'F' ? pool.women : pool.men) };
}

/** A document number of eight or nine places: digits, with up to two letters. */
export function numberOf(chance: Chance): string {
  const letters = () => chance.pick(Array.from('ABCDEFGHJKLMNPRSTUVWXYZ'));
  const pattern = chance.pick(['A########', 'AA#######', '#########', 'A#######', '##AA#####', 'A#A######', '########']);
  return pattern.replaceAll('A', letters).replaceAll('#', () => String(chance.whole(0, 9)));
}

/** Digits, the first never 0. */
export function digits(chance: Chance, count: number): string {
  return Array.from({ length: count }, (_none, at) => String(chance.whole(at === 0 ? 1 : 0, 9))).join('');
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
