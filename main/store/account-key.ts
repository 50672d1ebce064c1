import type { PayeeDetails } from '../../preload/contract/payee-fields.ts';

/** What identifies the payee's account among all of its details, spelled one way, so that the same account typed twice is found to be
 *  the same. Empty when nothing identifying is filled. */
export function accountKey(details: PayeeDetails): string {
  const { iban, accountNumber, walletAddress, phoneNumber, email } = details;
  if (iban) return bare(iban);
  if (accountNumber) return [bare(bankOf(details)), bare(accountNumber)].join('/');
  // Addresses of some networks tell upper from lower case.
  if (walletAddress) return [bare(details.walletNetwork ?? ''), walletAddress.trim()].join('/');
  if (phoneNumber) return [bare(details.operatorId ?? ''), bare(phoneNumber)].join('/');
  return email?.trim().toLowerCase() ?? '';
}

/** The bank that an account's number is one of; of a BIC only the bank, not the branch. */
function bankOf({ bankId, sortCode, routingNumber, bic }: PayeeDetails): string {
  return bankId || sortCode || routingNumber || (bic ?? '').trim().slice(0, 8);
}

function bare(text: string): string {
  return text.replace(/[\s\-+().]/g, '').toUpperCase();
}
