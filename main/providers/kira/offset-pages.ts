import { appError } from '../../../preload/contract/errors.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import type { Reply } from '../provider.ts';
import type { Api, Endpoint } from './api.ts';
import { paginationReply } from './schemas.ts';

/** The most rows of a page: one more makes the server fail (Kira guide: Pagination). */
export const pageSize = 100;
const mostPages = 100;
const mostRows = pageSize * mostPages;

type Page<T> = { readonly rows: readonly T[]; readonly total: number | null; readonly more: boolean | null };

/** Reads a list that is counted by offset to its end; `read` takes the rows out of one page. A list that doesn't end is an error: a part of it
 *  would pass for the whole. */
export async function readAllPages<T>(api: Api, endpoint: Endpoint, query: Readonly<Record<string, string>>, read: (body: unknown) => readonly T[] | null): Reply<readonly T[]> {
  const all: T[] = [];
  for (let number = 0; number < mostPages; number++) {
    const page = await api.ask(endpoint, { query: { ...query, limit: String(pageSize), offset: String(all.length) } }, (body) => pageOf(body, read));
    if (!page.ok) return page;
    if (page.value.rows.length > mostRows) break;
    all.push(...page.value.rows);
    if (isLast(page.value, all.length)) return ok(all);
  }
  return fail(appError('provider-unreadable', `${endpoint.act.failed}: the list does not end.`, { fix: 'Write to Kira support.' }));
}

function pageOf<T>(body: unknown, read: (body: unknown) => readonly T[] | null): Page<T> | null {
  const rows = read(body);
  const told = paginationReply.safeParse(body).data?.pagination;
  return rows && { rows, total: told?.total ?? null, more: told?.has_more ?? null };
}

function isLast({ rows, total, more }: Page<unknown>, soFar: number): boolean {
  if (rows.length === 0) return true;
  if (more !== null) return !more;
  return total === null ? rows.length < pageSize : soFar >= total;
}
