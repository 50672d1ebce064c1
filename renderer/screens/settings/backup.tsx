import { useState, type ReactElement } from 'react';
import type { BackupState } from '../../../preload/contract/backup.ts';
import { useAct, useCall } from '../../api.ts';
import { Banner, ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { Card, Page, Screen, WorkHeader } from '../../components/layout.tsx';
import { names } from '../../components/names.ts';
import { Switch } from '../../components/toggles.tsx';
import { useNow } from '../../components/use-now.ts';
import { toast } from '../../state/toasts.ts';
import { t } from '../../text.ts';
import { BackupFiles } from './backup-files.tsx';
import { BackupPassphrase, RemoveBackupPassphrase } from './backup-passphrase.tsx';
import { useRestore } from './backup-restore.tsx';
import { madeOf } from './backup-words.ts';
import { NumberSetting } from './number-setting.tsx';
import { SettingRow } from './setting-row.tsx';
import css from './backup.module.css';

const c = names(css);

/** Backups of the whole vault: how they stand, how they are made, and which there are. */
export function BackupPage(): ReactElement {
  const { data: state, error } = useCall('backup.state', {});
  const make = useAct('backup.make');
  const restore = useRestore({ over: true });
  const makeNow = () => make.mutate({}, { onSuccess: () => toast(t('Backup made')) });
  const cannot = state && !state.possible ? t('This session keeps nothing on the computer, so there is nothing to back up.') : null;
  return (
    <Screen header={(
      <WorkHeader
        title={t('Backup')}
        actions={(
          <>
            <Button busy={restore.picking} notYet={cannot} onPress={() => restore.pick(null)}>{t('Restore from a file')}</Button>
            <Button kind="primary" busy={make.isPending || state?.busy === true} notYet={cannot} onPress={makeNow}>{t('Back up now')}</Button>
          </>
        )}
      />
    )}>
      <Page>
        <div className={c('stack')}>
          <ErrorBanner error={error ?? make.error ?? restore.error} />
          {state ? (
            <>
              {make.error || restore.error ? null : <Standing state={state} />}
              <How state={state} />
              <There state={state} onRestore={restore.pick} />
            </>
          ) : null}
        </div>
      </Page>
      {restore.dialog}
    </Screen>
  );
}

/** What somebody should know about how backups stand; nothing when they are fine. */
function Standing({ state }: { readonly state: BackupState }): ReactElement | null {
  if (!state.possible) return <Banner family="wait" head={t('No backup is possible in this session')}>{t('It keeps nothing on the computer: everything is forgotten when Bursar closes.')}</Banner>;
  if (state.failed) return <Banner family="bad" head={t('The last backup failed')}>{state.failed}</Banner>;
  if (state.skipped) return <Banner family="wait" head={t('The daily backup was left out')}>{state.skipped} {t('The backups from before stay. When all is well again, press “Back up now”.')}</Banner>;
  if (state.incomplete) return <Banner family="wait" head={t('The last backup is not complete')}>{state.incomplete}</Banner>;
  if (!state.passphraseSet) return <Banner family="wait" head={t('Backups open only on this computer')}>{t('They open with the key that this computer keeps. If it is lost or stolen, they are of no use: set a passphrase.')}</Banner>;
  return null;
}

function There({ state, onRestore }: { readonly state: BackupState; readonly onRestore: (name: string) => void }): ReactElement {
  const now = useNow();
  const next = state.nextAt === null ? null : state.nextAt <= now ? t('when nothing is being sent') : madeOf(state.nextAt);
  return (
    <Card title={t('Backups')} {...(next === null ? {} : { note: t('Next by itself: {when}', { when: next }) })}>
      <BackupFiles files={state.files} onRestore={onRestore} />
    </Card>
  );
}

function How({ state }: { readonly state: BackupState }): ReactElement {
  const daily = useAct('backup.setDaily');
  const folder = useAct('backup.chooseFolder');
  return (
    <Card title={t('How they are made')}>
      <ErrorBanner error={daily.error ?? folder.error} />
      <SettingRow name={t('Daily')} note={t('Once a day while Bursar is open and nothing is being sent. Left out after a session with errors.')}>
        <Switch label={t('Daily')} on={state.daily} onChange={(on) => daily.mutate({ on, keep: state.keep })} />
      </SettingRow>
      <NumberSetting
        name={t('Daily backups kept')} note={t('Older daily ones are removed. Those made by hand stay.')} unit={t('files')} value={state.keep} from={1} to={60}
        onChange={(keep) => daily.mutate({ on: state.daily, keep })}
      />
      <SettingRow name={t('Folder')} note={<span className={c('path')}>{state.folder ?? t('In Bursar’s data folder')}</span>}>
        <Button size="small" busy={folder.isPending} onPress={() => folder.mutate({})}>{t('Choose a folder')}</Button>
      </SettingRow>
      <PassphraseRow set={state.passphraseSet} />
    </Card>
  );
}

function PassphraseRow({ set }: { readonly set: boolean }): ReactElement {
  const [task, setTask] = useState<'set' | 'remove' | null>(null);
  const close = () => setTask(null);
  return (
    <>
      <SettingRow name={t('Passphrase')} note={set ? t('Set: backups open with it on any computer.') : t('Not set: backups open only on this computer.')}>
        {set ? (
          <span className={c('buttons')}>
            <Button size="small" onPress={() => setTask('set')}>{t('Change')}</Button>
            <Button size="small" kind="danger" onPress={() => setTask('remove')}>{t('Remove')}</Button>
          </span>
        ) : <Button size="small" onPress={() => setTask('set')}>{t('Set a passphrase')}</Button>}
      </SettingRow>
      {task === 'set' ? <BackupPassphrase onClose={close} /> : null}
      {task === 'remove' ? <RemoveBackupPassphrase onClose={close} /> : null}
    </>
  );
}
