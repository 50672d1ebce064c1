import { useState, type ReactElement } from 'react';
import { useAct } from '../../api.ts';
import { ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { names } from '../../components/names.ts';
import { TextField } from '../../components/text-field.tsx';
import { toast } from '../../state/toasts.ts';
import { t } from '../../text.ts';
import { minPassphrase } from '../setup/vault-choice.tsx';
import css from './settings.module.css';

const c = names(css);

/** What is done to the passphrase. */
export type PassphraseTask = 'add' | 'change' | 'remove';

function words(task: PassphraseTask): { readonly title: string; readonly action: string; readonly done: string } {
  switch (task) {
    case 'add': return { title: t('Add a passphrase'), action: t('Add passphrase'), done: t('Passphrase added') };
    case 'change': return { title: t('Change the passphrase'), action: t('Change passphrase'), done: t('Passphrase changed') };
    case 'remove': return { title: t('Remove the passphrase?'), action: t('Remove passphrase'), done: t('Passphrase removed') };
  }
}

function missing(task: PassphraseTask, current: string, next: string, again: string): string | null {
  if (task !== 'add' && current === '') return t('Enter the passphrase you have now.');
  if (task === 'remove') return null;
  if (next.length < minPassphrase) return t('The passphrase needs {n} characters.', { n: minPassphrase });
  return next === again ? null : t('The two passphrases differ.');
}

/** Adds, changes or removes the passphrase that unlocking asks for. */
export function PassphraseDialog({ task, onClose }: { readonly task: PassphraseTask; readonly onClose: () => void }): ReactElement {
  const change = useAct('vault.changePassphrase');
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const { title, action, done } = words(task);
  const save = () => change.mutate({ current: task === 'add' ? null : current, next: task === 'remove' ? null : next }, {
    onSuccess: () => {
      toast(done);
      onClose();
    },
  });
  const wrong = change.error?.code === 'wrong-passphrase' ? change.error.message : null;
  return (
    <Dialog
      open onClose={onClose} width="small" stays title={title} subtitle={task === 'remove' ? t('Whoever is signed in to this computer can then unlock Bursar.') : t('It cannot be recovered.')}
      foot={(
        <>
          <Button onPress={onClose}>{t('Leave it')}</Button>
          <Button kind={task === 'remove' ? 'destroy' : 'primary'} busy={change.isPending} notYet={missing(task, current, next, again)} onPress={save}>{action}</Button>
        </>
      )}
    >
      <div className={c('form')}>
        {wrong ? null : <ErrorBanner error={change.error} />}
        {task === 'add' ? null : <TextField label={t('Passphrase now')} type="password" autoComplete="current-password" value={current} onChange={(value) => { setCurrent(value); change.reset(); }} error={wrong} autoFocus />}
        {task === 'remove' ? null : (
          <>
            <TextField label={t('New passphrase')} type="password" autoComplete="new-password" value={next} onChange={setNext} hint={t('At least {n} characters. A few unrelated words are easy to remember and hard to guess.', { n: minPassphrase })} autoFocus={task === 'add'} />
            <TextField label={t('New passphrase again')} type="password" autoComplete="new-password" value={again} onChange={setAgain} good={again !== '' && again === next ? t('Matches') : null} />
          </>
        )}
      </div>
    </Dialog>
  );
}
