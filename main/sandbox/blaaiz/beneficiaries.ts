import { endpoint, type Call, type Endpoint } from '../endpoint.ts';
import { notFound, ok } from '../errors.ts';
import type { Recipient } from '../model.ts';
import { ownCustomer } from './customers.ts';

const base = '/customer/:customer/beneficiary';

/** Beneficiaries come into being through payouts (Blaaiz guide: Beneficiaries). */
export const beneficiaryEndpoints: readonly Endpoint[] = [
  endpoint('GET', base, 'beneficiary:read', (call) => ok({
    message: 'Beneficiaries retrieved successfully.', data: beneficiaries(call).map(view),
  })),
  endpoint('GET', `${base}/:beneficiary`, 'beneficiary:read', (call) => {
    const found = beneficiaries(call).find((one) => one.id === call.param('beneficiary'));
    if (!found) throw notFound('Beneficiary not found');
    return ok({ message: 'Beneficiary retrieved successfully.', data: view(found) });
  }),
];

// One row per account: the first payout to it gave the row its id.
function beneficiaries(call: Call): Recipient[] {
  const customer = ownCustomer(call);
  const rows = new Map<string, Recipient>();
  for (const { recipient, business_customer_id: sender } of call.world.state.transactions) {
    if (!recipient || sender !== customer.id) continue;
    const key = [recipient.currency, recipient.bank_code, recipient.sort_code, recipient.account_number, recipient.email, recipient.wallet_address].join('|');
    if (!rows.has(key)) rows.set(key, recipient);
  }
  return [...rows.values()];
}

function view(recipient: Recipient): object {
  return {
    id: recipient.id,
    account_number: recipient.account_number ?? recipient.wallet_address,
    account_name: recipient.account_name,
    bank_name: recipient.bank_name,
    bank_code: recipient.bank_code,
    currency: recipient.currency,
    email: recipient.email,
  };
}
