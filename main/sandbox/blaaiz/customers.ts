import { endpoint, type Call, type Endpoint } from '../endpoint.ts';
import { created, type FieldErrors, notFound, ok, type Reply, ruleBroken } from '../errors.ts';
import { day } from '../fields.ts';
import { z } from 'zod';
import type { Customer, FieldValue } from '../model.ts';
import { pageNumber, paginate } from '../pages.ts';
import { type Body, mergeErrors, parse, refuseIfAny, said } from '../validate.ts';
import { createComplaints, fieldNames, updateComplaints } from './customer-fields.ts';
import { customerRow, customerView } from './customer-view.ts';
import { mergeOwners } from './owners.ts';

const PAGE = 15;
const filters = ['email', 'id_number', 'registration_number'] as const;
const kyc = z.object({
  dob: day.optional(), street: z.string().optional(), city: z.string().optional(), zip_code: z.string().optional(),
  id_expiry_date: day.optional(), id_issue_date: day.optional(),
});

/** Customer calls (Blaaiz guide: Customers). PATCH is what older clients send to update. */
export const customerEndpoints: readonly Endpoint[] = [
  endpoint('POST', '/customer', 'customer:write', create),
  endpoint('GET', '/customer', 'customer:read', list),
  endpoint('GET', '/customer/:customer', 'customer:read', (call) => ok({
    message: 'Customer retrieved successfully.', data: customerView(call.world, ownCustomer(call)),
  })),
  endpoint(['PUT', 'PATCH'], '/customer/:customer', 'customer:write', update),
  endpoint('POST', '/customer/:customer/kyc-data', 'customer:write', addKycData),
];

/** The customer named in the path; another business's is unknown. */
export function ownCustomer(call: Call): Customer {
  const found = findCustomer(call, call.param('customer'));
  if (!found) throw notFound('Customer not found');
  return found;
}

/** A customer of the caller's business by id. */
export function findCustomer(call: Call, id: string): Customer | undefined {
  return call.world.state.customers.find((one) => one.id === id && one.business_id === call.business.id);
}

function create(call: Call): Reply {
  const errors = createComplaints(call.body, call.world.state.settings.allow_minimal);
  refuseIfAny(mergeErrors(errors, errors['email'] ? {} : takenEmail(call, undefined)));
  const now = call.world.clock.now();
  const type = call.body['type'] === 'business' ? 'business' : 'individual';
  const customer: Customer = {
    id: call.world.ids.uuid(), business_id: call.business.id, type, fields: takeFields(type, call.body),
    kyb_scope: kybScope(call, type), status: 'PENDING', comment: null, edd: false, files: {},
    owners: [], documents: [], created_ms: now, updated_ms: now,
  };
  mergeOwners(call.world, customer, call.body['owners']);
  call.world.state.customers.push(customer);
  return created({ message: 'Customer created successfully.', data: customerView(call.world, customer) });
}

// Allow-listed platforms get MINIMAL when they say nothing; everybody else FULL.
function kybScope(call: Call, type: Customer['type']): Customer['kyb_scope'] {
  if (type === 'individual') return null;
  return call.world.state.settings.allow_minimal && call.body['kyb_scope'] !== 'FULL' ? 'MINIMAL' : 'FULL';
}

function takenEmail(call: Call, except: Customer | undefined): FieldErrors {
  const email = (said(call.body, 'email') ?? '').toLowerCase();
  const taken = call.world.state.customers.some((one) => one !== except && one.business_id === call.business.id
    && String(one.fields['email']).toLowerCase() === email);
  return taken ? { email: ['A customer with this email already exists.'] } : {};
}

function takeFields(type: Customer['type'], body: Body): Record<string, FieldValue> {
  return Object.fromEntries(Object.entries(body)
    .filter((entry): entry is [string, FieldValue] => fieldNames[type].includes(entry[0]) && typeof entry[1] !== 'object'));
}

function list(call: Call): Reply {
  const status = call.query('verification_status');
  const type = call.query('type');
  const rows = call.world.state.customers.filter((one) => one.business_id === call.business.id
    && filters.every((name) => call.query(name) === undefined || one.fields[name] === call.query(name))
    && (status === undefined || one.status === status) && (type === undefined || one.type === type))
    .toReversed().map(customerRow);
  const message = 'Customers retrieved successfully.';
  if (call.query('paginate') !== 'true') return ok({ message, data: rows });
  const size = pageNumber(call.query('per_page'), PAGE, 100);
  const path = call.world.address.api + call.path;
  return ok({ message, ...paginate(rows, pageNumber(call.query('page'), 1, Number.MAX_SAFE_INTEGER), size, path) });
}

function update(call: Call): Reply {
  const customer = ownCustomer(call);
  const errors = updateComplaints(customer.type, call.body, customer.fields);
  const takenBy = call.body['email'] === undefined || errors['email'] ? {} : takenEmail(call, customer);
  refuseIfAny(mergeErrors(errors, takenBy));
  const fields = takeFields(customer.type, call.body);
  refuseFrozen(customer, fields);
  mergeOwners(call.world, customer, call.body['owners']);
  Object.assign(customer.fields, fields);
  customer.updated_ms = call.world.clock.now();
  return ok({ message: 'Customer updated successfully', data: customerView(call.world, customer) });
}

function refuseFrozen(customer: Customer, fields: Record<string, FieldValue>): void {
  if (customer.status === 'PROCESSING') throw ruleBroken('Cannot update a customer that is under review.');
  const frozen = customer.status === 'VERIFIED'
    && Object.entries(fields).some(([name, value]) => customer.fields[name] !== undefined && customer.fields[name] !== value);
  if (frozen) throw ruleBroken('Only empty fields of a verified customer can be updated.');
}

function addKycData(call: Call): Reply {
  const customer = ownCustomer(call);
  const given = parse(kyc, call.body);
  const fields = Object.fromEntries(Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined));
  refuseFrozen(customer, fields);
  Object.assign(customer.fields, fields);
  customer.updated_ms = call.world.clock.now();
  return ok({ message: 'Business customer KYC data updated successfully.', data: customerView(call.world, customer) });
}
