/** A page of rows in Laravel's paginator envelope. */
export interface Page<T> {
  readonly data: readonly T[];
  readonly links: object;
  readonly meta: object;
}

/** Cuts the page `number` (from 1) out of `rows`; `path` is the absolute address without its query. */
export function paginate<T>(rows: readonly T[], number: number, size: number, path: string): Page<T> {
  const last = Math.max(1, Math.ceil(rows.length / size));
  const data = rows.slice((number - 1) * size, number * size);
  const link = (page: number): string | null => (page >= 1 && page <= last ? `${path}?page=${page}` : null);
  const from = data.length > 0 ? (number - 1) * size + 1 : null;
  return {
    data,
    links: { first: link(1), last: link(last), prev: link(number - 1), next: link(number + 1) },
    meta: {
      current_page: number, from, last_page: last, path, per_page: size,
      to: from === null ? null : from + data.length - 1, total: rows.length,
    },
  };
}

/** A whole number from a query or body value, at least 1 and at most `most`, else `otherwise`. */
export function pageNumber(value: unknown, otherwise: number, most: number): number {
  const parsed = Number(value);
  return Number.isInteger(parsed) && parsed >= 1 ? Math.min(parsed, most) : otherwise;
}
