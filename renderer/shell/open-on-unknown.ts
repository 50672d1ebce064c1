import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useAppPart } from '../state/app-state.ts';

/** Opens a profile on the payouts whose outcome isn't known, once an opening; somebody who is already elsewhere than on Today stays there. */
export function useOpenOnUnknown(): void {
  const router = useRouter();
  const profile = useAppPart((state) => state.profile?.id ?? null);
  const some = useAppPart((state) => state.unknownAtOpening > 0);
  const shownFor = useRef<string | null>(null);
  useEffect(() => {
    if (!some) shownFor.current = null;
    if (!some || shownFor.current === profile) return;
    shownFor.current = profile;
    if (atHome(router.state.location.pathname)) void router.navigate({ to: '/unknown', replace: true });
  }, [router, profile, some]);
}

function atHome(path: string): boolean {
  return path === '/' || path === '/today';
}
