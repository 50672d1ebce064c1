import type { Reply } from '../../preload/contract/api.ts';
import { emptyCustomerFields, type CustomerFields, type CustomerState, type LikelyTwin } from '../../preload/contract/customers.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import { ok, type Result } from '../../preload/contract/result.ts';
import type { RemoteCustomer } from '../providers/provider.ts';
import { customerName, plainIdNumber, type CustomerRecord } from '../store/customers.ts';
import { foldText } from '../store/search-text.ts';
import { find, type Context } from './context.ts';
import { normalizeFields } from './normalize.ts';
import { toRow } from './view.ts';

/** Customers who may be the same person: here by e-mail, document number, or name with birth date; at the provider by e-mail and document
 *  number. What can't be asked of the provider now is left out. A provider's twin has its provider id. Error: not-found. */
export async function twins(context: Context, { id }: { readonly id: string }): Promise<Result<Reply<'customers.twins'>, AppError>> {
  const found = find(context, id);
  if (!found.ok) return found;
  const own = found.value;
  const here = context.customers.alike(own).map((record) => twin(toRow(record), record.fields, own, 'here'));
  const there = await remoteTwins(context, own);
  const listed = new Set(here.map((one) => one.customer.id));
  return ok([...here, ...there.filter((one) => !listed.has(one.customer.id))].filter((one) => one.alike.length > 0));
}

async function remoteTwins(context: Context, own: CustomerRecord): Promise<readonly LikelyTwin[]> {
  const { email, idNumber } = normalizeFields(own.fields);
  const match = { ...(email === '' ? {} : { email }), ...(idNumber === '' ? {} : { idNumber }) };
  const provider = context.provider();
  if (provider === null || Object.keys(match).length === 0) return [];
  const found = await provider.findTwins(match);
  if (!found.ok) return [];
  return found.value.filter(({ remoteId }) => remoteId !== own.remoteId).map((remote) => asTwin(context, remote, own));
}

/** One that is in the app already counts as being here. */
function asTwin(context: Context, remote: RemoteCustomer, own: CustomerRecord): LikelyTwin {
  const known = context.customers.byRemoteId(remote.remoteId);
  if (known !== null) return twin(toRow(known), known.fields, own, 'here');
  const fields: CustomerFields = { ...emptyCustomerFields, ...remote.fields };
  const row = {
    id: remote.remoteId, name: customerName(fields), email: fields.email, country: fields.country, state: stateOf(remote), extraChecks: remote.extraChecks,
    pendingSince: null, updatedAt: context.clock(),
  };
  return twin(row, fields, own, 'provider');
}

function stateOf({ status }: RemoteCustomer): CustomerState {
  return status === 'VERIFIED' ? 'verified' : status === 'REJECTED' ? 'rejected' : 'pending';
}

function twin(customer: LikelyTwin['customer'], fields: CustomerFields, own: CustomerRecord, where: LikelyTwin['where']): LikelyTwin {
  return { customer, fields, alike: alikeWords(fields, own.fields), where };
}

function alikeWords(a: CustomerFields, b: CustomerFields): string[] {
  const same = (one: string, other: string) => one !== '' && one === other;
  const words = [
    same(foldText(a.email), foldText(b.email)) ? 'Same e-mail' : '',
    same(plainIdNumber(a.idNumber), plainIdNumber(b.idNumber)) ? 'Same document number' : '',
    same(foldText(customerName(a)), foldText(customerName(b))) && same(a.dob, b.dob) ? 'Same name and birth date' : '',
  ];
  return words.filter((word) => word !== '');
}
