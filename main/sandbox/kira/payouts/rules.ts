import { Refusal } from '../../errors.ts';
import type { World } from '../../world.ts';
import type { KiraCall } from '../call.ts';
import type { KiraProfile, Recipient, VirtualAccount } from '../model.ts';
import { e2, e7 } from '../respond.ts';
import type { Instructions } from './fields.ts';
import { contradictory, unusable } from './refusals.ts';

const firstRails = ['WIRE', 'SWIFT'];
const laterRails = [...firstRails, 'ACH', 'INSTANT_PAY', 'WALLET'];

/** The account named in the path, or the 404. */
export function accountOf(call: KiraCall): VirtualAccount {
  const id = call.param('id');
  const found = call.world.state.kira.accounts.find((one) => one.id === id);
  if (!found) throw new Refusal(e7(call.world, `Virtual account ${id} not found`, 404));
  return found;
}

/** Throws unless payouts may leave the account at all (Kira guide: Payouts, requirements). */
export function checkAccount(world: World, account: VirtualAccount, profile: KiraProfile): void {
  if (account.type !== 'US_BANK') throw unusable('Payouts are only supported for US_BANK virtual accounts');
  if (account.status !== 'active') throw unusable(`Virtual account must be active to create a payout. Current status: ${account.status}`);
  const held = world.state.kira.deposits.some((one) => one.virtual_account_id === account.id && one.status.toUpperCase() === 'KYT_PENDING');
  if (profile === 'G3' && held) throw unusable('Virtual account has a deposit under review');
}

/** Throws unless payment instructions are there for a crypto account and absent for a fiat one (Kira guide: Payouts, modes). */
export function checkMode(world: World, account: VirtualAccount, instructions: Instructions | null): void {
  if (account.mode === 'fiat' && instructions) throw contradictory('payment_instructions cannot be provided for fiat mode virtual accounts');
  if (account.mode === 'crypto' && !instructions) throw contradictory('payment_instructions is required for crypto mode virtual accounts');
  const pair = instructions?.network === 'solana' && instructions.currency === 'USDT';
  if (pair && !world.state.kira.settings.solana_usdt) throw contradictory('USDT is not supported on solana');
}

/** The recipient of the account's own user, or the 404. */
export function recipientOf(world: World, account: VirtualAccount, id: string): Recipient {
  const found = world.state.kira.recipients.find((one) => one.id === id && one.user_id === account.user_id);
  if (!found) throw new Refusal(e2('not_found', `Recipient with ID ${id} not found`, 404));
  return found;
}

/** The rail of a recipient's account, in capitals. */
export function railOf(recipient: Recipient): string {
  return String(recipient.account['account_type']).toUpperCase();
}

/** Throws unless the version pays out over this rail. */
export function checkRail(profile: KiraProfile, rail: string): void {
  const rails = profile === 'G1' ? firstRails : laterRails;
  if (!rails.includes(rail)) throw unusable(`Recipient account type ${rail} is not supported for payouts. Supported types: ${rails.join(', ')}`);
}
