import { useNavigate } from '@tanstack/react-router';
import { Check, ChevronDown, FlaskConical, Landmark, Plus, Settings } from 'lucide-react';
import { lazy, Suspense, useState, type ReactElement } from 'react';
import { Button } from 'react-aria-components/Button';
import type { Profile } from '../../preload/contract/app.ts';
import { useAct, useCall } from '../api.ts';
import { Menu, type MenuEntry } from '../components/menu.tsx';
import { names } from '../components/names.ts';
import { useApp } from '../state/app-state.ts';
import { t } from '../text.ts';
import { EnvChip } from './env-chip.tsx';
import css from './profile-chip.module.css';

const c = names(css);
const GoLive = lazy(async () => ({ default: (await import('./go-live.tsx')).GoLive }));

/** The environment and profile that everything on screen belongs to; opens the list of profiles. */
export function ProfileChip(): ReactElement | null {
  const { profile } = useApp();
  const go = useNavigate();
  const list = useCall('profiles.list', {});
  const choose = useAct('profiles.choose');
  const sandbox = useAct('profiles.useSandbox');
  const [asked, setAsked] = useState<Profile | null>(null);
  const profiles = list.data ?? [];

  const pick = (one: Profile) => {
    if (one.id === profile?.id) return;
    if (one.env === 'live') setAsked(one);
    else choose.mutate({ id: one.id }, { onSuccess: () => void go({ to: '/today' }) });
  };
  const known: MenuEntry[] = profiles.map((one) => ({
    id: one.id, label: one.name, icon: one.id === profile?.id ? Check : one.env === 'live' ? Landmark : FlaskConical,
    detail: one.env === 'live' ? t('LIVE') : t('SANDBOX'), onAction: () => pick(one),
  }));
  const more: MenuEntry[] = [
    { id: 'add', label: t('Connect a Blaaiz account'), icon: Plus, onAction: () => void go({ to: '/settings/profiles/new' }) },
    { id: 'profiles', label: t('Profiles and keys'), icon: Settings, onAction: () => void go({ to: '/settings/profiles' }) },
  ];
  if (!profiles.some((one) => one.builtIn)) {
    more.unshift({ id: 'sandbox', label: t('Try the sandbox'), icon: FlaskConical, onAction: () => sandbox.mutate({}, { onSuccess: () => void go({ to: '/today' }) }) });
  }
  const trigger = (
    <Button className={c('chip')} aria-label={chipWords(profile)}>
      {profile ? <EnvChip env={profile.env} /> : null}{' '}
      <span className={c('name')}>{profile?.name ?? t('No profile')}</span>
      <ChevronDown size={14} strokeWidth={2} aria-hidden />
    </Button>
  );
  return (
    <>
      <Menu label={t('Profiles')} trigger={trigger} parts={[{ id: 'known', title: t('Profiles'), entries: known }, { id: 'more', entries: more }].filter((part) => part.entries.length > 0)} />
      {asked ? <Suspense fallback={null}><GoLive profile={asked} onClose={() => setAsked(null)} /></Suspense> : null}
    </>
  );
}

/** Begins with what is shown, so that it can be pressed by saying it. */
function chipWords(profile: Profile | null): string {
  if (!profile) return t('No profile. Choose one');
  return profile.env === 'live' ? t('Live {name}, change the profile', { name: profile.name }) : t('Sandbox {name}, change the profile', { name: profile.name });
}
