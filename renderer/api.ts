import {
  QueryClient, keepPreviousData, useMutation, useQuery, type UseMutationResult, type UseQueryResult,
} from '@tanstack/react-query';
import type { EventPayloads, Reply, Request, Topic } from '../preload/contract/api.ts';
import type { Channel } from '../preload/contract/channels.ts';
import { call, type CallError } from './call.ts';

/** One cache for what main owns. Main is always there, so the network's state never pauses a call. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', retry: false, refetchOnWindowFocus: false, refetchOnReconnect: false },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** What a screen may set for one call. `keep` shows the previous answer while the next is on its way (searches, tabs). */
export type CallOptions = {
  readonly enabled?: boolean;
  readonly staleTime?: number;
  readonly keep?: boolean;
  readonly every?: number | false;
};

/** The answer to a request, asked again when its topic changes: `useCall('payouts.get', { id })`. `error` is an AppError. */
export function useCall<C extends Channel>(channel: C, request: Request<C>, options: CallOptions = {}): UseQueryResult<Reply<C>, CallError> {
  const { enabled = true, staleTime = 0, keep = false, every = false } = options;
  return useQuery<Reply<C>, CallError>({
    queryKey: [channel, request],
    queryFn: () => call(channel, request),
    enabled, staleTime, refetchInterval: every,
    ...(keep ? { placeholderData: keepPreviousData } : {}),
  });
}

/** Something to do: `const send = useAct('payouts.send'); send.mutate(request)`. What it changes is asked again by the `changed` event. */
export function useAct<C extends Channel>(channel: C): UseMutationResult<Reply<C>, CallError, Request<C>> {
  return useMutation<Reply<C>, CallError, Request<C>>({ mutationKey: [channel], mutationFn: (request) => call(channel, request) });
}

const topicsOfGroup: Readonly<Record<string, readonly Topic[]>> = {
  audit: ['audit'], backup: ['backup'],
  away: ['away'],
  customers: ['customers'], documents: ['customers'], captures: ['captures'], payouts: ['payouts', 'wallets', 'customers', 'accounts', 'recipients', 'limits'], limits: ['limits', 'payouts'], wallets: ['wallets', 'payouts'],
  accounts: ['accounts'], recipients: ['recipients', 'payouts'], practice: ['payouts', 'accounts'], banks: ['banks'], payees: ['payees', 'payouts'], profiles: ['profiles'],
  repairs: ['repairs', 'payouts', 'wallets', 'accounts'], today: ['customers', 'payouts', 'repairs', 'wallets', 'accounts', 'profiles'], search: ['customers', 'payouts', 'payees', 'recipients', 'profiles'],
};

/** Questions about one payout whose answer every other payout may change. */
const amongAll: ReadonlySet<string> = new Set<Channel>(['payouts.radar', 'payouts.limits']);

/** Tells whether the answer to a request may differ after a change. Another profile is another world: everything may. */
export function touches(change: EventPayloads['changed'], channel: string, request: unknown): boolean {
  if (change.topics.includes('profiles')) return true;
  const own = topicsOfGroup[channel.split('.')[0] ?? ''] ?? [];
  if (!change.topics.some((topic) => own.includes(topic))) return false;
  // An id narrows a change to one record, but only for that record's own questions.
  const primary = own[0];
  const asked = (request as { readonly id?: unknown } | null)?.id;
  const narrowed = change.id !== null && typeof asked === 'string' && change.topics.length === 1 && change.topics[0] === primary && !amongAll.has(channel);
  return !narrowed || asked === change.id;
}

/** Asks again whatever a `changed` event touches, for as long as the app runs; gives the way to stop. */
export function followChanges(client: QueryClient): () => void {
  return window.bursar.on.changed((change) => {
    void client.invalidateQueries({ predicate: ({ queryKey }) => touches(change, String(queryKey[0]), queryKey[1]) });
  });
}
