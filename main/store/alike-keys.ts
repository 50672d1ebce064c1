import type { PayoutDraft } from '../../preload/contract/payouts.ts';
import { foldText } from './search-text.ts';

/** What a payout is compared by beside its account: the payee's name, the invoice's number and the reference, each spelled one way; null when empty. */
export type AlikeKeys = { readonly payee: string | null; readonly invoice: string | null; readonly reference: string | null };

/** The keys of a draft. */
export function alikeKeys({ payeeName, reference, kira }: Pick<PayoutDraft, 'payeeName' | 'reference' | 'kira'>): AlikeKeys {
  return { payee: payeeKey(payeeName) || null, invoice: numberKey(kira?.invoiceNumber ?? '') || null, reference: numberKey(reference) || null };
}

const legalForms: ReadonlySet<string> = new Set(['ltd', 'limited', 'inc', 'llc', 'plc', 'gmbh', 'sarl', 'sa', 'bv', 'co', 'company', 'corp']);

/** A payee's name in any order of its words, without accents, signs and what only tells a company's legal form. */
export function payeeKey(name: string): string {
  const words = foldText(name).replace(/['\u2019.]/g, '').split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const own = words.filter((word) => !legalForms.has(word));
  return (own.length > 0 ? own : words).toSorted().join(' ');
}

const invoiceWords = /^(?:(?:invoice|inv|rechnung|rg|facture|factura|bill)(?:number|no|nr)?|number|no|nr)(?=\d)/;

/** Whether a text calls itself an invoice. */
export function namesInvoice(text: string): boolean {
  return /\b(?:invoice|inv|rechnung|rg|facture|factura|bill)\b/.test(foldText(text).replace(/\d+/g, ' '));
}

/** An invoice's number or a reference without case, accents, spaces and signs; "Invoice no. 0042", "INV-42" and "42" are one. Zeros go only where a
 *  number starts: those inside it are part of it. At most 100 letters. */
export function numberKey(text: string): string {
  const bare = foldText(text).replace(/[^\p{L}\p{N}]+/gu, '');
  return bare.replace(invoiceWords, '').replace(/(?<!\d)0+(?=\d)/g, '').slice(0, 100);
}
