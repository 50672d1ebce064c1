import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { Profile } from '../../preload/contract/app.ts';
import { useAct } from '../api.ts';
import { ErrorBanner } from '../components/banner.tsx';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { t } from '../text.ts';

/** Changing to real money asks once, naming the profile. */
export function GoLive({ profile, onClose }: { readonly profile: Profile; readonly onClose: () => void }): ReactElement {
  const go = useNavigate();
  const choose = useAct('profiles.choose');
  const change = () => {
    choose.mutate({ id: profile.id }, {
      onSuccess: () => {
        onClose();
        void go({ to: '/today' });
      },
    });
  };
  return (
    <Dialog
      open onClose={onClose} width="small" title={t('Change to {name}?', { name: profile.name })}
      foot={(
        <>
          <Button onPress={onClose}>{t('Stay here')}</Button>
          <Button kind="primary" busy={choose.isPending} onPress={change}>{t('Change to live')}</Button>
        </>
      )}
    >
      <p>{t('This profile is live: payouts sent from it move real money.')}</p>
      <ErrorBanner error={choose.error} />
    </Dialog>
  );
}
