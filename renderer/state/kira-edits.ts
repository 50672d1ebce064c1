import type { AccountMode, VirtualAccount } from '../../preload/contract/accounts.ts';
import type { DepositNetwork, DepositToken } from '../../preload/contract/deposit.ts';
import type { KiraDraft, PayoutDraft } from '../../preload/contract/payouts.ts';
import { toDraftPayee } from '../../preload/contract/recipient-payee.ts';
import type { Recipient } from '../../preload/contract/recipients.ts';
import type { DraftEdit } from './draft-edits.ts';

/** The most code points of each text (Kira guide: Payouts). */
export const kiraLimits = { memo: 255, invoiceNumber: 100, internalNotes: 900, description: 255 } as const;

/** What a Kira payout holds before anything is chosen. */
export const emptyKira: KiraDraft = { mode: 'fiat', markup: null, network: null, token: null, invoiceNumber: '', internalNotes: '' };

/** The Kira part of a draft; empty where there is none yet. */
export const kiraOf = ({ kira }: PayoutDraft): KiraDraft => kira ?? emptyKira;

/** The length of a text in code points, however many units each takes. */
export const lengthOf = (text: string): number => Array.from(text).length;

/** The first `most` code points of a text. */
export const upTo = (text: string, most: number): string => (lengthOf(text) > most ? Array.from(text).slice(0, most).join('') : text);

/** Makes a draft one of Kira's: US dollars on both sides, and the amount is always what is sent. */
export const startKira: DraftEdit = (draft) => ({ ...draft, fromCurrency: 'USD', toCurrency: 'USD', side: 'send', customerId: null, kira: kiraOf(draft) });

const changeKira = (change: Partial<KiraDraft>): DraftEdit => (draft) => {
  const base = startKira(draft);
  return { ...base, kira: { ...kiraOf(draft), ...change } };
};

/** What choosing an account takes away: a recipient of another user, and how the payout was to be funded. */
export type Lost = { readonly recipient: boolean; readonly funding: boolean };

/** What choosing this account would take away from the draft. */
export function lostBy(draft: PayoutDraft, account: VirtualAccount, recipient: Recipient | undefined): Lost {
  const kira = kiraOf(draft);
  return {
    recipient: draft.payeeId !== null && recipient !== undefined && recipient.fields.userId !== account.userId,
    funding: account.mode !== kira.mode && (kira.network !== null || kira.token !== null),
  };
}

/** Chooses the virtual account, and with it how the payout is paid for: the two ways are never mixed. A recipient of another user is let go of. */
export const chooseAccount = (account: VirtualAccount, recipient: Recipient | undefined): DraftEdit => (draft) => {
  if (account.mode === null) return draft;
  const lost = lostBy(draft, account, recipient);
  const next = { ...changeKira(fundingOf(account.mode, kiraOf(draft)))(draft), walletId: account.id };
  return lost.recipient ? letRecipientGo(next) : next;
};

/** How an account's payout is funded: nothing to choose with a balance; network and token as chosen before, in the same mode. */
function fundingOf(mode: AccountMode, before: KiraDraft): Pick<KiraDraft, 'mode' | 'network' | 'token'> {
  return mode === 'crypto' && before.mode === 'crypto' ? { mode, network: before.network, token: before.token } : { mode, network: null, token: null };
}

/** Takes over who is paid, on which rail and to which account. */
export const chooseRecipient = (recipient: Recipient): DraftEdit => (draft) => ({ ...startKira(draft), ...toDraftPayee(recipient), holderName: null, holderAccepted: false });

/** Lets go of the chosen recipient. */
export const letRecipientGo: DraftEdit = (draft) => ({ ...draft, payeeId: null, payeeName: '', method: null, details: {}, holderName: null, holderAccepted: false });

/** Fills the memo, which the payee's bank sees. */
export const typeMemo = (text: string): DraftEdit => (draft) => ({ ...draft, reference: upTo(text, kiraLimits.memo) });

/** Fills the invoice number. */
export const typeInvoiceNumber = (text: string): DraftEdit => changeKira({ invoiceNumber: upTo(text, kiraLimits.invoiceNumber) });

/** Fills the notes that stay with the payer. */
export const typeInternalNotes = (text: string): DraftEdit => changeKira({ internalNotes: upTo(text, kiraLimits.internalNotes) });

/** Chooses the network to fund on. */
export const chooseNetwork = (network: DepositNetwork): DraftEdit => changeKira({ network });

/** Chooses the stablecoin to fund with. */
export const chooseToken = (token: DepositToken): DraftEdit => changeKira({ token });

/** Sets this payout's own mark-up, or null for the usual one. */
export const setMarkup = (markup: KiraDraft['markup']): DraftEdit => changeKira({ markup });

/** What is wrong with a percentage as typed; null when it is fine or empty. */
export type PercentProblem = 'not-a-number' | 'too-many-decimals' | 'too-large';

/** Reads a percentage as typed ("2", "2.5", "2,5 %"): the plain text with a point, or what is wrong. Four decimals of the whole are two here. */
export function readPercent(text: string): { readonly plain: string; readonly problem: PercentProblem | null } {
  const plain = text.replace(/[\s\u00a0\u202f%]/gu, '').replace(',', '.');
  if (plain === '') return { plain, problem: null };
  const match = /^(\d{1,4})(?:\.(\d+))?$/.exec(plain);
  if (!match) return { plain, problem: 'not-a-number' };
  if ((match[2]?.length ?? 0) > 2) return { plain, problem: 'too-many-decimals' };
  return { plain, problem: Number(plain) > 100 ? 'too-large' : null };
}
