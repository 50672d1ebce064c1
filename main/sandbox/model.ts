import type { KiraState } from './kira/model.ts';
import type { Task } from './scheduler.ts';

/** A value kept in a customer's flat set of fields. */
export type FieldValue = string | number | boolean;

/** Review state of a customer (Blaaiz guide: Customers). */
export type CustomerStatus = 'PENDING' | 'PROCESSING' | 'VERIFIED' | 'REJECTED';

/** Review state of an owner or a business document (Blaaiz guide: KYB). */
type ReviewStatus = 'PENDING' | 'PROCESSING' | 'APPROVED' | 'REJECTED';

/** One company that uses the provider; nothing is shared between two of them. */
export interface Business {
  readonly id: string;
  readonly name: string;
  readonly client_id: string;
  readonly client_secret: string;
  readonly api_key: string;
  readonly scopes: readonly string[];
  /** While true every payout of the business is refused. */
  edd: boolean;
}

/** An owner of a business customer. */
export interface Owner {
  readonly id: string;
  fields: Record<string, FieldValue>;
  front_file_id: string | null;
  back_file_id: string | null;
  status: ReviewStatus;
  admin_comments: string[] | null;
}

/** A document of a business customer. */
export interface KybDocument {
  readonly id: string;
  type: string;
  name: string;
  description: string | null;
  file_id: string;
  extension: string;
  status: ReviewStatus;
  admin_comments: string[] | null;
  readonly created_ms: number;
  updated_ms: number;
}

/** Somebody on whose behalf money moves. */
export interface Customer {
  readonly id: string;
  readonly business_id: string;
  readonly type: 'individual' | 'business';
  fields: Record<string, FieldValue>;
  kyb_scope: 'FULL' | 'MINIMAL' | null;
  status: CustomerStatus;
  comment: string | null;
  /** How often it was rejected; absent for never. */
  rejections?: number;
  edd: boolean;
  /** Slot name to file id, individuals only. */
  files: Record<string, string>;
  owners: Owner[];
  documents: KybDocument[];
  readonly created_ms: number;
  updated_ms: number;
}

/** Where an upload belongs. */
export interface StoredFile {
  readonly id: string;
  readonly business_id: string;
  readonly customer_id: string;
  /** `identity`, `id_document_front`, `document`, … */
  readonly category: string;
  readonly owner_id: string | null;
  readonly expires_ms: number;
  readonly signed_headers: Readonly<Record<string, string>>;
  uploaded: { size: number; mime: string | null; sha256: string; etag: string } | null;
}

/** A balance of a business in one currency, in minor units. */
export interface Wallet {
  readonly id: string;
  readonly business_id: string;
  readonly currency: string;
  balance: number;
}

/** One exchange rate row; numbers are decimal texts. */
export interface Rate {
  readonly id: string;
  readonly pair: string;
  value: string;
  fee_percent: string;
  fee_amount: string;
  swap_enabled: boolean;
  send_enabled: boolean;
  is_active: boolean;
  readonly created_ms: number;
  updated_ms: number;
}

/** Who receives a payout; amount in minor units of `currency`. */
export interface Recipient {
  readonly id: string;
  readonly account_number: string | null;
  readonly account_name: string | null;
  readonly bank_name: string | null;
  readonly bank_code: string | null;
  readonly amount: number;
  readonly currency: string;
  readonly routing_number: string | null;
  readonly sort_code: string | null;
  readonly iban: string | null;
  readonly wallet_address: string | null;
  readonly email: string | null;
}

/** A movement of money; amounts in minor units of the wallet's currency. */
export interface Transaction {
  readonly id: string;
  readonly business_id: string;
  business_customer_id: string | null;
  readonly business_wallet_id: string;
  readonly type: 'payout' | 'collection' | 'swap';
  /** Usually PENDING, PROCESSING, SUCCESSFUL or FAILED; a control may set anything. */
  status: string;
  readonly reference: string;
  readonly merchant_reference: string | null;
  readonly currency: string;
  readonly amount: number;
  readonly fee: number;
  readonly rate: string | null;
  readonly date_ms: number;
  /** Figures that a control has told otherwise than they are, in minor units: what is shown no longer adds up. */
  told?: { readonly fee?: number; readonly amount_without_fee?: number; readonly received?: number };
  readonly recipient: Recipient | null;
  readonly interac: { question: string; answer: number; event_id: string } | null;
  readonly swap: { to_currency: string; to_amount: number; to_wallet_id: string } | null;
  readonly collection_email: string | null;
  /** Why the payout is going to fail, decided when it is accepted. */
  readonly doomed: string | null;
  failure_reason: string | null;
  refunded: boolean;
}

/** An account that receives money for a customer. */
export interface VirtualAccount {
  readonly id: string;
  readonly business_id: string;
  readonly customer_id: string;
  readonly wallet_id: string;
  readonly currency: string;
  readonly account_name: string;
  readonly account_reference: string;
  account_number: string | null;
  status: 'PENDING' | 'SUCCESSFUL' | 'CLOSED';
}

/** A business's registered webhook addresses. */
export interface WebhookRecord {
  readonly id: string;
  readonly business_id: string;
  collection_url: string;
  payout_url: string;
  kyc_url: string | null;
  readonly signing_secret: string;
}

/** One event and the attempts to deliver it. */
export interface Delivery {
  readonly id: string;
  readonly business_id: string;
  readonly url: string;
  /** The exact text that is signed and sent. */
  readonly body: string;
  /** `skipped`: the address is not on this machine, so nothing was sent. */
  state: 'waiting' | 'delivered' | 'given-up' | 'skipped';
  attempts: { at: string; status: number | null }[];
}

/** One movement in the append-only book; negative amounts leave the wallet. */
export interface LedgerEntry {
  readonly seq: number;
  /** ISO-8601 UTC. */
  readonly at: string;
  readonly kind: 'payout' | 'refund' | 'topup' | 'swap';
  readonly wallet_id: string;
  readonly currency: string;
  /** Integer minor units, signed. */
  readonly amount: number;
  readonly transaction_id: string | null;
  readonly merchant_reference: string | null;
}

/** Behaviour that controls may change while the sandbox runs. */
export interface Settings {
  /** What happens after a review's waiting time; `manual` waits for a control. */
  automatic: 'decide' | 'manual';
  /** Seconds before scaling. */
  verification_seconds: number;
  payout_seconds: number;
  token_seconds: number;
  /** Requests a minute and business. */
  rate_limit: number;
  /** Whether a payout ends by itself. */
  payouts_finish: boolean;
  strict_uploads: boolean;
  /** Emit `headers: []` with upload addresses, as PHP does for an empty map. */
  empty_upload_headers: boolean;
  /** Whether business customers may have the MINIMAL scope (and have it by default). */
  allow_minimal: boolean;
  /** Whether an individual's reply carries the comment of a rejection, which the provider tells only by webhook; absent means no. */
  tell_reasons?: boolean;
  /** Payouts are there and can't be found: look-ups don't know them yet; absent for no. */
  hide_payouts?: boolean;
}

/** Everything the sandbox knows; plain JSON. */
export interface State {
  version: 1;
  clock_offset_ms: number;
  sequence: number;
  upload_key: string;
  settings: Settings;
  businesses: Business[];
  customers: Customer[];
  files: Record<string, StoredFile>;
  wallets: Wallet[];
  rates: Rate[];
  transactions: Transaction[];
  virtual_accounts: VirtualAccount[];
  webhooks: WebhookRecord[];
  deliveries: Delivery[];
  ledger: LedgerEntry[];
  tasks: Task[];
  /** SHA-256 of an access token to whose it is. */
  tokens: Record<string, { business_id: string; scopes: readonly string[]; expires_ms: number }>;
  /** The other provider's part. */
  kira: KiraState;
}
