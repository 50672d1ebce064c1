import { created, type Reply } from '../errors.ts';
import { parseDecimal, toMinor } from '../money.ts';
import type { World } from '../world.ts';
import type { KiraCall } from './call.ts';
import { announceKira } from './events.ts';
import { move } from './ledger.ts';
import type { AccountDeposit, VirtualAccount } from './model.ts';
import { centsText } from './money.ts';
import { e2, e4 } from './respond.ts';

const REFUNDED_CENTS = 11_00;
const MICRO_CENTS = 1_00;

/** Makes money come into an account at once; 11 dollars go back. While deposits are told not to show, nothing comes of it, as at the provider's
 *  own sandbox (Kira guide: Simulate a deposit). */
export function simulateDeposit(call: KiraCall, account: VirtualAccount): Reply {
  const { world, body } = call;
  const amount = parseDecimal(body['amount']);
  if (!amount || amount.lte(0) || !amount.round(2).eq(amount)) return e4(`amount is ${body['amount'] === undefined ? 'Required' : 'Invalid amount'}`);
  if (account.status !== 'active') return e2('invalid_operation', `Virtual account is not active. Current status: ${account.status}`, 400);
  const rail = typeof body['payment_type'] === 'string' ? body['payment_type'].toUpperCase() : 'WIRE';
  const deposit = received(world, account, toMinor(amount), rail);
  return created({
    deposit_id: deposit.id, internalPaymentId: world.ids.uuid(), status: deposit.status.toLowerCase(), settlement_triggered: account.mode === 'crypto',
  });
}

// A crypto account keeps no balance: what comes in goes on to its own address.
function received(world: World, account: VirtualAccount, amount: number, rail: string): AccountDeposit {
  const now = world.clock.now();
  const { kira } = world.state;
  const deposit: AccountDeposit = {
    id: world.ids.uuid(), virtual_account_id: account.id, amount, fee: 0, status: amount === REFUNDED_CENTS ? 'REFUNDED' : 'COMPLETED',
    sender: kira.tenant.name, payment_rail: rail, created_ms: now, updated_ms: now,
  };
  if (!kira.settings.deposit_visible) return deposit;
  kira.deposits.push(deposit);
  if (deposit.status === 'COMPLETED' && account.mode === 'fiat') move(world, 'deposit', account, amount);
  tell(world, account, deposit);
  return deposit;
}

function tell(world: World, account: VirtualAccount, deposit: AccountDeposit): void {
  const at = new Date(deposit.created_ms).toISOString();
  const facts = {
    user_id: account.user_id, virtual_account_id: account.id, deposit_id: deposit.id, amount: centsText(deposit.amount), currency: 'USD', created_at: at,
    source: { payment_rail: deposit.payment_rail, description: null, sender_name: deposit.sender, trace_number: null, sender_bank_routing_number: null },
  };
  const kind = deposit.amount < MICRO_CENTS ? 'microdeposit_funds_received' : 'deposit_funds_received';
  announceKira(world, `virtual_account.${kind}`, facts);
  if (deposit.status === 'REFUNDED') announceKira(world, 'virtual_account.deposit_funds_refunded', { ...facts, return_details: { code: 'R03', reason: 'Returned by the bank', refunded_at: at } });
}
