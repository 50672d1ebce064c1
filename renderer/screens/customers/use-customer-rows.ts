import { useInfiniteQuery } from '@tanstack/react-query';
import type { CustomerRow } from '../../../preload/contract/customers.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import { useCall } from '../../api.ts';
import { call } from '../../call.ts';
import { customerViews, type CustomerView } from './customer-views.ts';

/** Rows read at a time: more than a table keeps in the page at once, so that the next page waits until it comes into sight. */
const pageRows = 300;

/** The rows of a tab for a search, read page by page. */
export type CustomerRows = {
  readonly rows: readonly CustomerRow[];
  readonly total: number;
  readonly ready: boolean;
  readonly error: AppError | null;
  readonly more: () => void;
};

/** Reads the customers of a tab that match, and again when customers change; the previous rows stay while the next come. */
export function useCustomerRows(view: CustomerView, query: string): CustomerRows {
  const request = { query, states: [...customerViews[view]] };
  const pages = useInfiniteQuery({
    queryKey: ['customers.list', { ...request, paged: true }],
    queryFn: ({ pageParam }) => call('customers.list', { ...request, cursor: pageParam, limit: pageRows }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: (before) => before,
  });
  const all = pages.data?.pages ?? [];
  return {
    rows: all.flatMap((page) => page.rows), total: all.at(-1)?.total ?? 0, ready: pages.data !== undefined, error: pages.error as AppError | null,
    more: () => { if (pages.hasNextPage && !pages.isFetching) void pages.fetchNextPage(); },
  };
}

/** How many match a search in a tab; null while that is not known. */
export function useCustomerCount(view: CustomerView, query: string): number | null {
  const { data } = useCall('customers.list', { query, states: [...customerViews[view]], cursor: null, limit: 1 }, { keep: true });
  return data?.total ?? null;
}
