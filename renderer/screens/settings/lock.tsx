import { useState, type ReactElement } from 'react';
import { useAct } from '../../api.ts';
import { ErrorBanner, Note } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { Card, Page, Screen, WorkHeader } from '../../components/layout.tsx';
import { names } from '../../components/names.ts';
import { useApp } from '../../state/app-state.ts';
import { t } from '../../text.ts';
import { whereKept } from './keys-card.tsx';
import { NumberSetting } from './number-setting.tsx';
import { PassphraseDialog, type PassphraseTask } from './passphrase-dialog.tsx';
import { SettingRow } from './setting-row.tsx';
import css from './settings.module.css';

const c = names(css);

/** When Bursar locks, what unlocks it, and where secrets live. */
export function LockPage(): ReactElement {
  const { vault, preferences } = useApp();
  const save = useAct('app.savePreferences');
  const lock = useAct('vault.lock');
  const [task, setTask] = useState<PassphraseTask | null>(null);
  const where = whereKept(vault);
  const Icon = where.icon;
  return (
    <Screen header={<WorkHeader title={t('Lock and secrets')} actions={<Button onPress={() => lock.mutate({ reason: 'user' })}>{t('Lock now')}</Button>} />}>
      <Page>
        <div className={c('stack')}>
          <ErrorBanner error={save.error ?? lock.error} />
          <Card title={t('Lock')}>
            <NumberSetting
              name={t('Lock by itself')} note={t('After this long without keys or mouse. It also locks when this computer does.')} unit={t('min')}
              value={preferences.idleLockMinutes} from={1} to={60} onChange={(idleLockMinutes) => save.mutate({ idleLockMinutes })}
            />
            <PassphraseRow onTask={setTask} />
          </Card>
          <Card title={t('Secrets')} mark={<span className={c(where.kept ? 'good' : 'warn')}><Icon size={14} strokeWidth={2} aria-hidden />{where.words}</span>}>
            <p className={c('text')}>{keepingWords(vault.mode)}</p>
            {vault.mode === 'session-only' ? <div className={c('text')}><Note family="wait">{t('Nothing survives closing Bursar: profiles, customers and payouts are forgotten.')} {vault.keychainReason}</Note></div> : null}
          </Card>
        </div>
      </Page>
      {task ? <PassphraseDialog task={task} onClose={() => setTask(null)} /> : null}
    </Screen>
  );
}

function keepingWords(mode: 'keychain' | 'passphrase' | 'session-only' | null): string {
  switch (mode) {
    case 'keychain': return t('Keys of profiles and the key that seals customers, payouts and documents are kept by this computer’s keychain. Bursar’s files alone are of no use to anybody.');
    case 'passphrase': return t('The key that seals everything is sealed itself with your passphrase. Without the passphrase nothing can be read, by you neither.');
    case 'session-only':
    case null: return t('The key that seals everything is only in memory.');
  }
}

function PassphraseRow({ onTask }: { readonly onTask: (task: PassphraseTask) => void }): ReactElement | null {
  const { vault } = useApp();
  if (vault.mode === 'session-only' || vault.mode === null) return null;
  const has = vault.needsPassphrase;
  return (
    <SettingRow name={t('Passphrase')} note={has ? t('Asked for at every unlock.') : t('Not set: whoever is signed in to this computer can unlock Bursar.')}>
      {has ? (
        <span className={c('good')}>
          <Button size="small" onPress={() => onTask('change')}>{t('Change')}</Button>
          {vault.mode === 'keychain' ? <Button size="small" kind="danger" onPress={() => onTask('remove')}>{t('Remove')}</Button> : null}
        </span>
      ) : <Button size="small" onPress={() => onTask('add')}>{t('Add a passphrase')}</Button>}
    </SettingRow>
  );
}
