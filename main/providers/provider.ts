import type { Bank, ConnectionCheck, Wallet } from '../../preload/contract/app.ts';
import type { CurrencyCode } from '../../preload/contract/currency.ts';
import type { CustomerFields } from '../../preload/contract/customers.ts';
import type { DocumentMime, DocumentSlot } from '../../preload/contract/documents.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import type { Money } from '../../preload/contract/money.ts';
import type { PayeeDetails, PayoutMethod } from '../../preload/contract/payee-fields.ts';
import type { Price } from '../../preload/contract/payouts.ts';
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

/** A payout as the provider tells it. `status` is folded to four words; `rawStatus` is the provider's own. */
export type ProviderPayout = {
  readonly transactionId: string;
  readonly reference: string | null;
  readonly merchantReference: string | null;
  readonly status: 'pending' | 'processing' | 'successful' | 'failed' | 'other';
  readonly rawStatus: string;
  readonly failureReason: string | null;
  readonly sent: Money | null;
  readonly fee: Money | null;
  readonly received: Money | null;
  readonly rate: string | null;
};

/** What became of sending: accepted, refused by a parsed and definite answer, or not known (timeout, reset, 5xx, unreadable). */
export type SendOutcome =
  | { readonly kind: 'accepted'; readonly payout: ProviderPayout }
  | { readonly kind: 'refused'; readonly error: AppError }
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

/** One provider account with its credentials: customers, payouts and the connection test. */
export interface Provider {
  readonly customers: CustomerProvider;
  readonly payouts: PayoutProvider;
  /** DNS, TLS, clock, token, scopes, wallet read, rate headers, each with what to do when it fails. */
  test(): Promise<readonly ConnectionCheck[]>;
  /** Stops everything in flight except a payout that is being sent. */
  close(): void;
}
