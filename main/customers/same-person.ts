import type { CustomerFields } from '../../preload/contract/customers.ts';
import { appError, type AppError } from '../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../preload/contract/result.ts';
import type { CustomerProvider, RemoteCustomer } from '../providers/provider.ts';
import { customerName, plainIdNumber } from '../store/customers.ts';
import { foldText } from '../store/search-text.ts';

type Person = Pick<CustomerFields, 'email' | 'idNumber' | 'firstName' | 'lastName'>;

/** The provider's customer that is this person, or null. Another person with the same e-mail or document number is a `conflict`. */
export async function findOwn(provider: CustomerProvider, person: Person): Promise<Result<RemoteCustomer | null, AppError>> {
  const found = await provider.findTwins({ email: person.email, idNumber: person.idNumber });
  if (!found.ok) return found;
  const own = found.value.find((remote) => isSamePerson(remote, person));
  return own !== undefined || found.value.length === 0 ? ok(own ?? null) : fail(taken(found.value, person));
}

/** The document number decides, together with the e-mail or the name; without one, e-mail and name together. */
function isSamePerson({ fields }: RemoteCustomer, person: Person): boolean {
  const name = foldText(customerName({ firstName: fields.firstName ?? '', lastName: fields.lastName ?? '' })) === foldText(customerName(person));
  const number = plainIdNumber(fields.idNumber ?? '');
  if (number === '') return name && sameEmail(fields, person);
  return number === plainIdNumber(person.idNumber) && (name || sameEmail(fields, person));
}

const sameEmail = (fields: Partial<CustomerFields>, person: Person) => foldText(fields.email ?? '') === foldText(person.email);

function taken(found: readonly RemoteCustomer[], person: Person): AppError {
  const byEmail = found.some(({ fields }) => sameEmail(fields, person));
  const message = byEmail ? 'Blaaiz has another customer with this e-mail and a different document.' : 'Blaaiz has another customer with this document number.';
  return appError('conflict', message, {
    fix: byEmail ? 'Use an e-mail of this person\u2019s own, or take the customer over from Blaaiz.' : 'Compare the number with the document, or take the customer over from Blaaiz.',
    fields: [{ path: byEmail ? 'email' : 'idNumber', message: 'Another customer at Blaaiz has this.' }],
  });
}
