import type { Deposit, VirtualAccount } from '../../preload/contract/accounts.ts';
import type { Bank, ConnectionCheck, Wallet } from '../../preload/contract/app.ts';
import type { CurrencyCode } from '../../preload/contract/currency.ts';
import type { CustomerFields } from '../../preload/contract/customers.ts';
import type { DepositNetwork, DepositToken, payoutDocumentKinds, payoutDocumentMimes } from '../../preload/contract/deposit.ts';
import type { DocumentMime, DocumentSlot } from '../../preload/contract/documents.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import type { Money } from '../../preload/contract/money.ts';
import type { PayeeDetails, PayoutMethod } from '../../preload/contract/payee-fields.ts';
import type { Price } from '../../preload/contract/payouts.ts';
import type { RecipientFields } from '../../preload/contract/recipients.ts';
import type { Result } from '../../preload/contract/result.ts';

/** A reply of a provider call: a value, or an error for people. */
export type Reply<T> = Promise<Result<T, AppError>>;

/** Everything that is sent for one payout; `merchantReference` is the intent's own. */
export type PayoutOrder = {
  readonly merchantReference: string;
  readonly walletId: string;
  /** The provider's id of the verified customer who sends. */
  readonly customerRemoteId: string;
  readonly method: PayoutMethod;
  readonly from: CurrencyCode;
  readonly to: CurrencyCode;
  readonly side: 'send' | 'receive';
  /** In `from` when `side` is 'send', in `to` when 'receive'. */
  readonly amount: Money;
  readonly details: PayeeDetails;
  readonly note: string;
};

/** Where the stablecoin for one payout goes, as the provider says (epoch ms); `serverNow` is the server's clock when it said so, null when it didn't tell. */
export type RemoteDeposit = {
  readonly network: string; readonly token: string; readonly address: string; readonly amount: string;
  readonly expiresAt: number; readonly serverNow: number | null;
};

/** A payout as the provider tells it. `status` is folded to a few words: 'awaiting' waits for a stablecoin deposit, 'returned' came back after it
 *  was completed, 'held' is being reviewed by the provider; `rawStatus` is the provider's own. `merchantReference` is our reference where the
 *  provider keeps one. `uetr` and `deposit` are absent where the provider has none. */
export type ProviderPayout = {
  readonly transactionId: string;
  readonly reference: string | null;
  readonly merchantReference: string | null;
  readonly status: 'pending' | 'processing' | 'successful' | 'failed' | 'awaiting' | 'returned' | 'held' | 'other';
  readonly rawStatus: string;
  readonly failureReason: string | null;
  readonly sent: Money | null;
  readonly fee: Money | null;
  readonly received: Money | null;
  readonly rate: string | null;
  /** What is left of `sent` after fees, in its currency, where the provider gives a figure for it. */
  readonly converted?: Money | null;
  readonly uetr?: string | null;
  readonly deposit?: RemoteDeposit | null;
  /** The provider's clock when it answered (epoch ms), where it tells. */
  readonly serverNow?: number | null;
};

/** What became of sending: accepted, refused by a parsed and definite answer, or not known (timeout, reset, 5xx, unreadable).
 *  `code-refused` is Kira's definite word that nothing was made because the one-time code is missing (`needed`), wrong, expired or blocked;
 *  the same key and bytes may go again with a new code. */
export type SendOutcome =
  | { readonly kind: 'accepted'; readonly payout: ProviderPayout }
  | { readonly kind: 'refused'; readonly error: AppError }
  | { readonly kind: 'code-refused'; readonly error: AppError; readonly needed: boolean; readonly attemptsLeft: number | null; readonly blocked: boolean }
  | { readonly kind: 'unknown'; readonly cause: string };

/** What to price. */
export type PriceQuestion = {
  readonly from: CurrencyCode;
  readonly to: CurrencyCode;
  readonly method: PayoutMethod;
  readonly side: 'send' | 'receive';
  readonly amount: Money;
  /** The payee's country (alpha-2), where countries share a currency (XOF). */
  readonly country?: string;
};

/** A customer as the provider tells it; `status` as Blaaiz spells it, unknown spellings become 'OTHER'. */
export type RemoteCustomer = {
  readonly remoteId: string;
  readonly status: 'PENDING' | 'PROCESSING' | 'VERIFIED' | 'REJECTED' | 'OTHER';
  readonly extraChecks: boolean;
  readonly comment: string | null;
  readonly fields: Partial<CustomerFields>;
};

/** Where to put a file's bytes and which headers must go with them. */
export type UploadTarget = { readonly fileId: string; readonly url: string; readonly headers: Readonly<Record<string, string>> };

/** A file on its way up: `open` gives its bytes as a stream, as often as asked. */
export type UploadBody = { readonly size: number; readonly mime: DocumentMime; open(): AsyncIterable<Uint8Array> };

/** The customers' side of a provider. Reads retry by themselves; writes never do. */
export interface CustomerProvider {
  create(fields: CustomerFields): Reply<RemoteCustomer>;
  get(remoteId: string): Reply<RemoteCustomer | null>;
  /** Customers with exactly this e-mail or this document number. */
  findTwins(match: { readonly email?: string; readonly idNumber?: string }): Reply<readonly RemoteCustomer[]>;
  update(remoteId: string, fields: Partial<CustomerFields>): Reply<RemoteCustomer>;
  idLabel(country: string): Reply<{ readonly label: string; readonly type: string }>;
  presign(remoteId: string, slot: DocumentSlot): Reply<UploadTarget>;
  /** PUTs the bytes with exactly the target's headers and no token; `onSent` hears how many bytes have left so far; `signal` cancels. */
  upload(target: UploadTarget, body: UploadBody, onSent: (bytes: number) => void, signal: AbortSignal): Reply<void>;
  /** Attaches uploaded files in one call; `identity` is written last and starts verification. */
  attach(remoteId: string, files: Partial<Record<DocumentSlot, string>>): Reply<void>;
}

/** The payouts' side of a provider: prerequisites, price, send, find, status. */
export interface PayoutProvider {
  wallets(): Reply<readonly Wallet[]>;
  banks(currency: CurrencyCode): Reply<readonly Bank[]>;
  operators(currency: CurrencyCode): Reply<readonly Bank[]>;
  lookupAccount(bankId: string, accountNumber: string): Reply<{ readonly accountName: string }>;
  price(question: PriceQuestion): Reply<Price>;
  /** The canonical request body of an order, as UTF-8 text; these bytes are stored, hashed and later sent unchanged. */
  compose(order: PayoutOrder): string;
  /** Makes sure a token with at least a minute of life is there, so that the next call is only the money call. */
  warmUp(): Reply<void>;
  /** Sends a composed body once; never retried, never rebuilt. */
  send(body: string): Promise<SendOutcome>;
  /** Looks a payout up by our merchant reference; null when the provider doesn't know it. */
  find(merchantReference: string): Reply<ProviderPayout | null>;
  /** Reads a payout by the provider's id; null when the provider doesn't know it. */
  status(transactionId: string): Reply<ProviderPayout | null>;
}

/** What to price at Kira: percentages and amounts of the mark-up as they go on the wire ("0.02" is 2 %, "10.00" is ten dollars). */
export type KiraPriceQuestion = {
  readonly accountId: string;
  readonly recipientRemoteId: string;
  readonly amount: Money;
  readonly markup: { readonly fixed: string; readonly percentage: string } | null;
  readonly funding: { readonly network: DepositNetwork; readonly token: DepositToken } | null;
};

/** A supporting document with its bytes. */
export type OrderDocument = {
  readonly kind: (typeof payoutDocumentKinds)[number]; readonly mime: (typeof payoutDocumentMimes)[number]; readonly bytes: Uint8Array; readonly description: string;
};

/** Everything that is sent for one Kira payout; texts that are '' are left out of the body. With a quote the mark-up isn't sent. */
export type KiraOrder = KiraPriceQuestion & {
  readonly memo: string;
  readonly invoiceNumber: string;
  readonly internalNotes: string;
  readonly documents: readonly OrderDocument[];
  readonly quoteId: string | null;
};

/** A Kira payout on its way: the stored bytes, the idempotency key they belong to, and the one-time code, which no store and no log ever sees. */
export type KiraSending = { readonly accountId: string; readonly key: string; readonly body: string; readonly code: string | null };

/** A recipient as Kira tells it. */
export type RemoteRecipient = { readonly remoteId: string; readonly fields: RecipientFields };

/** What became of making a recipient, by the same rules as {@link SendOutcome}. */
export type RecipientOutcome =
  | { readonly kind: 'made'; readonly recipient: RemoteRecipient }
  | { readonly kind: 'refused'; readonly error: AppError }
  | { readonly kind: 'unknown'; readonly cause: string };

/** Kira, whole: virtual accounts, recipients, codes, payouts in both modes. Reads retry by themselves; writes never do. */
export interface KiraProvider {
  /** Every virtual account of every user, with its readiness and, where there is one, its balance. */
  accounts(): Reply<readonly VirtualAccount[]>;
  /** The newest money that came in, at most 50. */
  deposits(accountId: string): Reply<readonly Deposit[]>;
  /** The recipients of some users on the rails that Bursar pays. */
  recipients(userIds: readonly string[]): Reply<readonly RemoteRecipient[]>;
  /** The canonical request body of a recipient, as UTF-8 text; stored and sent unchanged. */
  composeRecipient(fields: RecipientFields): string;
  /** Sends a composed recipient once under its key. */
  createRecipient(key: string, body: string): Promise<RecipientOutcome>;
  /** Has Kira mail a new code; `expiresAt` in epoch ms of this computer. Errors: `code-blocked`. */
  sendCode(): Reply<{ readonly expiresAt: number }>;
  price(question: KiraPriceQuestion): Reply<Price>;
  /** The canonical request body of an order, as UTF-8 text; these bytes are stored, hashed and later sent unchanged. */
  compose(order: KiraOrder): string;
  /** Makes sure a token with at least a minute of life is there, so that the next call is only the money call. */
  warmUp(): Reply<void>;
  /** Sends a composed body once under its key; never retried, never rebuilt. An answer about another amount, recipient or account is 'unknown'. */
  send(sending: KiraSending): Promise<SendOutcome>;
  /** Payouts of an account made since a moment (epoch ms) with this amount, newest first: what a look-up has when the key is no longer kept. With `isPayee`
   *  also those of its user, whatever account and amount, whose recipient's name it takes. */
  similar(accountId: string, amount: Money, since: number, isPayee?: (name: string) => boolean): Reply<readonly ProviderPayout[]>;
  /** Reads a payout by Kira's id; null when Kira doesn't know it. */
  status(payoutId: string): Reply<ProviderPayout | null>;
}

/** What every provider account can do. */
type Account = {
  /** DNS, TLS, clock, token, scopes, wallet read, rate headers, each with what to do when it fails. */
  readonly test: () => Promise<readonly ConnectionCheck[]>;
  /** Stops everything in flight except a payout that is being sent. */
  readonly close: () => void;
};

/** A Blaaiz account with its credentials. */
export type BlaaizProvider = Account & { readonly id: 'blaaiz'; readonly customers: CustomerProvider; readonly payouts: PayoutProvider };
/** A Kira account with its credentials. */
export type KiraAccountProvider = Account & { readonly id: 'kira'; readonly kira: KiraProvider };
/** One provider account with its credentials. */
export type Provider = BlaaizProvider | KiraAccountProvider;
