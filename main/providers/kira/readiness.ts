import type { AccountMode, VirtualAccount } from '../../../preload/contract/accounts.ts';
import type { AccountReply, UserReply } from './schemas.ts';

type Problem = VirtualAccount['problems'][number];
type Readiness = VirtualAccount['readiness'];

/** A condition that isn't met; `final` when waiting won't help. */
type Unmet = Problem & { readonly final: boolean };

const unmet = (id: Problem['id'], label: string, remedy: string, final = false): Unmet => ({ id, label, remedy, final });

/** Users that may pay: verified, and the older word for it (Kira guide: Users). */
const goodUsers: readonly string[] = ['verified', 'active'];
const lostUsers: readonly string[] = ['rejected', 'inactive', 'suspended'];
const openAccounts: readonly string[] = ['active', 'approved'];
const waitingAccounts: readonly string[] = ['pending', 'activating', 'rfi'];
const lostAccounts: readonly string[] = ['failed', 'declined', 'deactivated', 'frozen'];

/** Whether an account can pay out, and every condition that isn't met with what to do about it (Kira guides: Virtual accounts, State machines). */
export function readinessOf(account: AccountReply, user: UserReply | null): { readonly readiness: Readiness; readonly problems: Problem[] } {
  const found = [userProblem(user), statusProblem(account), typeProblem(account), modeProblem(account), numberProblem(account)].filter((one) => one !== null);
  const readiness = found.some((one) => one.final) ? 'unusable' : found.length > 0 ? 'waiting' : 'ready';
  return { readiness, problems: found.map(({ id, label, remedy }) => ({ id, label, remedy })) };
}

/** How an account is funded: as it says, else by whether stablecoins settle somewhere; null when neither is said. */
export function modeOf({ mode, destination }: AccountReply): AccountMode | null {
  const said = word(mode);
  if (said === 'fiat' || said === 'crypto') return said;
  if (said !== '' || destination === undefined) return null;
  return destination === null ? 'fiat' : 'crypto';
}

/** The account number, from whichever place has a real one; null while the bank hasn't given it, which some versions say with a made-up
 *  text in its place (Kira guide: Virtual accounts). */
export function realNumber({ account_number: top, source_deposit_instructions: inner }: AccountReply): string | null {
  return [inner?.bank_account_number, top].find((number): number is string => typeof number === 'string' && isReal(number)) ?? null;
}

function isReal(number: string): boolean {
  return number.trim() !== '' && !isPlaceholder(number);
}

function isPlaceholder(number: string | null | undefined): boolean {
  return /^\s*pending/i.test(number ?? '');
}

function userProblem(user: UserReply | null): Unmet | null {
  const status = word(user?.status ?? null);
  if (goodUsers.includes(status)) return null;
  if (lostUsers.includes(status)) {
    return unmet('user', 'Kira does not let this user pay', 'Ask Kira why; the reason is not told to programs. Choose the account of another user meanwhile.', true);
  }
  return unmet('user', 'The user is not verified', 'Wait until Kira has verified the user, and see in the Kira dashboard whether something is missing.');
}

function statusProblem({ status }: AccountReply): Unmet | null {
  const said = word(status);
  if (openAccounts.includes(said)) return null;
  if (said === 'frozen') return unmet('status', 'The account is frozen', 'Ask Kira why; nothing leaves it until Kira lifts that.', true);
  if (lostAccounts.includes(said)) return unmet('status', 'The account is closed or was never opened', 'Choose another account, or ask Kira for a new one.', true);
  if (waitingAccounts.includes(said)) {
    const remedy = said === 'rfi' ? 'Kira asks for something; answer it in the Kira dashboard.' : 'Wait until Kira has opened it; this mostly takes minutes.';
    return unmet('status', 'The account is being opened', remedy);
  }
  return unmet('unknown-status', 'Kira says something about this account that Bursar does not know', 'Look at the account in the Kira dashboard, and at whether there is a newer Bursar.');
}

function typeProblem({ type }: AccountReply): Unmet | null {
  return word(type) === 'us_bank' ? null : unmet('type', 'This kind of account can\u2019t pay out', 'Choose a US bank account; only those pay out.', true);
}

function modeProblem(account: AccountReply): Unmet | null {
  return modeOf(account) === null ? unmet('mode', 'Kira does not say how this account is funded', 'Look at the account in the Kira dashboard.') : null;
}

/** "Approved" covers accounts that are still being activated, so it counts only with a real number. */
function numberProblem(account: AccountReply): Unmet | null {
  if (realNumber(account) !== null) return null;
  const pending = isPlaceholder(account.account_number) || isPlaceholder(account.source_deposit_instructions?.bank_account_number);
  if (word(account.status) !== 'approved' && !pending) return null;
  return unmet('number', 'The account has no number yet', 'Wait until the bank has given one; this mostly takes minutes.');
}

function word(text: string | null): string {
  return (text ?? '').trim().toLowerCase();
}
