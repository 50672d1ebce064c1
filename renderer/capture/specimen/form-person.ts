import type { CustomerFields } from '../../../preload/contract/customers.ts';
import { personOf, type Person } from './people/person.ts';
import { stateByAlpha2 } from './people/states.ts';
import { chanceOf } from './random.ts';

/** Somebody with the form's data; what the form leaves empty is invented. */
export function formPerson(fields: CustomerFields, today: string, seed: string): Person {
  const state = stateByAlpha2(fields.country);
  const invented = personOf(chanceOf(`person ${seed}`), state, today);
  const named = fields.firstName === '' && fields.lastName === '' ? invented : { family: fields.lastName, given: fields.firstName };
  return {
    ...invented, family: named.family, given: named.given, birth: fields.dob || invented.birth, number: fields.idNumber || invented.number,
    expires: fields.idExpiryDate || invented.expires, issued: fields.idIssueDate || invented.issued,
    street: fields.street || invented.street, town: fields.city || invented.town, zip: fields.zipCode || invented.zip, region: fields.state,
  };
}
