import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { Profile } from '../../../preload/contract/app.ts';
import { useAct } from '../../api.ts';
import { ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { t } from '../../text.ts';

/** Asks before a profile and its keys go. */
export function RemoveProfile({ profile, onClose }: { readonly profile: Profile; readonly onClose: () => void }): ReactElement {
  const go = useNavigate();
  const remove = useAct('profiles.remove');
  const away = () => remove.mutate({ id: profile.id }, { onSuccess: () => void go({ to: '/settings/profiles' }) });
  return (
    <Dialog
      open onClose={onClose} width="small" alert title={t('Remove {name}?', { name: profile.name })}
      foot={(
        <>
          <Button onPress={onClose}>{t('Keep it')}</Button>
          <Button kind="destroy" busy={remove.isPending} onPress={away}>{t('Remove profile and keys')}</Button>
        </>
      )}
    >
      <p>{profile.provider === 'kira'
        ? t('Its keys are deleted from this computer. Its payouts and recipients stay kept, and come back when the same account is connected again.')
        : t('Its keys are deleted from this computer. Its payouts and customers stay kept, and come back when the same account is connected again.')}</p>
      <ErrorBanner error={remove.error} />
    </Dialog>
  );
}
