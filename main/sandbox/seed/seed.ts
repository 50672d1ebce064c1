import type { Ids } from '../ids.ts';
import type { KiraProfile } from '../kira/model.ts';
import { seedKira } from '../kira/seed.ts';
import { post } from '../ledger.ts';
import type { Business, Customer, FieldValue, Settings, State } from '../model.ts';
import type { CredentialSeed } from '../options.ts';
import { walletCurrencies } from './currencies.ts';
import { nextSequence } from '../world.ts';
import { seedRates } from './rates.ts';
import { allScopes } from './scopes.ts';

// Opening balances in minor units.
const openings: Readonly<Record<string, number>> = {
  NGN: 25_000_000_00, USD: 48_250_75, GBP: 19_400_00, EUR: 22_310_40, CAD: 15_875_25,
};

/** How the sandbox behaves before any control: reviews take 90 s and payouts 45 s. */
function seedSettings(strictUploads: boolean): Settings {
  return {
    automatic: 'decide', verification_seconds: 90, payout_seconds: 45, token_seconds: 900, rate_limit: 100,
    payouts_finish: true, strict_uploads: strictUploads, empty_upload_headers: false,
    allow_minimal: false,
  };
}

/** A fresh world: two businesses, their wallets and customers, and the rates; and Kira's tenant. */
export function seedState(ids: Ids, atMs: number, strictUploads: boolean, fixed: CredentialSeed, profile: KiraProfile = 'G1'): State {
  const state: Omit<State, 'kira'> = {
    version: 1, clock_offset_ms: 0, sequence: 0, upload_key: ids.secret(32), settings: seedSettings(strictUploads),
    businesses: [business(ids, 'Harbour & Pine Imports', fixed), business(ids, 'Tamarind Works', {})],
    customers: [], files: {}, wallets: [], rates: seedRates(ids, atMs), transactions: [], virtual_accounts: [],
    webhooks: [], deliveries: [], ledger: [], tasks: [], tokens: {},
  };
  state.businesses.forEach((owner, index) => {
    addWallets(state, ids, atMs, owner.id, index === 0 ? fixed.wallet_id : undefined);
    state.customers.push(...people(ids, atMs, owner.id, index));
  });
  return { ...state, kira: seedKira({ ids, atMs, profile, nextSeq: () => nextSequence(state) }) };
}

function business(ids: Ids, name: string, fixed: CredentialSeed): Business {
  return {
    id: ids.uuid(),
    name,
    client_id: fixed.client_id ?? ids.uuid(),
    client_secret: fixed.client_secret ?? ids.secret(30),
    api_key: fixed.api_key ?? `sandbox_${ids.secret(24)}`,
    scopes: allScopes,
    edd: false,
  };
}

function addWallets(state: Omit<State, 'kira'>, ids: Ids, atMs: number, businessId: string, nairaWallet: string | undefined): void {
  for (const currency of walletCurrencies) {
    const id = (currency === 'NGN' ? nairaWallet : undefined) ?? ids.uuid();
    const wallet = { id, business_id: businessId, currency, balance: 0 };
    state.wallets.push(wallet);
    post(state, atMs, 'topup', wallet, openings[currency] ?? 0, null);
  }
}

function people(ids: Ids, atMs: number, businessId: string, index: number): Customer[] {
  const person = (status: Customer['status'], fields: Record<string, FieldValue>): Customer => ({
    id: ids.uuid(), business_id: businessId, type: 'individual', fields, kyb_scope: null, status, comment: null,
    edd: false, files: {}, owners: [], documents: [], created_ms: atMs, updated_ms: atMs,
  });
  if (index > 0) {
    return [person('VERIFIED', {
      first_name: 'Kwame', last_name: 'Asante', email: 'kwame.asante@example.test', country: 'GH',
      id_type: 'passport', id_number: 'G40011223',
    })];
  }
  return [
    person('VERIFIED', {
      first_name: 'Adaeze', last_name: 'Nwosu', email: 'adaeze.nwosu@example.test', country: 'NG', id_type: 'passport',
      id_number: 'B50112233', dob: '1990-03-14', street: '8 Marina Road', city: 'Lagos', state: 'LA',
      zip_code: '101001', id_expiry_date: '2031-06-30',
    }),
    person('PENDING', {
      first_name: 'Tunde', last_name: 'Bakare', email: 'tunde.bakare@example.test', country: 'NG',
      id_type: 'drivers_license', id_number: 'LAG-77120-AA',
    }),
  ];
}
