import { ruleBroken } from '../errors.ts';
import type { Customer, FieldValue, Owner } from '../model.ts';
import type { World } from '../world.ts';
import { ownerFieldNames } from './customer-fields.ts';

/** Changes the owners that carry a known id and adds the others; all or nothing (Blaaiz guide: KYB onboarding). */
export function mergeOwners(world: World, customer: Customer, given: unknown): void {
  if (!Array.isArray(given)) return;
  const rows = given.map((row: unknown) => readOwner(row));
  const known = rows.map((row) => customer.owners.find((owner) => owner.id === row.id));
  refuseUnfit(customer, rows, known);
  rows.forEach((row, index) => {
    const owner = known[index];
    if (owner) Object.assign(owner.fields, row.fields);
    else customer.owners.push(newOwner(world, row.fields));
  });
}

/** Whether rows of this customer may be changed at all. */
export function isEditable(customer: Customer): boolean {
  return customer.status === 'PENDING' || customer.status === 'REJECTED';
}

/** Whether an owner or document is decided or being looked at. */
export function isLocked(row: { readonly status: Owner['status'] }): boolean {
  return row.status === 'APPROVED' || row.status === 'PROCESSING';
}

function refuseUnfit(customer: Customer, rows: readonly OwnerRow[], known: readonly (Owner | undefined)[]): void {
  if (rows.length > 0 && !isEditable(customer)) throw ruleBroken('Owners cannot be changed after verification.');
  if (known.some((owner) => owner && isLocked(owner))) {
    throw ruleBroken('Cannot modify an owner that has been approved or is currently under review.');
  }
  if (rows.some((row, index) => row.id !== undefined && !known[index])) throw ruleBroken('Owner not found.');
  const total = customer.owners.length + known.filter((owner) => !owner).length;
  if (total > 5) throw ruleBroken('A business customer can have at most 5 owners.');
}

interface OwnerRow {
  readonly id: string | undefined;
  readonly fields: Record<string, FieldValue>;
}

function readOwner(row: unknown): OwnerRow {
  const entries = Object.entries(row !== null && typeof row === 'object' ? row : {});
  const id = entries.find(([name]) => name === 'id')?.[1] as unknown;
  const fields = entries.filter((entry): entry is [string, FieldValue] => ownerFieldNames.includes(entry[0]));
  return { id: typeof id === 'string' ? id : undefined, fields: Object.fromEntries(fields) };
}

function newOwner(world: World, fields: Record<string, FieldValue>): Owner {
  return {
    id: world.ids.uuid(), fields, front_file_id: null, back_file_id: null, status: 'PENDING', admin_comments: null,
  };
}
