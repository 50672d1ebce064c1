import { expect, test } from 'vitest';
import { buildWorld } from '../../../../main/sandbox/assemble.ts';
import { isEditable, isLocked, mergeOwners } from '../../../../main/sandbox/blaaiz/owners.ts';
import type { Customer } from '../../../../main/sandbox/model.ts';

const { world } = buildWorld({});
function company(changes: Partial<Customer> = {}): Customer {
  const customer: Customer = {
    id: 'c', business_id: 'b', type: 'business', fields: {}, kyb_scope: 'FULL', status: 'PENDING', comment: null, edd: false, files: {}, owners: [], documents: [],
    created_ms: 0, updated_ms: 0, ...changes,
  };
  mergeOwners(world, customer, changes.status ? [] : [{ first_name: 'Ada' }, { first_name: 'Bola' }]);
  return customer;
}
const refusal = (customer: Customer, rows: unknown): unknown => {
  try {
    mergeOwners(world, customer, rows);
    return 'taken';
  } catch (error) {
    return (error as { reply?: { body?: { message?: string } } }).reply?.body?.message;
  }
};

test('known owners are changed where they stand, the others added, and fields nobody has are dropped', () => {
  const customer = company();
  const id = customer.owners[1]?.id;
  mergeOwners(world, customer, [{ id, title: 'CEO', status: 'APPROVED' }, { first_name: 'Chidi', front_file_id: 'x' }]);
  expect(customer.owners.map((owner) => [owner.fields, owner.status, owner.front_file_id])).toEqual([
    [{ first_name: 'Ada' }, 'PENDING', null], [{ first_name: 'Bola', title: 'CEO' }, 'PENDING', null], [{ first_name: 'Chidi' }, 'PENDING', null],
  ]);
});

test('one row that does not fit keeps all of them out', () => {
  const customer = company();
  const [first, second] = customer.owners;
  if (second) second.status = 'APPROVED';
  const before = structuredClone(customer.owners);
  expect(refusal(customer, [{ id: first?.id, title: 'CEO' }, { id: second?.id, title: 'CTO' }])).toMatch(/approved or is currently under review/);
  expect(refusal(customer, [{ id: first?.id, title: 'CEO' }, { id: 'nobody' }])).toBe('Owner not found.');
  expect(refusal(customer, [{ id: first?.id, title: 'CEO' }, {}, {}, {}, {}])).toMatch(/at most 5/);
  expect(customer.owners).toEqual(before);
  expect(refusal(customer, [{ id: first?.id, title: 'CEO' }, {}, {}, {}])).toBe('taken');
});

test('nothing is changed once a customer is looked at or verified, and no rows are no change', () => {
  for (const status of ['PROCESSING', 'VERIFIED'] as const) {
    expect(refusal(company({ status }), [{ first_name: 'X' }])).toMatch(/cannot be changed/);
    expect([refusal(company({ status }), []), refusal(company({ status }), undefined)]).toEqual(['taken', 'taken']);
  }
  expect((['PENDING', 'REJECTED', 'PROCESSING', 'VERIFIED'] as const).map((status) => isEditable(company({ status })))).toEqual([true, true, false, false]);
  expect((['PENDING', 'REJECTED', 'PROCESSING', 'APPROVED'] as const).map((status) => isLocked({ status }))).toEqual([false, false, true, true]);
});
