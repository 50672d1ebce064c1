import { Outlet, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, type ReactElement } from 'react';
import { ask } from '../call.ts';
import { names } from '../components/names.ts';
import { listenToKeys, useKey } from '../keys.ts';
import { useAppState } from '../state/app-state.ts';
import { setUi, useUi } from '../state/ui.ts';
import css from './frame.module.css';
import { followRegions } from './regions.ts';
import { SideBar } from './side-bar.tsx';
import { TitleBar } from './title-bar.tsx';
import { Toasts } from './toasts.tsx';

const c = names(css);
const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }));
const KeysSheet = lazy(async () => ({ default: (await import('./keys-sheet.tsx')).KeysSheet }));

/** What stands around every screen: title bar, sidebar, and what can open over the page. */
export function Frame(): ReactElement {
  const palette = useUi((ui) => ui.palette);
  const keysSheet = useUi((ui) => ui.keysSheet);
  useEffect(() => {
    const mac = useAppState.getState().state?.platform === 'darwin';
    const stops = [listenToKeys(mac, () => useAppState.getState().state?.preferences.singleKeys ?? true), followRegions()];
    return () => stops.forEach((stop) => stop());
  }, []);
  return (
    <div className={c('frame')}>
      <TitleBar />
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
      </Suspense>
    </div>
  );
}

/** The keys that work on every screen. */
function AppKeys(): null {
  const go = useNavigate();
  useKey('palette', () => setUi({ palette: true }));
  useKey('keys', () => setUi({ keysSheet: true }));
  useKey('lock', () => void ask('vault.lock', { reason: 'shortcut' }));
  useKey('settings', () => void go({ to: '/settings/general' }));
  useKey('new-payout', () => void go({ to: '/payouts/new' }));
  useKey('new-customer', () => void go({ to: '/customers/new' }));
  useKey('go-today', () => void go({ to: '/today' }));
  useKey('go-customers', () => void go({ to: '/customers' }));
  useKey('go-payouts', () => void go({ to: '/payouts' }));
  return null;
}
