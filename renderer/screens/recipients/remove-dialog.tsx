import type { ReactElement } from 'react';
import type { Recipient } from '../../../preload/contract/recipients.ts';
import { useAct } from '../../api.ts';
import { ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { t } from '../../text.ts';
import { nameOf } from './recipient-words.ts';

/** Props of {@link RemoveDialog}. */
export type RemoveDialogProps = { readonly recipient: Recipient; readonly onClose: () => void; readonly onRemoved: () => void };

/** Asks before a recipient is thrown away, or hidden when Kira has it. */
export function RemoveDialog({ recipient, onClose, onRemoved }: RemoveDialogProps): ReactElement {
  const remove = useAct('recipients.remove');
  const there = recipient.state === 'there';
  const title = there ? t('Hide {name}?', { name: nameOf(recipient) }) : t('Throw {name} away?', { name: nameOf(recipient) });
  return (
    <Dialog
      open onClose={onClose} width="small" alert title={title}
      foot={(
        <>
          <Button kind="quiet" onPress={onClose}>{t('Keep it')}</Button>
          <Button kind="destroy" busy={remove.isPending} onPress={() => remove.mutate({ id: recipient.id }, { onSuccess: onRemoved })}>{there ? t('Hide it here') : t('Throw away')}</Button>
        </>
      )}
    >
      <p>
        {there
          ? t('Kira can’t delete a recipient, so it stays there. Here it is only hidden; payouts that were sent to it stay as they are.')
          : t('It was never made at Kira. What is filled in goes, and can’t be brought back.')}
      </p>
      <ErrorBanner error={remove.error} />
    </Dialog>
  );
}
