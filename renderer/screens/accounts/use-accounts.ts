import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { VirtualAccount } from '../../../preload/contract/accounts.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import { useAct, useCall } from '../../api.ts';
import { useAppPart } from '../../state/app-state.ts';

/** The virtual accounts as last read: null while that isn't known; `readAt` null when they were never read. */
export type Accounts = {
  readonly accounts: readonly VirtualAccount[] | null;
  readonly readAt: number | null;
  readonly busy: boolean;
  readonly error: AppError | null;
  /** Asks Kira now; what is kept stays when that fails. */
  readonly read: () => void;
};

/** Gives the accounts that are kept, and asks Kira once when none were ever read and there is a line. */
export function useAccounts(): Accounts {
  const client = useQueryClient();
  const online = useAppPart((state) => state.connection.online);
  const kept = useCall('accounts.list', { fresh: false });
  const fresh = useAct('accounts.list');
  const asked = useRef(false);
  const read = () => fresh.mutate({ fresh: true }, { onSuccess: (answer) => client.setQueryData(['accounts.list', { fresh: false }], answer) });
  const never = kept.data !== undefined && kept.data.readAt === null;
  useEffect(() => {
    if (!never || !online || asked.current) return;
    asked.current = true;
    read();
  });
  return { accounts: kept.data?.accounts ?? null, readAt: kept.data?.readAt ?? null, busy: fresh.isPending, error: fresh.error ?? kept.error, read };
}
