import { useNavigate } from '@tanstack/react-router';
import { Check, ChevronDown, FlaskConical, Landmark, Plus, Settings } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from 'react-aria-components/Button';
import type { Profile } from '../../preload/contract/app.ts';
import { providerIds, providerNames } from '../../preload/contract/provider.ts';
import { useCall } from '../api.ts';
import { Menu, type MenuEntry, type MenuPart } from '../components/menu.tsx';
import { names } from '../components/names.ts';
import { useApp } from '../state/app-state.ts';
import { t } from '../text.ts';
import { EnvChip } from './env-chip.tsx';
import css from './profile-chip.module.css';
import { practiceWords } from './profile-words.ts';
import { useSwitchProfile } from './switch-profile.ts';

const c = names(css);

/** The environment, provider and profile that everything on screen belongs to; opens the list of profiles. */
export function ProfileChip(): ReactElement {
  const { profile } = useApp();
  const trigger = (
    <Button className={c('chip')} aria-label={chipWords(profile)}>
      {profile ? <EnvChip env={profile.env} /> : null}{' '}
      {profile && !saysProvider(profile) ? <span className={c('provider')}>{providerNames[profile.provider]}</span> : null}{' '}
      <span className={c('name')}>{profile?.name ?? t('No profile')}</span>
      <ChevronDown size={14} strokeWidth={2} aria-hidden />
    </Button>
  );
  return <Menu label={t('Profiles')} trigger={trigger} parts={useParts(profile)} />;
}

/** The profiles by provider, the practice profiles that aren't there yet, and the way to all of them. */
function useParts(chosen: Profile | null): readonly MenuPart[] {
  const go = useNavigate();
  const list = useCall('profiles.list', {});
  const { pick, practise } = useSwitchProfile();
  const profiles = list.data ?? [];
  const known = providerIds.map((provider): MenuPart => ({
    id: provider, title: providerNames[provider],
    entries: profiles.filter((one) => one.provider === provider).map((one) => ({
      id: one.id, label: one.name, icon: one.id === chosen?.id ? Check : one.env === 'live' ? Landmark : FlaskConical,
      detail: <EnvChip env={one.env} />, onAction: () => pick(one),
    })),
  }));
  const practice: readonly MenuEntry[] = providerIds.filter((provider) => !profiles.some((one) => one.builtIn && one.provider === provider)).map((provider) => ({
    id: `practice-${provider}`, label: practiceWords(provider), icon: FlaskConical, onAction: () => void practise(provider),
  }));
  const more: readonly MenuEntry[] = [
    ...(list.data ? practice : []),
    { id: 'add', label: t('Connect an account'), icon: Plus, onAction: () => void go({ to: '/settings/profiles/new' }) },
    { id: 'profiles', label: t('Profiles and keys'), icon: Settings, onAction: () => void go({ to: '/settings/profiles' }) },
  ];
  return [...known, { id: 'more', entries: more }].filter((part) => part.entries.length > 0);
}

/** "Practice Kira" needs no second "Kira" beside it. */
function saysProvider({ name, provider }: Profile): boolean {
  return name.toLowerCase().includes(providerNames[provider].toLowerCase());
}

/** Begins with what is shown, so that it can be pressed by saying it. */
function chipWords(profile: Profile | null): string {
  if (!profile) return t('No profile. Choose one');
  const name = saysProvider(profile) ? profile.name : `${providerNames[profile.provider]} ${profile.name}`;
  return profile.env === 'live' ? t('Live {name}, change the profile', { name }) : t('Sandbox {name}, change the profile', { name });
}
