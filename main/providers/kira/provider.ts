import type { AppError } from '../../../preload/contract/errors.ts';
import { ok, type Result } from '../../../preload/contract/result.ts';
import { createHttp } from '../http.ts';
import type { HttpDeps } from '../http-types.ts';
import type { KiraAccountProvider, KiraProvider, Reply } from '../provider.ts';
import { after, sleep } from '../timing.ts';
import { listAccounts } from './accounts.ts';
import { createAllowance } from './allowance.ts';
import { createApi, type Api, type ApiVersion } from './api.ts';
import { createTokens, type Credentials, type Tokens } from './auth.ts';
import { sendCode } from './codes.ts';
import { composePayout } from './compose.ts';
import { testConnection } from './connection-test.ts';
import { listDeposits } from './deposits.ts';
import { createPacedHttp } from './pace.ts';
import { findSimilar, getPayout } from './payout-reads.ts';
import { readPrice } from './price.ts';
import { composeRecipient } from './recipient-body.ts';
import { createRecipient, listRecipients } from './recipients.ts';
import { sendPayout } from './send.ts';

/** What a Kira profile is made from: its address, kept with its keys and never derived; its keys on demand; the API version to ask for; and
 *  the host's fetch, clock and reports. */
export type KiraOptions = Omit<HttpDeps, 'sleep' | 'after'> & Partial<Pick<HttpDeps, 'sleep' | 'after'>> & {
  readonly baseUrl: string;
  readonly credentials: () => Promise<Result<Credentials, AppError>>;
  readonly apiVersion: ApiVersion;
};

/** Everything the parts of a profile share. */
type Parts = { readonly api: Api; readonly tokens: Tokens; readonly clock: () => number; readonly apiVersion: ApiVersion };

/** Makes a Kira profile's provider (Kira guide: Payouts). Nothing leaves before the first call. */
export function createKiraProvider(options: KiraOptions): KiraAccountProvider {
  const { clock, credentials, apiVersion } = options;
  const baseUrl = options.baseUrl.replace(/\/+$/, '');
  const deps: HttpDeps = { sleep, after, ...options };
  const http = createPacedHttp(createHttp(deps, createAllowance(clock, options.random, options.onBudget)), deps);
  const tokens = createTokens({ http, baseUrl, credentials, clock });
  const api = createApi({ http, baseUrl, apiVersion, tokens, clock });
  return {
    id: 'kira',
    kira: kiraPart({ api, tokens, clock, apiVersion }),
    test: () => testConnection({ http, baseUrl, apiVersion, tokens, clock }),
    close: () => { http.close(); },
  };
}

function kiraPart({ api, tokens, clock, apiVersion }: Parts): KiraProvider {
  return {
    accounts: () => listAccounts(api, clock),
    deposits: (accountId) => listDeposits(api, accountId),
    recipients: (userIds) => listRecipients(api, userIds),
    composeRecipient,
    createRecipient: (key, body) => createRecipient(api, key, body, clock),
    sendCode: () => askForCode(api, tokens, clock),
    price: (question) => readPrice(api, question, apiVersion, clock),
    compose: composePayout,
    warmUp: () => warmUp(tokens),
    send: (sending) => sendPayout(api, sending, clock),
    similar: (accountId, amount, since, isPayee) => findSimilar(api, { accountId, amount, since, isPayee: isPayee ?? null }, clock),
    status: (payoutId) => getPayout(api, payoutId, clock),
  };
}

/** Codes are asked for in the tenant's own name, which came with the token. */
async function askForCode(api: Api, tokens: Tokens, clock: () => number): ReturnType<KiraProvider['sendCode']> {
  const grant = await tokens.get();
  return grant.ok ? sendCode(api, grant.value.clientId, clock) : grant;
}

async function warmUp(tokens: Tokens): Reply<void> {
  const grant = await tokens.getLasting();
  return grant.ok ? ok(undefined) : grant;
}
