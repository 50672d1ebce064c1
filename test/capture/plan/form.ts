import type { CustomerFields } from '../../../preload/contract/customers.ts';
import type { IdType } from '../../../preload/contract/documents.ts';
import type { Person } from '../../../renderer/capture/specimen/people/person.ts';
import type { Chance } from '../../../renderer/capture/specimen/random.ts';

/** What a careful clerk types for a person: as printed, without accents, or in capitals. */
export function formOf(person: Person, idType: IdType, chance: Chance): CustomerFields {
  const spell = chance.pick([same, same, bare, loud]);
  return {
    firstName: spell(person.given), lastName: spell(person.family), email: 'someone@quay.example', phone: '+999204417082', country: person.state.alpha2,
    dob: person.birth, idType, idNumber: chance.happens(0.2) ? person.number.toLowerCase() : person.number, idIssueDate: person.issued, idExpiryDate: person.expires,
    tin: '', street: person.street, city: person.town, state: person.region, zipCode: person.zip,
  };
}

const same = (name: string) => name;
const loud = (name: string) => name.toUpperCase();
const bare = (name: string) => name.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('ß', 'ss').replaceAll('ø', 'o').replaceAll('Ø', 'O').replaceAll('ł', 'l').replaceAll('Ł', 'L').replaceAll('ı', 'i').replaceAll('Þ', 'Th').replaceAll('ð', 'd').replaceAll('đ', 'd').replaceAll('Đ', 'D').replaceAll('æ', 'ae').replaceAll('Æ', 'Ae');
