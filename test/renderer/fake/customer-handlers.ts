import type { Customer, CustomerFields, CustomerRow } from '../../../preload/contract/customers.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { Handlers } from './handlers.ts';
import { sampleCustomer } from './sample-customers.ts';
import { changed, freshId, type World } from './world.ts';

/** The answer for whom nobody knows. */
export const notFound: AppError = { code: 'not-found', message: 'This customer is not here any more.' };

/** What lists show of a customer. */
export function customerRow(customer: Customer): CustomerRow {
  const { id, name, email, country, state, extraChecks, pendingSince, updatedAt } = customer;
  return { id, name, email, country, state, extraChecks, pendingSince, updatedAt };
}

/** Changes a customer and says so. */
export function editCustomer(world: World, id: string, change: (customer: Customer) => Partial<Customer>): Result<Customer, AppError> {
  const known = world.customers.find((one) => one.id === id);
  if (!known) return fail(notFound);
  const next = { ...known, ...change(known), updatedAt: world.now() };
  world.customers = world.customers.map((one) => (one.id === id ? next : one));
  changed(world, ['customers'], id);
  return ok(next);
}

const nameOf = (fields: CustomerFields) => `${fields.firstName} ${fields.lastName}`.trim();

/** customers.* over a {@link World}. */
export function customerHandlers(world: World): Pick<Handlers, Extract<keyof Handlers, `customers.${string}`>> {
  return { ...readers(world), ...writers(world) };
}

function readers(world: World) {
  return {
    'customers.list': ({ query, states, cursor, limit }) => {
      const needle = query.toLowerCase();
      const rows = world.customers.filter((one) => (states.length === 0 || states.includes(one.state)) && `${one.name} ${one.email}`.toLowerCase().includes(needle));
      const from = cursor ? Number(cursor) : 0;
      return ok({ rows: rows.slice(from, from + limit).map(customerRow), next: from + limit < rows.length ? String(from + limit) : null, total: rows.length });
    },
    'customers.get': ({ id }) => {
      const known = world.customers.find((one) => one.id === id);
      return known ? ok(known) : fail(notFound);
    },
    'customers.twins': ({ id }) => {
      const self = world.customers.find((one) => one.id === id);
      const twins = world.customers.filter((one) => one.id !== id && one.email !== '' && one.email === self?.email);
      return ok(twins.map((one) => ({ customer: customerRow(one), fields: one.fields, alike: ['Same e-mail'], where: 'here' as const })));
    },
    'customers.idLabel': ({ country }) => ok(country === 'NG' ? { label: 'BVN', type: 'bvn' } : country === 'KE' ? { label: 'KRA PIN', type: 'kra_pin' } : null),
    'customers.supportNote': ({ id }) => ok({ subject: `Verification of ${id} is late`, body: 'Dear Blaaiz team,\n\nthis customer is still pending.' }),
  } satisfies Partial<Handlers>;
}

function writers(world: World) {
  return {
    'customers.save': ({ id, fields }) => {
      if (id !== null) return editCustomer(world, id, () => ({ fields, name: nameOf(fields), email: fields.email, country: fields.country }));
      const made = sampleCustomer(freshId(world, 'customer'), 'draft', fields, world.now(), { updatedAt: world.now() });
      world.customers = [made, ...world.customers];
      changed(world, ['customers'], made.id);
      return ok(made);
    },
    'customers.discard': ({ id }) => {
      world.customers = world.customers.filter((one) => one.id !== id);
      changed(world, ['customers'], id);
      return ok(null);
    },
    'customers.submit': ({ id }) => editCustomer(world, id, (one) => ({
      state: 'pending', pendingSince: world.now(), problem: null, remoteId: `remote-${id}`, documents: one.documents.map((document) => ({ ...document, state: 'attached' as const, sent: document.bytes })),
    })),
    'customers.cancelUpload': () => ok(null),
    'customers.check': ({ id }) => editCustomer(world, id, () => ({ checkedAt: world.now() })),
    'customers.update': ({ id, fields }) => editCustomer(world, id, () => ({ fields, name: nameOf(fields) })),
    'customers.adopt': ({ remoteId }) => {
      const made = sampleCustomer(freshId(world, 'customer'), 'verified', { firstName: 'Adopted', lastName: remoteId }, world.now(), { remoteId });
      world.customers = [made, ...world.customers];
      changed(world, ['customers'], made.id);
      return ok(made);
    },
  } satisfies Partial<Handlers>;
}
