import type { Customer, CustomerStatus, Owner, KybDocument } from '../model.ts';
import { scaled, type World } from '../world.ts';
import { askedRejection } from './asked-rejection.ts';
import { announceCustomer } from './events.ts';

const UNREADABLE = 'The document image is not readable.';
// A surname (or company name) with this word is always rejected, so that a person can see a rejection by hand.
const REJECTED_NAME = 'rejectson';

/** Plans the decision on a customer whose papers are complete, unless decisions wait for a control. */
export function planReview(world: World, customer: Customer): void {
  const { automatic, verification_seconds: seconds } = world.state.settings;
  if (automatic === 'decide') world.scheduler.plan('decide-customer', customer.id, scaled(world, seconds));
}

/** The decision that comes by itself. */
export function decideAutomatically(world: World, customerId: string): void {
  const customer = world.state.customers.find((one) => one.id === customerId);
  if (!customer || (customer.status !== 'PENDING' && customer.status !== 'PROCESSING')) return;
  const name = String(customer.fields['last_name'] ?? customer.fields['business_name'] ?? '').toLowerCase();
  const asked = askedRejection(customer);
  if (asked && (customer.rejections ?? 0) < asked.times) decide(world, customer, 'REJECTED', asked.comment);
  else if (name.includes(REJECTED_NAME)) decide(world, customer, 'REJECTED', UNREADABLE);
  else decide(world, customer, 'VERIFIED', null);
}

/** Sets a customer's review state and tells the business when it changed. */
export function decide(world: World, customer: Customer, status: CustomerStatus, comment: string | null): void {
  const before = customer.status;
  customer.status = status;
  customer.comment = comment;
  if (status === 'REJECTED' && before !== status) customer.rejections = (customer.rejections ?? 0) + 1;
  customer.updated_ms = world.clock.now();
  world.scheduler.cancel('decide-customer', customer.id);
  settleRows(customer.owners, status, comment);
  settleRows(customer.documents, status, comment);
  if (before !== status) announceCustomer(world, customer, before);
}

// Rows decided one by one through the controls keep what was said about them.
function settleRows(rows: readonly (Owner | KybDocument)[], status: CustomerStatus, comment: string | null): void {
  for (const row of rows) {
    if (status === 'VERIFIED') Object.assign(row, { status: 'APPROVED', admin_comments: null });
    if (status === 'REJECTED' && row.status !== 'APPROVED' && row.admin_comments === null) {
      Object.assign(row, { status: 'REJECTED', admin_comments: [comment ?? UNREADABLE] });
    }
  }
}
