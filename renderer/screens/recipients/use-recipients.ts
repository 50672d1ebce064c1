import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Recipient } from '../../../preload/contract/recipients.ts';
import { useAct, useCall, type CallOptions } from '../../api.ts';
import { onForget } from '../../flush.ts';
import { useAppPart } from '../../state/app-state.ts';

/** What was made elsewhere is taken over this seldom by itself, in ms. */
const every = 5 * 60_000;
const lastAsked = new Map<string, number>();
onForget(() => lastAsked.clear());

/** The recipients of the book that match. */
export function useRecipients(query: string, options: CallOptions = {}) {
  return useCall('recipients.list', { query, fresh: false }, options);
}

/** One recipient of the book; also one that only a search has brought here. */
export function useRecipient(id: string | null): { readonly recipient: Recipient | undefined; readonly pending: boolean; readonly error: ReturnType<typeof useRecipients>['error'] } {
  const client = useQueryClient();
  const list = useRecipients('', { enabled: id !== null });
  const searched = () => client.getQueriesData<readonly Recipient[]>({ queryKey: ['recipients.list'] }).flatMap(([, found]) => found ?? []).find((one) => one.id === id);
  return { recipient: list.data?.find((one) => one.id === id) ?? searched(), pending: list.isPending, error: list.error };
}

/** Takes over from Kira what was made elsewhere: when asked, and now and then when the book is opened. */
export function useTakeOver() {
  const fresh = useAct('recipients.list');
  const profile = useAppPart((state) => state.profile?.id ?? '');
  const online = useAppPart((state) => state.connection.online);
  const { mutate } = fresh;
  useEffect(() => {
    if (!online || Date.now() - (lastAsked.get(profile) ?? 0) < every) return;
    lastAsked.set(profile, Date.now());
    mutate({ query: '', fresh: true });
  }, [online, profile, mutate]);
  return { busy: fresh.isPending, error: fresh.error, run: () => mutate({ query: '', fresh: true }) };
}
