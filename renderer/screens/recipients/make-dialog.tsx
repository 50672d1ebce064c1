import type { ReactElement } from 'react';
import { recipientName, type RecipientFields } from '../../../preload/contract/recipients.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { names } from '../../components/names.ts';
import { t } from '../../text.ts';
import { Facts } from '../payouts/facts.tsx';
import css from './recipient-desk.module.css';
import { accountFacts } from './recipient-facts.ts';

const c = names(css);

/** Props of {@link MakeDialog}. */
export type MakeDialogProps = { readonly fields: RecipientFields; readonly onClose: () => void; readonly onMake: () => void };

/** Reads the account back before it is made: afterwards nobody can change it. */
export function MakeDialog({ fields, onClose, onMake }: MakeDialogProps): ReactElement {
  return (
    <Dialog
      open onClose={onClose} stays title={t('Make {name} at Kira?', { name: recipientName(fields) })}
      foot={(
        <>
          <Button onPress={onClose}>{t('Go on editing')}</Button>
          <Button kind="primary" onPress={onMake}>{t('Make it at Kira')}</Button>
        </>
      )}
    >
      <p className={c('warned')}>{t('Kira can neither change nor delete a recipient. If something is wrong afterwards, a corrected one is made beside it and this one is hidden here.')}</p>
      <Facts label={t('The account')} facts={accountFacts(fields)} />
    </Dialog>
  );
}
