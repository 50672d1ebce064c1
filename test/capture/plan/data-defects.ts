import type { CustomerFields } from '../../../preload/contract/customers.ts';
import { addDays } from '../../../renderer/capture/specimen/people/days.ts';
import { zoneName } from '../../../renderer/capture/specimen/people/mrz.ts';
import { namesOf } from '../../../renderer/capture/specimen/people/names.ts';
import { numberOf, type Person } from '../../../renderer/capture/specimen/people/person.ts';
import { states } from '../../../renderer/capture/specimen/people/states.ts';
import type { Chance } from '../../../renderer/capture/specimen/random.ts';

/** A good picture of a document that isn't this customer's, isn't valid, or was tampered with. */
export type DataDefect = {
  readonly name: string; readonly verdict: 'stop' | 'blocked'; readonly forged?: true;
  readonly person?: (person: Person, today: string, chance: Chance) => Person;
  readonly form?: (form: CustomerFields, person: Person, chance: Chance) => CustomerFields;
};

/** The ways in which a document's data can be wrong, in the order in which they come up. */
export const dataDefects: readonly DataDefect[] = [
  { name: 'expired', verdict: 'stop', person: expire },
  { name: 'other country', verdict: 'stop', form: (form, person, chance) => ({ ...form, country: chance.pick(states.filter(({ code, alpha2 }) => code !== 'UTO' && alpha2 !== person.state.alpha2)).alpha2 }) },
  { name: 'other name', verdict: 'blocked', form: otherName },
  { name: 'forged check digit', verdict: 'stop', forged: true },
  { name: 'other birth date', verdict: 'blocked', form: (form, _person, chance) => ({ ...form, dob: addDays(form.dob, chance.pick([-366, -31, -10, -1, 1, 9, 30, 365, 3652])) }) },
  { name: 'other number', verdict: 'blocked', form: (form, _person, chance) => ({ ...form, idNumber: chance.happens(0.5) ? numberOf(chance) : oneDigitOff(form.idNumber, chance) }) },
];

function expire(person: Person, today: string, chance: Chance): Person {
  const expires = addDays(today, -chance.whole(8, 900));
  return { ...person, expires, issued: addDays(expires, -3650) };
}

/** Another family of the same people: their names share no beginning. */
function otherName(form: CustomerFields, person: Person, chance: Chance): CustomerFields {
  const own = zoneName(person.family);
  const others = namesOf(person.state.names).family.filter((name) => zoneName(name)[0] !== own[0]);
  const lastName = others.length > 0 ? chance.pick(others) : 'Quisenberry';
  return { ...form, lastName };
}

function oneDigitOff(number: string, chance: Chance): string {
  const places = [...number].flatMap((letter, at) => (/\d/u.test(letter) ? [at] : []));
  const at = chance.pick(places);
  return `${number.slice(0, at)}${(Number(number[at]) + chance.whole(1, 9)) % 10}${number.slice(at + 1)}`;
}
