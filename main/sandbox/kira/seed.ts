import type { Ids } from '../ids.ts';
import type { KiraLedgerEntry, KiraProfile, KiraSettings, KiraState, KiraUser, Recipient, Tenant, VirtualAccount } from './model.ts';
import { isoMicros } from '../clock.ts';
import { seedRecipients } from './seed-recipients.ts';

const OPENING_CENTS = 25_000_00;
const ROUTING = '123456780';
const SOLANA_ADDRESS = '46ABwepNQGqNFYXH3xyVtqtdLAQcG9RG1cACZ97fWnBZ';

/** What a fresh state is made with; `kept` is an earlier state whose credentials and ids go on. */
export interface KiraSeed {
  readonly ids: Ids;
  readonly atMs: number;
  readonly profile: KiraProfile;
  readonly nextSeq: () => number;
  readonly kept?: KiraState;
}

/** How Kira's part behaves before any control; fees in US cents and as fractions. */
export function seedKiraSettings(): KiraSettings {
  return {
    token_seconds: 3600, stage: null, balance_rule: 'amount_plus_fees', mismatch: 'conflict409_E6', fee_style: 'money',
    fees: { base_fixed: 15_00, base_rate: '0.005', markup_fixed: 2_00, markup_rate: '0.001' },
    code: { required: true, require_auth: true, before_fees: false, seconds: 300, attempts: 3, block_seconds: 900, fixed: null, blocked_answer: 'otp_blocked' },
    wallet_seconds: 86_400, idempotency_seconds: 86_400, quote_seconds: 600, activation_seconds: 5,
    pending_seconds: 2, processing_seconds: 5, wire_seconds: 15, swift_seconds: 30, uetr_seconds: 10,
    payouts_move: true, deposit_visible: true, reads_tell_deposit: false, solana_usdt: true,
  };
}

/** A fresh tenant with a verified customer, one who isn't, three accounts and three recipients (one on a rail that payouts refuse). */
export function seedKira(seed: KiraSeed): KiraState {
  const users = seedUsers(seed);
  const owner = users[0]?.id ?? '';
  const accounts = seedAccounts(seed, owner);
  return {
    tenant: seedTenant(seed), settings: seedKiraSettings(), users, accounts, deposits: [], recipients: recipientsOf(seed, owner),
    code: { code: null, expires_ms: 0, attempts_left: 3, blocked_until_ms: 0 },
    mails: [], replays: [], payouts: [], quotes: [], ledger: openings(seed, accounts), webhook: null, deliveries: [], tokens: endedTokens(seed),
  };
}

/** A saved state that lacks what was added since, brought up to date. */
export function broughtUpToDate(saved: KiraState): KiraState {
  const settings = seedKiraSettings();
  return {
    ...saved,
    settings: { ...settings, ...saved.settings, fees: { ...settings.fees, ...saved.settings.fees }, code: { ...settings.code, ...saved.settings.code } },
  };
}

function seedTenant({ ids, profile, kept }: KiraSeed): Tenant {
  if (kept) return { ...kept.tenant, profile };
  return {
    client_id: ids.uuid(), password: ids.secret(39), api_key: ids.secret(30), name: 'Northfield Trading', email: 'payments@northfield.example', profile,
  };
}

function seedUsers({ ids, atMs, kept }: KiraSeed): KiraUser[] {
  const user = (index: number, type: KiraUser['type'], status: string, fields: Record<string, unknown>): KiraUser => ({
    id: kept?.users[index]?.id ?? ids.uuid(), type, fields, status, created_ms: atMs, updated_ms: atMs,
  });
  const address = { address_street: '410 Canal Street', address_city: 'Dover', address_state: 'DE', address_zip_code: '19901', address_country: 'USA' };
  return [
    user(0, 'business', 'VERIFIED', {
      business_legal_name: 'Northfield Trading LLC', email: 'finance@northfield.example', phone: '+13025550140', ein: '120034567',
      formation_country: 'USA', formation_state: 'DE', source_of_funds: 'business_revenue', document_number: '120034567', ...address,
    }),
    user(1, 'individual', 'CREATED', { first_name: 'Mateo', last_name: 'Rivas', email: 'mateo.rivas@example.test', nationality: 'COL' }),
  ];
}

function seedAccounts({ ids, atMs, kept }: KiraSeed, userId: string): VirtualAccount[] {
  const account = (index: number, description: string, more: Partial<VirtualAccount>): VirtualAccount => ({
    id: kept?.accounts[index]?.id ?? ids.uuid(), user_id: userId, type: 'US_BANK', bank: 'slovak_savings_bank', mode: 'fiat', status: 'active', destination: null,
    description, account_number: `90021004500${index + 1}`, routing_number: ROUTING, bank_name: 'Sandbox Savings Bank', beneficiary: 'Northfield Trading LLC',
    balance: 0, created_ms: atMs, updated_ms: atMs, ...more,
  });
  return [
    account(0, 'Operating', { balance: OPENING_CENTS }),
    account(1, 'Stablecoin payouts', { mode: 'crypto', destination: { currency: 'USDC', network: 'solana', address: SOLANA_ADDRESS } }),
    account(2, 'Reserve', { status: 'pending', account_number: null }),
  ];
}

function openings({ atMs, nextSeq }: KiraSeed, accounts: readonly VirtualAccount[]): KiraLedgerEntry[] {
  return accounts.filter((one) => one.balance > 0).map((one) => ({
    seq: nextSeq(), at: isoMicros(atMs), kind: 'set', virtual_account_id: one.id, amount: one.balance, payout_id: null,
  }));
}

function recipientsOf({ ids, atMs, kept }: KiraSeed, userId: string): Recipient[] {
  return seedRecipients.map((one, index) => ({
    ...one, id: kept?.recipients[index]?.id ?? ids.uuid(), user_id: userId, created_ms: atMs,
  }));
}

function endedTokens({ atMs, kept }: KiraSeed): KiraState['tokens'] {
  return Object.fromEntries(Object.keys(kept?.tokens ?? {}).map((key) => [key, { expires_ms: atMs }]));
}
