import { Outlet, useNavigate, useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, type ReactElement } from 'react';
import { ask } from '../call.ts';
import { names } from '../components/names.ts';
import { listenToKeys, useKey } from '../keys.ts';
import { useAppPart, useAppState } from '../state/app-state.ts';
import { setUi, useUi } from '../state/ui.ts';
import { AuditAlarm } from './audit-alarm.tsx';
import { ClipboardAlarm } from './clipboard-alarm.tsx';
import css from './frame.module.css';
import { useOpenOnUnknown } from './open-on-unknown.ts';
import { followRegions } from './regions.ts';
import { SideBar } from './side-bar.tsx';
import { useSwitching } from './switch-profile.ts';
import { TitleBar } from './title-bar.tsx';
import { Toasts } from './toasts.tsx';

const c = names(css);
const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }));
const GoLive = lazy(async () => ({ default: (await import('./go-live.tsx')).GoLive }));
const KeysSheet = lazy(async () => ({ default: (await import('./keys-sheet.tsx')).KeysSheet }));

/** What stands around every screen: title bar, sidebar, and what can open over the page. */
export function Frame(): ReactElement {
  const palette = useUi((ui) => ui.palette);
  const keysSheet = useUi((ui) => ui.keysSheet);
  const switching = useSwitching((state) => state.asked !== null || state.error !== null);
  useProviderGuard();
  useOpenOnUnknown();
  useEffect(() => {
    const mac = useAppState.getState().state?.platform === 'darwin';
    const stops = [listenToKeys(mac, () => useAppState.getState().state?.preferences.singleKeys ?? true), followRegions()];
    return () => stops.forEach((stop) => stop());
  }, []);
  return (
    <div className={c('frame')}>
      <TitleBar />
      <ClipboardAlarm />
      <AuditAlarm />
      <div className={c('body')}>
        <SideBar />
        <main className={c('page')} data-region="page" tabIndex={-1}>
          <Suspense fallback={null}><Outlet /></Suspense>
        </main>
      </div>
      <Toasts />
      <AppKeys />
      <Suspense fallback={null}>
        {palette ? <Palette /> : null}
        {keysSheet ? <KeysSheet /> : null}
        {switching ? <GoLive /> : null}
      </Suspense>
    </div>
  );
}

/** When a profile of another provider comes, by whatever way, a screen that it doesn't have is left. */
function useProviderGuard(): void {
  const router = useRouter();
  const provider = useAppPart((state) => state.profile?.provider ?? null);
  const seen = useRef(provider);
  useEffect(() => {
    if (seen.current === provider) return;
    seen.current = provider;
    void router.invalidate();
  }, [router, provider]);
}

/** The keys that work on every screen; a screen that only one provider has is out of reach from the other's profiles. */
function AppKeys(): null {
  const go = useNavigate();
  const provider = useAppPart((state) => state.profile?.provider ?? null);
  const [blaaiz, kira] = [provider === 'blaaiz', provider === 'kira'];
  useKey('palette', () => setUi({ palette: true }));
  useKey('keys', () => setUi({ keysSheet: true }));
  useKey('lock', () => void ask('vault.lock', { reason: 'shortcut' }));
  useKey('settings', () => void go({ to: '/settings/general' }));
  useKey('new-payout', () => void go({ to: '/payouts/new' }));
  useKey('new-customer', () => void go({ to: '/customers/new' }), blaaiz);
  useKey('new-recipient', () => void go({ to: '/recipients/new' }), kira);
  useKey('go-today', () => void go({ to: '/today' }));
  useKey('go-customers', () => void go({ to: '/customers' }), blaaiz);
  useKey('go-payouts', () => void go({ to: '/payouts' }));
  useKey('go-repairs', () => void go({ to: '/repairs' }));
  useKey('go-deposits', () => void go({ to: '/deposits' }), kira);
  useKey('go-recipients', () => void go({ to: '/recipients' }), kira);
  useKey('go-accounts', () => void go({ to: '/accounts' }), kira);
  return null;
}
