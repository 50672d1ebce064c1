import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState, type ReactElement } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import type { AppState } from '../preload/contract/app.ts';
import { followChanges, makeQueryClient } from './api.ts';
import { followLocking, forgetAll } from './flush.ts';
import { followReconnect } from './reconnect.ts';
import { followActivity } from './shell/activity.ts';
import { followLook } from './shell/look.ts';
import { followAppState, useAppState } from './state/app-state.ts';

// What a phase doesn't need isn't loaded: a locked window holds none of the screens' code.
const Inside = lazy(async () => ({ default: (await import('./inside.tsx')).Inside }));
const Broken = lazy(async () => ({ default: (await import('./shell/broken.tsx')).Broken }));
const SetupScreen = lazy(async () => ({ default: (await import('./screens/setup/setup.tsx')).SetupScreen }));
const LockedScreen = lazy(async () => ({ default: (await import('./screens/locked/locked.tsx')).LockedScreen }));

/** The whole app: it follows main's state and shows the one screen that fits the phase. */
export function App(): ReactElement | null {
  const [client] = useState(makeQueryClient);
  const state = useAppState((store) => store.state);
  useEffect(() => {
    const stops = [followAppState(), followChanges(client), followProfile(client), followReconnect(client), followLocking(), followActivity(), followLook()];
    return () => stops.forEach((stop) => stop());
  }, [client]);

  const phase = state?.phase;
  useEffect(() => {
    if (phase !== 'locked') return;
    client.clear();
    forgetAll();
  }, [phase, client]);

  if (!state) return null;
  return (
    <I18nProvider locale={state.preferences.locale}>
      <QueryClientProvider client={client}>
        {/* By its phase, so that the old screens go at once and don't wait, hidden, for the next one's code. */}
        <Suspense key={state.phase} fallback={null}>
          <Phase state={state} />
        </Suspense>
      </QueryClientProvider>
    </I18nProvider>
  );
}

/** Another profile is another world: nothing of the one before may stay on screen until the new answer comes. */
function followProfile(client: QueryClient): () => void {
  return useAppState.subscribe(({ state: now }, { state: before }) => {
    if (now?.profile?.id !== before?.profile?.id) void client.resetQueries({ predicate: ({ queryKey }) => !String(queryKey[0]).startsWith('profiles.') });
  });
}

function Phase({ state }: { readonly state: AppState }): ReactElement | null {
  switch (state.phase) {
    case 'starting': return null;
    case 'broken': return <Broken problem={state.problem} />;
    case 'setup': return <SetupScreen />;
    case 'locked': return <LockedScreen />;
    case 'ready': return <Inside />;
  }
}
