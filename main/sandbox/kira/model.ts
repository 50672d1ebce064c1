/** A generation of the API: which vocabulary, which rules about codes (Kira guide: Versioning). */
export type KiraProfile = 'G1' | 'G2' | 'G3';

/** The company that uses the API: one to a sandbox. Ids are UUIDs. */
export interface Tenant {
  readonly client_id: string;
  readonly password: string;
  readonly api_key: string;
  readonly name: string;
  /** Where one-time codes are mailed to. */
  readonly email: string;
  profile: KiraProfile;
}

/** An end customer of the tenant. */
export interface KiraUser {
  readonly id: string;
  readonly type: 'individual' | 'business';
  /** Everything the request held, under its own names. */
  fields: Record<string, unknown>;
  status: string;
  readonly created_ms: number;
  updated_ms: number;
}

/** An account that payouts leave from; `balance` in US cents. */
export interface VirtualAccount {
  readonly id: string;
  readonly user_id: string;
  readonly type: string;
  readonly bank: string | null;
  readonly mode: 'fiat' | 'crypto';
  /** In the words of G1: pending, activating, active, failed, deactivated, frozen. */
  status: string;
  readonly destination: { readonly currency: string; readonly network: string; readonly address: string } | null;
  readonly description: string;
  account_number: string | null;
  readonly routing_number: string;
  readonly bank_name: string;
  readonly beneficiary: string;
  balance: number;
  readonly created_ms: number;
  updated_ms: number;
}

/** Money that came into a virtual account; amounts in US cents. */
export interface AccountDeposit {
  readonly id: string;
  readonly virtual_account_id: string;
  readonly amount: number;
  readonly fee: number;
  status: string;
  readonly sender: string;
  readonly payment_rail: string;
  readonly created_ms: number;
  updated_ms: number;
}

/** One destination account on one rail; append-only. */
export interface Recipient {
  readonly id: string;
  readonly user_id: string;
  readonly type: 'individual' | 'business';
  /** Everything beside the account, under its own names; what wasn't sent is absent. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** The account as sent, unknown keys dropped; `account_type` is among them. */
  readonly account: Readonly<Record<string, unknown>>;
  readonly created_ms: number;
}

/** The one-time code of the tenant. */
export interface CodeState {
  code: string | null;
  expires_ms: number;
  attempts_left: number;
  blocked_until_ms: number;
}

/** A mail that the sandbox would have sent. */
export interface Mail {
  readonly id: string;
  readonly at_ms: number;
  readonly to: string;
  readonly subject: string;
  readonly code: string;
}

/** A stored answer of a request with an idempotency key; `fingerprint` is the SHA-256 of the body's canonical JSON. */
export interface Replay {
  readonly scope: string;
  readonly key: string;
  readonly fingerprint: string;
  readonly status: number;
  /** The exact text that was answered. */
  readonly body: string;
  readonly expires_ms: number;
}

/** The one-use wallet of a crypto payout; amounts in US cents, one token a dollar. */
export interface DepositWallet {
  readonly network: string;
  readonly currency: string;
  readonly address: string;
  readonly expires_ms: number;
  received: number;
  /** What came in, the ignored ones with why. */
  transfers: { readonly at_ms: number; readonly amount: number; readonly token: string; readonly network: string; readonly tx_hash: string; readonly ignored: string | null }[];
}

/** A payout; amounts in US cents. `status` in the lower-case words of G1. */
export interface KiraPayout {
  readonly id: string;
  readonly virtual_account_id: string;
  readonly user_id: string;
  readonly recipient_id: string;
  readonly mode: 'fiat' | 'crypto';
  readonly amount: number;
  readonly fees: { readonly base_fixed: number; readonly base_percentage: number; readonly markup_fixed: number; readonly markup_percentage: number };
  readonly recipient_amount: number;
  readonly payment_method: string;
  status: string;
  uetr: string | null;
  error_code: string | null;
  failure_reason: string | null;
  readonly quote_id: string | null;
  readonly extra_info: Readonly<Record<string, unknown>>;
  readonly documents: readonly { readonly type: string; readonly mime: string; readonly size: number; readonly sha256: string; readonly description: string | null }[];
  readonly wallet: DepositWallet | null;
  events: { readonly id: string; readonly status: string; readonly message: string | null; readonly at_ms: number }[];
  readonly created_ms: number;
  /** Whether the money went back into the account. */
  refunded: boolean;
  /** Figures that a control has told otherwise than they are, in US cents: readings no longer add up. */
  told?: { readonly fee?: number; readonly received?: number };
}

/** A held price (G2): `amounts` as previewed, in US cents. */
export interface Quote {
  readonly id: string;
  readonly virtual_account_id: string;
  readonly recipient_id: string;
  readonly amount: number;
  readonly markup: { readonly fixed: number; readonly rate: string } | null;
  /** The recipient's rail, or the one asked for where `recipient_id` is empty. */
  readonly rail: string;
  readonly fees: KiraPayout['fees'];
  readonly expires_ms: number;
  used: boolean;
}

/** One movement in the append-only book, in US cents; negative leaves the account. */
export interface KiraLedgerEntry {
  readonly seq: number;
  /** ISO-8601 UTC. */
  readonly at: string;
  readonly kind: 'payout' | 'refund' | 'deposit' | 'set';
  readonly virtual_account_id: string;
  readonly amount: number;
  readonly payout_id: string | null;
}

/** Behaviour that controls may change while the sandbox runs; times in seconds before scaling. */
export interface KiraSettings {
  token_seconds: number;
  /** Bind credentials to `/sandbox` or to the root; null serves both. */
  stage: 'sandbox' | 'root' | null;
  balance_rule: 'amount_plus_fees' | 'amount';
  mismatch: 'conflict409_E6' | 'legacy400' | 'silent_replay';
  fee_style: 'money' | 'percent';
  fees: { base_fixed: number; base_rate: string; markup_fixed: number; markup_rate: string };
  code: { required: boolean; require_auth: boolean; before_fees: boolean; seconds: number; attempts: number; block_seconds: number; fixed: string | null; blocked_answer: 'otp_blocked' | 'rate_limited' };
  wallet_seconds: number;
  idempotency_seconds: number;
  quote_seconds: number;
  activation_seconds: number;
  pending_seconds: number;
  processing_seconds: number;
  wire_seconds: number;
  swift_seconds: number;
  uetr_seconds: number;
  /** Whether payouts move on by themselves. */
  payouts_move: boolean;
  deposit_visible: boolean;
  /** Whether GET tells the deposit instructions again. */
  reads_tell_deposit: boolean;
  solana_usdt: boolean;
}

/** Everything the sandbox's Kira part knows; plain JSON inside the sandbox's state. */
export interface KiraState {
  tenant: Tenant;
  settings: KiraSettings;
  users: KiraUser[];
  accounts: VirtualAccount[];
  deposits: AccountDeposit[];
  recipients: Recipient[];
  code: CodeState;
  mails: Mail[];
  replays: Replay[];
  payouts: KiraPayout[];
  quotes: Quote[];
  ledger: KiraLedgerEntry[];
  webhook: { url: string; secret: string | null } | null;
  deliveries: { readonly id: string; readonly url: string; readonly event: string; readonly body: string; readonly signature: string; state: 'waiting' | 'delivered' | 'given-up' | 'skipped'; attempts: { at: string; status: number | null }[] }[];
  /** SHA-256 of an access token to when it ends. */
  tokens: Record<string, { expires_ms: number }>;
}
