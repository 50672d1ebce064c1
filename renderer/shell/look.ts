import { useAppState } from '../state/app-state.ts';

/** Puts theme, density and platform on the page, where the tokens read them; gives the way to stop. */
export function followLook(): () => void {
  const apply = () => {
    const state = useAppState.getState().state;
    if (!state) return;
    const { dataset } = document.documentElement;
    const { theme, density, locale } = state.preferences;
    if (theme === 'system') delete dataset['theme'];
    else dataset['theme'] = theme;
    dataset['density'] = density;
    dataset['platform'] = state.platform;
    document.documentElement.lang = locale;
  };
  apply();
  return useAppState.subscribe(apply);
}
