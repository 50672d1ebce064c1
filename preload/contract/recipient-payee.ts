import { looksLikeIban } from './iban.ts';
import { accountTail, type PayeeDetails, type PayeeFieldKey } from './payee-fields.ts';
import type { PayoutDraft } from './payouts.ts';
import { recipientName, type Recipient, type RecipientFields } from './recipients.ts';

const bare = (text: string) => text.replace(/\s/g, '').toUpperCase();

/** The account among a recipient's fields, by the name a payout gives it: an IBAN or an account number. */
function accountOf({ accountNumber }: RecipientFields): PayeeDetails {
  const account = bare(accountNumber);
  return looksLikeIban(account) ? { iban: account } : { accountNumber: account };
}

/** The short account mark shown after a recipient's name; empty before there is an account. */
export function recipientTail(fields: RecipientFields): string {
  return accountTail(accountOf(fields));
}

/** What a payout's draft takes over from a recipient: who is paid, on which rail, and the account as lists and searches show it. The e-mail
 *  and the phone stay with the recipient. */
export function toDraftPayee({ id, name, fields }: Pick<Recipient, 'id' | 'name' | 'fields'>): Pick<PayoutDraft, 'payeeName' | 'details'> & {
  readonly payeeId: string; readonly method: 'wire' | 'swift';
} {
  const details: Readonly<Partial<Record<PayeeFieldKey, string>>> = {
    ...accountOf(fields), bankName: fields.bankName.trim(), bic: bare(fields.bic), country: fields.country,
    payeeType: fields.kind, ...(fields.rail === 'wire' ? { routingNumber: bare(fields.routingNumber), accountType: fields.accountType } : {}),
  };
  const filled = Object.fromEntries(Object.entries(details).filter(([, value]) => value !== '')) as PayeeDetails;
  return { payeeId: id, payeeName: (name || recipientName(fields)).slice(0, 140), method: fields.rail, details: filled };
}
