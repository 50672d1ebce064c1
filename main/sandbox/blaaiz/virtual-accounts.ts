import { z } from 'zod';
import { endpoint, type Call, type Endpoint } from '../endpoint.ts';
import { created, invalid, notFound, ok, type Reply, ruleBroken } from '../errors.ts';
import { id } from '../fields.ts';
import type { Customer, VirtualAccount } from '../model.ts';
import { currencies } from '../seed/currencies.ts';
import { parse } from '../validate.ts';
import { scaled, type World } from '../world.ts';
import { findCustomer } from './customers.ts';
import { announceAccount } from './events.ts';

const labels: Readonly<Record<string, readonly [label: string, type: string]>> = {
  'NG individual': ['Bank Verification Number', 'bvn'],
  'US individual': ['Social Security Number', 'ssn'],
  'US business': ['Employer Identification Number', 'ein'],
  'GB individual': ['National Insurance Number', 'nino'],
  'CA individual': ['Social Insurance Number', 'sin'],
};
const request = z.object({ wallet_id: id, customer_id: id });
const base = '/virtual-bank-account';

/** Virtual accounts and the label of the tax number (Blaaiz guide: Virtual bank accounts). */
export const virtualAccountEndpoints: readonly Endpoint[] = [
  endpoint('GET', `${base}/identification-type`, 'virtual-account:read', identificationType),
  endpoint('POST', base, 'virtual-account:create', open),
  endpoint('GET', base, 'virtual-account:read', list),
  endpoint('GET', `${base}/:account`, 'virtual-account:read', (call) => ok({
    message: 'Virtual bank account retrieved successfully.',
    data: { ...accountView(ownAccount(call)), ...longDetails(ownAccount(call)) },
  })),
  endpoint('POST', `${base}/:account/close`, 'virtual-account:close', (call) => {
    const account = ownAccount(call);
    if (account.status === 'CLOSED') throw ruleBroken('The virtual bank account is already closed.');
    account.status = 'CLOSED';
    return ok({ message: 'Virtual bank account closed successfully.', data: accountView(account) });
  }),
];

/** Gives a pending account its number. */
export function openAccount(world: World, accountId: string): void {
  const account = world.state.virtual_accounts.find((one) => one.id === accountId);
  if (account?.status !== 'PENDING') return;
  account.status = 'SUCCESSFUL';
  account.account_number = newNumber(world);
  announceAccount(world, account, { ...accountView(account), ...longDetails(account) }, 'ready');
}

function identificationType(call: Call): Reply {
  const asked = call.query('customer_id');
  const customer = asked === undefined ? undefined : findCustomer(call, asked);
  if (asked !== undefined && !customer) throw notFound('Customer not found');
  const country = customer ? String(customer.fields['country']) : call.query('country');
  const type = customer?.type ?? call.query('type');
  if (country === undefined || type === undefined) {
    throw invalid({ customer_id: ['The customer id field is required when country and type are not present.'] });
  }
  const [label, kind] = labels[`${country} ${type}`] ?? ['Tax Identification Number', 'tin'];
  return ok({ message: 'Identification type retrieved successfully.', data: { label, type: kind } });
}

function open(call: Call): Reply {
  const asked = parse(request, call.body);
  const { world, business } = call;
  const customer = findCustomer(call, asked.customer_id);
  const wallet = world.state.wallets.find((one) => one.id === asked.wallet_id && one.business_id === business.id);
  if (!wallet) throw ruleBroken('Wallet not found.');
  const verified = verifiedFor(customer, wallet.currency);
  const twin = world.state.virtual_accounts.some((one) => one.customer_id === verified.id && one.currency === wallet.currency && one.status !== 'CLOSED');
  if (twin) throw ruleBroken('The customer already has a virtual bank account in this currency.');
  const immediate = wallet.currency === 'NGN';
  const account: VirtualAccount = {
    id: world.ids.uuid(), business_id: business.id, customer_id: verified.id, wallet_id: wallet.id,
    currency: wallet.currency, account_name: nameOf(verified), account_reference: String(100000 + world.ids.below(900000)),
    account_number: immediate ? newNumber(world) : null, status: immediate ? 'SUCCESSFUL' : 'PENDING',
  };
  world.state.virtual_accounts.push(account);
  announceAccount(world, account, accountView(account), immediate ? 'ready' : 'created');
  if (!immediate) world.scheduler.plan('open-account', account.id, scaled(world, world.state.settings.verification_seconds));
  return created({ message: 'Virtual bank account initiated successfully.', data: accountView(account) });
}

function verifiedFor(customer: Customer | undefined, currency: string): Customer {
  if (customer?.status !== 'VERIFIED') throw ruleBroken('Customer is not verified.');
  const minimal = customer.kyb_scope === 'MINIMAL' && currency !== 'NGN';
  if (currency === 'CAD' || minimal) throw ruleBroken(`Currency ${currency} not supported.`);
  return customer;
}

function nameOf(customer: Customer): string {
  const { business_name: company, first_name: first, last_name: last } = customer.fields;
  return company === undefined ? `${String(first)} ${String(last)}` : String(company);
}

function newNumber(world: World): string {
  return `78${String(world.ids.below(100_000_000)).padStart(8, '0')}`;
}

function ownAccount(call: Call): VirtualAccount {
  const found = call.world.state.virtual_accounts.find((one) => one.id === call.param('account') && one.business_id === call.business.id);
  if (!found) throw notFound('Virtual bank account not found');
  return found;
}

function list(call: Call): Reply {
  const [wallet, customer] = [call.query('wallet_id'), call.query('customer_id')];
  const rows = call.world.state.virtual_accounts.filter((one) => one.business_id === call.business.id
    && (wallet === undefined || one.wallet_id === wallet) && (customer === undefined || one.customer_id === customer));
  return ok({ message: 'Virtual bank accounts retrieved successfully.', data: rows.map(accountView) });
}

function accountView(account: VirtualAccount): Record<string, unknown> {
  const ready = account.account_number !== null;
  return {
    id: account.id,
    business_wallet_id: account.wallet_id,
    currency_id: Number(currencies.find((one) => one.code === account.currency)?.id ?? 0),
    currency: account.currency,
    account_number: account.account_number,
    account_name: account.account_name,
    bank_name: ready ? 'Mangrove Microfinance Bank' : null,
    bank_code: ready ? '090902' : null,
    provider: 'SANDBOX',
    account_reference: account.account_reference,
    reservation_reference: null,
    rejection_reason: null,
    status: account.status,
  };
}

function longDetails(account: VirtualAccount): Record<string, unknown> {
  const ready = account.account_number !== null;
  return {
    iban: null,
    sort_code: ready && account.currency === 'GBP' ? '209912' : null,
    bank_address: ready ? '1 Marina, Lagos' : null,
  };
}
