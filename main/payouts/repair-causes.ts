import type { PayeeDetails, PayeeFieldKey } from '../../preload/contract/payee-fields.ts';
import type { PayoutDraft } from '../../preload/contract/payouts.ts';
import type { RepairCause } from '../../preload/contract/repairs.ts';

/** A cause in our words: what it means, the draft's field to correct (null when it isn't in the draft), what to do. */
export type Diagnosis = { readonly cause: RepairCause; readonly words: string; readonly field: string | null; readonly fix: string };

/** Phrases and codes by which the providers and the banks behind them say why, the most telling first: Blaaiz's `failure_reason` (Blaaiz API reference:
 *  Transaction), Kira's `error_code` and reason (Kira guide: Webhooks), ISO 20022 return reasons and ACH return codes, which banks pass through. */
const phrases: readonly (readonly [RepairCause, RegExp])[] = [
  ['duplicate', /duplicat|already (been )?(paid|processed|sent)|\bAM05\b/i],
  ['deposit-expired', /deposit.*(expir|too late)|no stablecoin arrived|deposit-expired/i],
  ['insufficient-funds', /insufficient|not (hold|have) enough|low balance|\bAM04\b|\bR01\b/i],
  ['compliance', /complian|sanction|screening|\bkyt\b|\bkyc\b|\baml\b|fraud|checks did not let|rejected in review|payout-rejected|restricted (party|country)|\bRR04\b/i],
  ['document', /supporting document|invoice (is )?(missing|required|unreadable)|document(ation)? (is )?(missing|required|rejected|unreadable)/i],
  ['limit', /\blimits?\b|threshold|maximum amount|exceeds the (maximum|allowed)|\bAM02\b|\bAM14\b/i],
  ['name-mismatch', /name.{0,40}(mismatch|n[o\u2019']?t match|differ|incorrect|wrong)|(mismatch|wrong|incorrect).{0,30}\bname\b|\bBE01\b/i],
  ['account-wrong', /may be closed or wrong|^[\w-]*recipient[\w-]*$/i],
  ['account-closed', /account.{0,20}(closed|dormant|inactive|frozen|blocked)|closed account|account-closed|\bAC0[46]\b|\bR02\b|\bR16\b/i],
  ['account-wrong', /account.{0,30}(invalid|not (exist|found|valid)|unknown|incorrect|wrong)|(invalid|unknown|incorrect|wrong|no such|no) account|account-(invalid|not-found)/i],
  ['account-wrong', /(iban|routing|sort code|swift|bic|phone|e-?mail|wallet address|bank code).{0,30}(invalid|incorrect|wrong|unknown|not (valid|found|exist))|(invalid|incorrect|wrong|unknown).{0,20}(iban|routing|sort code|swift|bic|phone|e-?mail|wallet address|bank code)/i],
  ['account-wrong', /\bAC0[13]\b|\bRC01\b|\bR0[34]\b|\bR13\b/i],
  ['bad-address', /(street|postal|postcode|zip|beneficiary|recipient|creditor|town|country).{0,30}address|address.{0,30}(invalid|incomplete|missing|incorrect|required)|(invalid|incomplete|missing|incorrect) address|\bBE04\b|\bRR0[123]\b/i],
  ['bank-refused', /bank.{0,40}(reject|refus|return|declin|sent the money back|did not take)|bank-returned|transfer was (declin|reject|return)|declined|rejected the transfer/i],
];

/** The cause that a provider's words tell; 'unknown' when they tell none we know, or there are none. */
export function causeOf(said: string | null): RepairCause {
  return said === null ? 'unknown' : phrases.find(([, phrase]) => phrase.test(said))?.[0] ?? 'unknown';
}

/** Who is spoken about: the provider's name, what the money left, and whether recipients are the provider's own and can't be changed. */
export type Spoken = { readonly name: string; readonly purse: string; readonly ownRecipients: boolean };

/** What a provider's words about a payout that failed or came back mean, in ours. */
export function diagnose(said: string | null, draft: PayoutDraft, { name, purse, ownRecipients }: Spoken): Diagnosis {
  const cause = causeOf(said);
  const { words, fix } = meanings[cause]({ name, purse });
  const field = fieldOf(cause, said ?? '', draft.details);
  const isPayee = field !== null && (field === 'payeeName' || field.startsWith('details.'));
  if (!ownRecipients || !isPayee) return { cause, words, field: cause === 'document' && !ownRecipients ? null : field, fix };
  return { cause, words, field: 'payeeId', fix: `${fix} ${name} can\u2019t change a recipient: make a new one with the right details and choose it in the copy.` };
}

type Meaning = (spoken: Pick<Spoken, 'name' | 'purse'>) => { readonly words: string; readonly fix: string };
const meanings: Readonly<Record<RepairCause, Meaning>> = {
  'account-closed': () => ({ words: 'The payee\u2019s account is closed or blocked.', fix: 'Ask the payee for another account.' }),
  'account-wrong': () => ({ words: 'The payee\u2019s bank does not know the account.', fix: 'Compare the account with what the payee sent you, by a way you trust, and correct it.' }),
  'name-mismatch': () => ({ words: 'The name is not the one the account is held in.', fix: 'Ask the payee for the name exactly as their bank has it.' }),
  'bank-refused': () => ({ words: 'The payee\u2019s bank did not take the money and does not say why.', fix: 'Check the account with the payee; ask whether their bank takes payments of this kind.' }),
  'bad-address': () => ({ words: 'The payee\u2019s address is missing or not complete.', fix: 'Give street, town and country each in its own field.' }),
  compliance: ({ name }) => ({ words: `The checks of ${name} or of a bank on the way did not let it through.`, fix: `Write to ${name} before paying again: the same payout would be stopped again.` }),
  'deposit-expired': ({ name }) => ({ words: 'The stablecoin did not arrive in time.', fix: `If you sent it, write to ${name} with its hash. Else copy the payout: the copy gets an address of its own.` }),
  'insufficient-funds': ({ purse }) => ({ words: `The ${purse} did not hold enough.`, fix: `Top the ${purse} up, or lower the amount.` }),
  duplicate: ({ name }) => ({ words: `${name} takes it for one it had already.`, fix: 'Look for the first one before paying again; only go on when it really was not paid.' }),
  limit: ({ name }) => ({ words: `The amount is above what ${name} or the payee\u2019s bank lets through at once.`, fix: `Lower the amount, or ask ${name} to raise the limit.` }),
  document: () => ({ words: 'A supporting document is missing or was not accepted.', fix: 'Attach a readable document that shows payee and amount.' }),
  sum: ({ name }) => ({ words: 'The figures do not add up, or are not the ones you released.', fix: `Ask ${name} which are right, then write here what came of it.` }),
  unknown: ({ name }) => ({ words: `${name} gives no reason that tells what to correct.`, fix: `Write to ${name}: the text for support is ready to be copied. Check the account with the payee meanwhile.` }),
};

const accountFields: readonly PayeeFieldKey[] = ['iban', 'accountNumber', 'walletAddress', 'phoneNumber', 'email'];
const named: readonly (readonly [RegExp, PayeeFieldKey])[] = [
  [/\biban\b/i, 'iban'], [/routing/i, 'routingNumber'], [/sort code/i, 'sortCode'], [/\b(swift|bic)\b/i, 'bic'], [/bank code/i, 'bankId'],
  [/phone/i, 'phoneNumber'], [/e-?mail/i, 'email'], [/wallet address/i, 'walletAddress'],
];

/** Fields by cause: the first that is filled, else `otherwise`. */
const fields: Partial<Record<RepairCause, { readonly details: readonly PayeeFieldKey[]; readonly otherwise: string | null }>> = {
  'account-closed': { details: accountFields, otherwise: null }, 'bank-refused': { details: accountFields, otherwise: null },
  'account-wrong': { details: accountFields, otherwise: null },
  'name-mismatch': { details: ['accountName', 'interacLastName'], otherwise: 'payeeName' },
  'bad-address': { details: ['street', 'city', 'zipCode', 'country'], otherwise: 'payeeName' },
  'insufficient-funds': { details: [], otherwise: 'amountMinor' }, limit: { details: [], otherwise: 'amountMinor' },
  document: { details: [], otherwise: 'documents' },
};

function fieldOf(cause: RepairCause, said: string, details: PayeeDetails): string | null {
  const where = fields[cause];
  if (where === undefined) return null;
  const told = cause === 'account-wrong' ? named.filter(([phrase]) => phrase.test(said)).map(([, key]) => key) : [];
  const key = [...told, ...where.details].find((one) => (details[one] ?? '') !== '');
  return key === undefined ? where.otherwise : `details.${key}`;
}
