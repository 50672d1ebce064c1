import { z } from 'zod';
import { appError } from '../../../preload/contract/errors.ts';
import type { Money } from '../../../preload/contract/money.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import type { ProviderPayout, Reply } from '../provider.ts';
import { orNull } from '../read-reply.ts';
import { getAccount } from './accounts.ts';
import { rowsIn, type Api, type Endpoint } from './api.ts';
import { pageSize } from './offset-pages.ts';
import { readPayout, takenAmount } from './payout-view.ts';
import { pagesReply, payoutReply, type PayoutReply } from './schemas.ts';
import { parseTime, serverAhead } from './server-time.ts';

const one: Endpoint = {
  method: 'GET', route: '/v1/payouts/{id}', kind: 'read',
  act: { failed: 'The payout was not looked up', doorFix: 'Look at the payout in the Kira dashboard.' },
};
const list: Endpoint = {
  method: 'GET', route: '/v1/payouts', kind: 'read',
  act: { failed: 'The payouts were not listed', doorFix: 'Look for the payout in the Kira dashboard.' },
};

/** Reads a payout by Kira's id; null when Kira says that it doesn't know it (Kira API reference: Get a payout). */
export async function getPayout(api: Api, id: string, clock: () => number): Reply<ProviderPayout | null> {
  const found = await api.ask(one, { params: { id } }, (body, headers) => {
    const reply = payoutReply.safeParse(body).data;
    return reply ? readPayout(reply, headers, clock()) : null;
  });
  if (found.ok && found.value.transactionId.toLowerCase() !== id.toLowerCase()) return fail(otherPayout);
  return orNull(found);
}

const otherPayout = appError('provider-unreadable', 'The payout was not looked up: Kira answered with another one.', { fix: 'Look again; if it stays so, write to Kira support.' });

/** The most pages that one search reads. */
const mostPages = 10;
/** Moments on the wire may have lost their parts of a second. */
const slackMs = 2000;
const dayMs = 86_400_000;

type Row = { readonly payout: ProviderPayout; readonly madeAt: number };
type Page = { readonly rows: readonly (PayoutReply & { readonly ahead: number; readonly headers: Headers })[]; readonly pages: number | null };

/** What payouts are looked for: see `KiraProvider.similar`. */
type Sought = { readonly accountId: string; readonly amount: Money; readonly since: number; readonly isPayee: ((name: string) => boolean) | null };

/** Payouts that may be the one looked for, newest first (Kira API reference: List payouts, which lists by user). A search that can't be ended is an error:
 *  "nothing found" must be true. */
export async function findSimilar(api: Api, sought: Sought, clock: () => number): Reply<readonly ProviderPayout[]> {
  const account = await getAccount(api, sought.accountId);
  if (!account.ok) return account;
  const userId = account.value?.user_id;
  if (!userId) return fail(appError('not-found', 'The payouts were not listed: Kira does not know the account.', { fix: 'Choose the profile that it was made with.' }));
  const found: Row[] = [];
  for (let number = 1; number <= mostPages; number++) {
    const page = await readPage(api, userId, number, sought.since, clock);
    if (!page.ok) return page;
    found.push(...page.value.rows.flatMap((row) => similarRow(row, sought, clock())));
    if (page.value.pages === null ? page.value.rows.length < pageSize : number >= page.value.pages) return ok(newestFirst(found));
  }
  return fail(appError('provider-unreadable', 'The payouts were not listed: there are too many since then to look through.', { fix: 'Look for the payout in the Kira dashboard.' }));
}

function readPage(api: Api, userId: string, number: number, since: number, clock: () => number): Reply<Page> {
  const day = new Date(since - dayMs).toISOString().slice(0, 10);
  return api.ask(list, { query: { user_id: userId, page: String(number), limit: String(pageSize), from_date: day } }, (body, headers) => {
    const rows = z.array(payoutReply).safeParse(rowsIn(body, 'payouts')).data;
    const ahead = serverAhead(headers, clock());
    return rows ? { rows: rows.map((row) => ({ ...row, ahead, headers })), pages: pagesReply.safeParse(body).data?.total_pages ?? null } : null;
  });
}

/** A row that may be the payout looked for. One that doesn't say which account it left or when counts as well: it may be the one. */
function similarRow(row: Page['rows'][number], { accountId, amount, since, isPayee }: Sought, now: number): readonly Row[] {
  const madeAt = (parseTime(row.created_at) ?? Number.POSITIVE_INFINITY) - row.ahead;
  const isHere = row.virtual_account_id === null || row.virtual_account_id.toLowerCase() === accountId.toLowerCase();
  const taken = takenAmount(row);
  const isAlike = isHere && taken?.minor === amount.minor && taken.currency === amount.currency;
  const isToPayee = row.recipient_name !== null && isPayee?.(row.recipient_name) === true;
  return madeAt >= since - slackMs && (isAlike || isToPayee) ? [{ payout: readPayout(row, row.headers, now), madeAt }] : [];
}

function newestFirst(rows: readonly Row[]): readonly ProviderPayout[] {
  return rows.toSorted((a, b) => (a.madeAt === b.madeAt ? 0 : b.madeAt - a.madeAt)).map((row) => row.payout);
}
