import { FileCheck, Lock, Pause } from 'lucide-react';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { AppState } from '../../../preload/contract/app.ts';
import { useAct } from '../../api.ts';
import { Button } from '../../components/button.tsx';
import { ErrorBanner } from '../../components/banner.tsx';
import { momentOf } from '../../components/clock.ts';
import { names } from '../../components/names.ts';
import { TextField } from '../../components/text-field.tsx';
import { Outside } from '../../shell/outside.tsx';
import { useApp } from '../../state/app-state.ts';
import { t } from '../../text.ts';
import css from './locked.module.css';

const c = names(css);

/** Nothing of the app is behind this screen: it is unmounted and its cache is empty. Unlocking goes back to where the person was. */
export function LockedScreen(): ReactElement {
  const { vault, lock, preferences } = useApp();
  const unlock = useAct('vault.unlock');
  const [passphrase, setPassphrase] = useState('');
  const wrong = unlock.error?.code === 'wrong-passphrase' ? `${unlock.error.message}${unlock.error.fix ? ` ${unlock.error.fix}` : ''}` : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (unlock.isPending) return;
    unlock.mutate(vault.needsPassphrase ? { passphrase } : {}, { onSettled: () => setPassphrase('') });
  };
  return (
    <Outside icon={Lock} title={t('Bursar is locked')} subtitle={lockWords(lock, preferences.idleLockMinutes)}>
      <form className={c('form')} onSubmit={submit}>
        {vault.needsPassphrase ? (
          <TextField label={t('Passphrase')} type="password" value={passphrase} onChange={(next) => { setPassphrase(next); unlock.reset(); }} error={wrong} autoFocus autoComplete="current-password" />
        ) : null}
        {wrong ? null : <ErrorBanner error={unlock.error} />}
        <Button kind="primary" size="decisive" wide type="submit" busy={unlock.isPending} autoFocus={!vault.needsPassphrase} notYet={vault.needsPassphrase && passphrase === '' ? t('Enter the passphrase first.') : null}>
          {t('Unlock')}
        </Button>
      </form>
      <ul className={c('notes')}>
        <li><FileCheck size={16} strokeWidth={1.75} aria-hidden />{t('What you were typing is kept, sealed, as you left it.')}</li>
        <li><Pause size={16} strokeWidth={1.75} aria-hidden />{t('Nothing is sent or looked up while locked.')}</li>
      </ul>
    </Outside>
  );
}

function lockWords(lock: AppState['lock'], idleMinutes: number): string {
  if (!lock) return t('Unlock it to go on.');
  const time = momentOf(lock.at);
  switch (lock.reason) {
    case 'idle': return t('Locked at {time} after {n, plural, one {# minute} other {# minutes}} without activity.', { time, n: idleMinutes });
    case 'os': return t('Locked at {time} with this computer.', { time });
    case 'shortcut':
    case 'user': return t('Locked at {time}.', { time });
    case 'start': return t('Unlock it to begin.');
  }
}
