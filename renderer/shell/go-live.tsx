import type { ReactElement } from 'react';
import { providerNames } from '../../preload/contract/provider.ts';
import { ErrorBanner } from '../components/banner.tsx';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { t } from '../text.ts';
import { stayHere, useSwitching, useSwitchProfile } from './switch-profile.ts';

/** Changing to real money asks once, naming the profile; a change of profile that failed says why. */
export function GoLive(): ReactElement | null {
  const { asked, busy, error } = useSwitching();
  const { go } = useSwitchProfile();
  if (!asked && !error) return null;
  return (
    <Dialog
      open onClose={stayHere} width="small" title={asked ? t('Change to {name}?', { name: asked.name }) : t('The profile is the same as before')}
      foot={(
        <>
          <Button onPress={stayHere}>{t('Stay here')}</Button>
          {asked ? <Button kind="primary" busy={busy} onPress={() => void go(asked)}>{t('Change to live')}</Button> : null}
        </>
      )}
    >
      {asked ? <p>{t('This {provider} profile is live: payouts sent from it move real money.', { provider: providerNames[asked.provider] })}</p> : null}
      <ErrorBanner error={error} />
    </Dialog>
  );
}
