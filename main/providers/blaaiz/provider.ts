import type { AppError } from '../../../preload/contract/errors.ts';
import { ok, type Result } from '../../../preload/contract/result.ts';
import { createHttp } from '../http.ts';
import type { Http, HttpDeps } from '../http-types.ts';
import type { BlaaizProvider as BlaaizAccount, CustomerProvider, PayoutProvider, PriceQuestion, Reply } from '../provider.ts';
import { after, sleep } from '../timing.ts';
import { createApi, type Api } from './api.ts';
import { listBanks, listOperators, lookupAccount } from './banks.ts';
import { listBeneficiaries, type Beneficiary } from './beneficiaries.ts';
import { composePayout } from './compose.ts';
import { testConnection } from './connection-test.ts';
import { createCurrencyDirectory, type CurrencyDirectory } from './currencies.ts';
import { createCustomer, findTwins, getCustomer, readIdLabel, updateCustomer } from './customers.ts';
import { readPrice } from './fees.ts';
import { attachFiles, presignUpload } from './files.ts';
import { createTokens, type Credentials, type Tokens } from './oauth.ts';
import { sendPayout } from './payouts.ts';
import { listRates, type Rate } from './rates.ts';
import { findByMerchantReference, getTransaction, listTransactions, type TransactionFilter, type TransactionPage } from './transactions.ts';
import { uploadFile } from './upload.ts';
import { listWallets } from './wallets.ts';

/** What a Blaaiz profile is made from: its address, its keys on demand, its scopes, and the host's fetch, clock and reports. */
export type BlaaizOptions = Omit<HttpDeps, 'sleep' | 'after'> & Partial<Pick<HttpDeps, 'sleep' | 'after'>> & {
  readonly baseUrl: string;
  readonly credentials: () => Promise<Result<Credentials, AppError>>;
  readonly scopes: readonly string[];
};

/** A Blaaiz profile: the common port, and the reads that only Blaaiz has. */
export interface BlaaizProvider extends BlaaizAccount {
  rates(search: string): Reply<readonly Rate[]>;
  transactions(filter: TransactionFilter, page: number): Reply<TransactionPage>;
  beneficiaries(remoteId: string): Reply<readonly Beneficiary[]>;
}

/** Everything the parts of a profile share. */
type Parts = {
  readonly http: Http; readonly api: Api; readonly tokens: Tokens; readonly directory: CurrencyDirectory; readonly baseUrl: string; readonly clock: () => number;
};

/** Makes a Blaaiz profile's provider (Blaaiz Platform API). Nothing leaves before the first call. */
export function createBlaaizProvider(options: BlaaizOptions): BlaaizProvider {
  const { clock, credentials, scopes } = options;
  const baseUrl = options.baseUrl.replace(/\/+$/, '');
  const http = createHttp({ sleep, after, ...options });
  const tokens = createTokens({ http, baseUrl, credentials, scopes, clock });
  const api = createApi({ http, baseUrl, tokens, clock });
  const parts: Parts = { http, api, tokens, baseUrl, clock, directory: createCurrencyDirectory(api) };
  return {
    id: 'blaaiz',
    customers: customerPart(parts),
    payouts: payoutPart(parts),
    test: () => testConnection({ http, baseUrl, tokens, scopes, clock }),
    close: () => { http.close(); },
    rates: (search) => listRates(api, search),
    transactions: (filter, page) => listTransactions(api, filter, page),
    beneficiaries: (remoteId) => listBeneficiaries(api, remoteId),
  };
}

function customerPart({ api, http, baseUrl }: Parts): CustomerProvider {
  return {
    create: (fields) => createCustomer(api, fields),
    get: (remoteId) => getCustomer(api, remoteId),
    findTwins: (match) => findTwins(api, match),
    update: (remoteId, fields) => updateCustomer(api, remoteId, fields),
    idLabel: (country) => readIdLabel(api, country),
    presign: (remoteId, slot) => presignUpload(api, remoteId, slot),
    upload: (target, body, onSent, signal) => uploadFile({ http, baseUrl }, target, body, onSent, signal),
    attach: (remoteId, files) => attachFiles(api, remoteId, files),
  };
}

function payoutPart(parts: Parts): PayoutProvider {
  const { api, directory, clock } = parts;
  return {
    wallets: () => listWallets(api, clock),
    banks: (currency) => listBanks(api, currency),
    operators: (currency) => listOperators(api, directory, currency),
    lookupAccount: (bankId, accountNumber) => lookupAccount(api, bankId, accountNumber),
    price: (question) => priceWithIds(parts, question),
    compose: (order) => composePayout(order, directory.rows(order.to, order.details.country)[0] ?? null),
    warmUp: () => warmUp(parts),
    send: (body) => sendPayout(api, body, clock),
    find: (merchantReference) => findByMerchantReference(api, merchantReference),
    status: (transactionId) => getTransaction(api, transactionId),
  };
}

/** Mobile money is priced and sent with the provider's currency ids, so the list is fetched before the first price. */
async function priceWithIds({ api, directory, clock }: Parts, question: PriceQuestion): ReturnType<PayoutProvider['price']> {
  if (question.method !== 'mobile_money') return readPrice(api, question, question.to, clock);
  const loaded = await directory.load();
  return loaded.ok ? readPrice(api, question, currencyId(directory, question), clock) : loaded;
}

function currencyId(directory: CurrencyDirectory, { to, country }: PriceQuestion): string {
  return directory.rows(to, country)[0]?.id ?? to;
}

/** The token, and once a session the currency ids: a payout that was queued before a restart is composed without a new price. */
async function warmUp({ tokens, directory }: Parts): Reply<void> {
  const token = await tokens.get();
  if (!token.ok) return token;
  await directory.prepare();
  return ok(undefined);
}
