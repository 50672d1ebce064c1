import { recipientName, type RecipientFields } from '../../preload/contract/recipients.ts';
import { foldText } from '../store/search-text.ts';

const bare = (text: string) => text.replace(/[\s-]/g, '').toUpperCase();

/** Tells whether an account number hides its first digits, as some answers do ("****6789"). */
export function isMasked(account: string): boolean {
  return /[*\u2022]/.test(account);
}

/** Tells whether two recipients are the same account on the same rail for the same user; of a masked account only the last four count. */
export function sameAccount(a: RecipientFields, b: RecipientFields): boolean {
  if (a.userId !== b.userId || a.rail !== b.rail) return false;
  const routes = [a, b].map(({ rail, routingNumber, bic }) => (rail === 'wire' ? bare(routingNumber) : bare(bic).slice(0, 8)));
  const masked = isMasked(a.accountNumber) || isMasked(b.accountNumber);
  const [one = '', other = ''] = [a, b].map(({ accountNumber }) => (masked ? bare(accountNumber).slice(-4) : bare(accountNumber)));
  return one !== '' && one === other && routes[0] === routes[1];
}

/** Tells whether an answer names another account than what was sent; what it leaves out or masks contradicts nothing. */
export function contradicts(answer: RecipientFields, sent: RecipientFields): boolean {
  const filled = (['accountNumber', 'routingNumber', 'bic'] as const).filter((key) => answer[key] !== '' && sent[key] !== '');
  const said = Object.fromEntries(filled.map((key) => [key, answer[key]])) as Partial<RecipientFields>;
  return answer.rail !== sent.rail || !sameAccount({ ...sent, ...said }, sent);
}

/** Tells whether two recipients are the same account in the same name. */
export function sameRecipient(a: RecipientFields, b: RecipientFields): boolean {
  return sameAccount(a, b) && foldText(recipientName(a)) === foldText(recipientName(b));
}

/** A recipient's fields as Kira holds them: its word where it says something, ours where its answer leaves out or masks what was sent. */
export function heldAs(remote: RecipientFields, ours: RecipientFields): RecipientFields {
  const said = Object.entries(remote).filter(([key, value]) => value !== '' && !(key === 'accountNumber' && isMasked(value)));
  return { ...ours, ...(Object.fromEntries(said) as Partial<RecipientFields>) };
}
