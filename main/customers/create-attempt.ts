import type { CustomerFields } from '../../preload/contract/customers.ts';
import type { CustomerRecord } from '../store/customers.ts';
import type { Context } from './context.ts';

/** By what a customer that may have been created can be found at the provider. */
export type CreateAttempt = Pick<CustomerFields, 'email' | 'idNumber' | 'firstName' | 'lastName'>;

const keyOf = (id: string) => `customer-create:${id}`;

/** Writes down, before the request leaves, under what it can be found: the form may be changed before anybody knows whether it arrived. */
export function noteAttempt(context: Context, { id, fields }: CustomerRecord): void {
  const { email, idNumber, firstName, lastName } = fields;
  context.kept.put(keyOf(id), { email, idNumber, firstName, lastName } satisfies CreateAttempt, context.clock());
}

/** Forgets the attempt: it was answered. */
export function closeAttempt(context: Context, id: string): void {
  if (openAttempt(context, id) !== null) context.kept.put(keyOf(id), null, context.clock());
}

/** The attempt that nobody knows the outcome of, or null. */
export function openAttempt(context: Context, id: string): CreateAttempt | null {
  return context.kept.get<CreateAttempt | null>(keyOf(id))?.value ?? null;
}
