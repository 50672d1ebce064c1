import type { KiraProfile, VirtualAccount } from './model.ts';

const ACT_BANK = 'austin_capital_trust';

const secondWords: Readonly<Record<string, string>> = { pending: 'rfi', activating: 'approved', active: 'approved', failed: 'declined' };

/** An account's status in the words of a version: the middle one calls everything that was let through `approved`. */
export function statusWord(profile: KiraProfile, status: string): string {
  return profile === 'G2' ? secondWords[status] ?? status : status;
}

/** An account as it is read (Kira guide: Virtual accounts). */
export function accountView(account: VirtualAccount, profile: KiraProfile): Record<string, unknown> {
  const { id, user_id, type, bank, mode, destination, description } = account;
  return {
    id, user_id, type, bank, mode, status: statusWord(profile, account.status), source_deposit_instructions: instructions(account), destination, description,
    ...(profile === 'G1' ? {} : laterFields(account)),
    created_at: new Date(account.created_ms).toISOString(), updated_at: new Date(account.updated_ms).toISOString(),
  };
}

/** The same in a list, where two of the later fields come empty. */
export function accountRow(account: VirtualAccount, profile: KiraProfile): Record<string, unknown> {
  return { ...accountView(account, profile), ...(profile === 'G1' ? {} : { provider: null, currency: null }) };
}

function isOpen({ status }: VirtualAccount): boolean {
  return ['active', 'frozen', 'deactivated'].includes(status);
}

function instructions(account: VirtualAccount): object | null {
  if (!isOpen(account)) return null;
  return {
    currency: 'usd', bank_name: account.bank_name, bank_account_number: account.account_number, bank_routing_number: account.routing_number,
    bank_beneficiary_name: account.beneficiary,
  };
}

// One bank names a number before there is one.
function laterFields(account: VirtualAccount): object {
  const early = account.bank === ACT_BANK ? 'PENDING-ACT-ACCOUNT' : null;
  const number = isOpen(account) ? account.account_number : early;
  return { account_number: number, routing_number: account.routing_number, bank_name: account.bank_name, provider: account.bank, currency: 'USD' };
}
