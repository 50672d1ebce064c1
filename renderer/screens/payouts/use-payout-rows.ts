import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { PayoutRow, PayoutView } from '../../../preload/contract/payouts.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import { touches } from '../../api.ts';
import { ask } from '../../call.ts';
import type { RowSource } from '../../components/table-items.ts';
import { widestOf, type Widest } from './payout-columns.tsx';
import { makePagedRows, type PagedRows } from '../../state/paged-rows.ts';

/** The rows of a tab and search, as far as they are here; `total` comes from the counts. */
export type PayoutRows = {
  readonly source: (from: number, to: number) => RowSource<PayoutRow>;
  readonly paged: PagedRows<PayoutRow>;
  /** A row that is here, by its id. */
  readonly find: (id: string) => PayoutRow | undefined;
  readonly widest: Widest;
  /** How many rows are here, and how many of them need a person. */
  readonly here: number;
  readonly needsPerson: number;
  readonly loaded: boolean;
  readonly problem: AppError | null;
};

/** Reads the rows of a tab and search by pages of 500, only those around the eye, and again when payouts change. */
export function usePayoutRows(view: PayoutView, query: string): PayoutRows {
  const paged = useMemo(() => makePagedRows<PayoutRow>((cursor, limit) => ask('payouts.list', { view, query, cursor, limit })), [view, query]);
  useEffect(() => {
    paged.need(0, 0);
    return paged.stop;
  }, [paged]);
  useEffect(() => window.bursar.on.changed((change) => {
    if (touches(change, 'payouts.list', {})) paged.refresh();
  }), [paged]);
  // The rows of the search before stay until those of the next are here.
  const [shown, setShown] = useState(paged);
  const ready = useStore(paged.store, (state) => state.loaded || state.problem !== null);
  if (ready && shown !== paged) setShown(paged);
  const state = useStore(shown.store);
  const here = useMemo(() => [...state.pages.values()].flat(), [state.pages]);
  const widest = useMemo(() => widestOf(here), [here]);
  return {
    find: (id) => here.find((row) => row.id === id), paged: shown, widest, here: here.length, needsPerson: here.filter((row) => row.needsPerson).length, loaded: state.loaded, problem: state.problem,
    source: (from, to) => ({ length: Math.max(0, to - from), at: (position) => shown.rowAt(from + position) }),
  };
}
