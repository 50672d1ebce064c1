import { useNavigate } from '@tanstack/react-router';
import { create } from 'zustand';
import type { Profile } from '../../preload/contract/app.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import type { ProviderId } from '../../preload/contract/provider.ts';
import type { Result } from '../../preload/contract/result.ts';
import { ask } from '../call.ts';
import { flushAll, onForget } from '../flush.ts';
import { useAppState } from '../state/app-state.ts';
import { t } from '../text.ts';

/** A change of profile under way: the live profile that is asked about, and why the change failed. */
type Switching = { readonly asked: Profile | null; readonly busy: boolean; readonly error: AppError | null };

const still: Switching = { asked: null, busy: false, error: null };

/** The change of profile under way. */
export const useSwitching = create<Switching>(() => still);
onForget(() => useSwitching.setState(still));

/** Leaves the profile as it is. */
export function stayHere(): void {
  useSwitching.setState(still);
}

/** Ways to change the profile: `pick` asks once before real money, `go` changes at once, `practise` goes to a built-in sandbox. */
export type SwitchProfile = {
  readonly pick: (profile: Profile) => void;
  readonly go: (profile: Profile) => Promise<void>;
  readonly practise: (provider: ProviderId) => Promise<void>;
};

/** Changes the profile: what is typed is saved for the old one and its screen left, before the new one comes. */
export function useSwitchProfile(): SwitchProfile {
  const navigate = useNavigate();
  const change = async (choose: () => Promise<Result<unknown, AppError>>) => {
    if (useSwitching.getState().busy) return;
    useSwitching.setState({ busy: true, error: null });
    const safe = await flushAll();
    if (safe) await navigate({ to: '/today' });
    const answer = safe ? await choose() : { ok: false as const, error: unsaved() };
    if (answer.ok) stayHere();
    else useSwitching.setState({ busy: false, error: answer.error });
  };
  const go = (profile: Profile) => change(() => ask('profiles.choose', { id: profile.id }));
  return {
    go,
    practise: (provider) => change(() => ask('profiles.useSandbox', { provider })),
    pick: (profile) => {
      if (profile.id === useAppState.getState().state?.profile?.id) return;
      if (profile.env === 'live') useSwitching.setState({ ...still, asked: profile });
      else void go(profile);
    },
  };
}

function unsaved(): AppError {
  return { code: 'storage', message: t('The profile was not changed: something you typed could not be saved.'), fix: t('Save it first, or leave its screen. It belongs to this profile.') };
}
