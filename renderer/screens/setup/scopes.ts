import { t } from '../../text.ts';

/** One permission of a Blaaiz credential, in plain words; `needed` ones are chosen to begin with and cover all that Bursar does. */
export type Scope = { readonly id: string; readonly words: () => string; readonly without: () => string };

/** The smallest set that covers everything Bursar does (Blaaiz guide: Authentication). */
export const scopes: readonly Scope[] = [
  { id: 'wallet:read', words: () => t('Read wallets and balances'), without: () => t('no balances, no payouts') },
  { id: 'currency:read', words: () => t('Read currencies'), without: () => t('no list of currencies') },
  { id: 'bank:read', words: () => t('Read banks and account holders'), without: () => t('no check of account holders') },
  { id: 'fees:read', words: () => t('Read fees'), without: () => t('payouts cannot be priced') },
  { id: 'rates:read', words: () => t('Read rates'), without: () => t('payouts cannot be priced') },
  { id: 'customer:read', words: () => t('Read customers'), without: () => t('no news of verification') },
  { id: 'customer:write', words: () => t('Create and correct customers'), without: () => t('no new customers') },
  { id: 'file:upload', words: () => t('Upload documents'), without: () => t('no documents') },
  { id: 'virtual-account:read', words: () => t('Read account numbers of wallets'), without: () => t('no account numbers') },
  { id: 'payout:create', words: () => t('Send payouts'), without: () => t('nothing can be sent') },
  { id: 'transaction:read', words: () => t('Follow payouts and find them again'), without: () => t('no proof that a payout arrived: do not send without it') },
];

/** All of them. */
export const defaultScopes: readonly string[] = scopes.map((scope) => scope.id);
