import type { AccountDeposit, VirtualAccount } from './model.ts';
import { centsText } from './money.ts';

/** A deposit as it is read; its fees are amounts of money, not rates (Kira guide: Deposits). */
export function depositView(deposit: AccountDeposit, account: VirtualAccount | undefined): object {
  const party = { name: deposit.sender, account_number: '****6789' };
  return {
    id: deposit.id, virtual_account_id: deposit.virtual_account_id, amount: centsText(deposit.amount), currency: 'USD', status: deposit.status,
    sender: { ...party, address: null }, recipient: { name: account?.beneficiary ?? null, company_name: null, country: 'US' },
    payment_rail: deposit.payment_rail, settlement_tx_hash: null,
    source: { ...party, payment_rail: deposit.payment_rail, reference_number: null, imad: null, omad: null, trace_number: null },
    fees: {
      base_fees: { fixed_fee: centsText(deposit.fee), percentage_fee: '0.00', fx_markup: '0' },
      client_markup: { fixed_fee: '0.00', percentage_fee: '0.00', fx_markup: '0' }, total_fees: centsText(deposit.fee),
    },
    net_amount: centsText(deposit.amount - deposit.fee), net_currency: 'USD',
    created_at: new Date(deposit.created_ms).toISOString(), updated_at: new Date(deposit.updated_ms).toISOString(), metadata: {},
  };
}
