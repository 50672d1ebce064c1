import { useState, type ReactElement } from 'react';
import { useAct } from '../../api.ts';
import { ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/text-field.tsx';
import { toast } from '../../state/toasts.ts';
import { t } from '../../text.ts';
import { minPassphrase } from '../setup/vault-choice.tsx';
import { names } from '../../components/names.ts';
import css from './backup.module.css';

const c = names(css);

function missing(next: string, again: string): string | null {
  if (next.length < minPassphrase) return t('The passphrase needs {n} characters.', { n: minPassphrase });
  return next === again ? null : t('The two passphrases differ.');
}

/** Sets the passphrase that opens backups on any computer. */
export function BackupPassphrase({ onClose }: { readonly onClose: () => void }): ReactElement {
  const set = useAct('backup.setPassphrase');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const save = () => set.mutate({ passphrase: next }, {
    onSuccess: () => {
      toast(t('Passphrase set for the next backups'));
      onClose();
    },
  });
  return (
    <Dialog
      open onClose={onClose} width="small" stays title={t('Passphrase for backups')} subtitle={t('It opens backups on any computer and cannot be recovered. Keep it apart from the backups.')}
      foot={(
        <>
          <Button onPress={onClose}>{t('Leave it')}</Button>
          <Button kind="primary" busy={set.isPending} notYet={missing(next, again)} onPress={save}>{t('Set passphrase')}</Button>
        </>
      )}
    >
      <div className={c('form')}>
        <ErrorBanner error={set.error} />
        <TextField label={t('New passphrase')} type="password" autoComplete="new-password" value={next} onChange={setNext} hint={t('At least {n} characters. A few unrelated words are easy to remember and hard to guess.', { n: minPassphrase })} autoFocus />
        <TextField label={t('New passphrase again')} type="password" autoComplete="new-password" value={again} onChange={setAgain} good={again !== '' && again === next ? t('Matches') : null} />
      </div>
    </Dialog>
  );
}

/** Takes the passphrase away again: backups made from now on open only here. */
export function RemoveBackupPassphrase({ onClose }: { readonly onClose: () => void }): ReactElement {
  const set = useAct('backup.setPassphrase');
  return (
    <Dialog
      open onClose={onClose} width="small" alert title={t('Remove the passphrase for backups?')}
      foot={(
        <>
          <Button onPress={onClose}>{t('Keep it')}</Button>
          <Button kind="destroy" busy={set.isPending} onPress={() => set.mutate({ passphrase: null }, { onSuccess: onClose })}>{t('Remove passphrase')}</Button>
        </>
      )}
    >
      <p>{t('Backups made from now on open only with the key of this computer: if it is lost, they are too. Those that are there keep theirs.')}</p>
      <ErrorBanner error={set.error} />
    </Dialog>
  );
}
