import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { FoundBackup } from '../../../preload/contract/backup.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import { useAct } from '../../api.ts';
import { ErrorBanner, Note } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { names } from '../../components/names.ts';
import { TextField } from '../../components/text-field.tsx';
import { toast } from '../../state/toasts.ts';
import { t } from '../../text.ts';
import { BackupProfiles } from './backup-profiles.tsx';
import { cannotOpen, madeOf, sizeOf } from './backup-words.ts';
import css from './backup.module.css';

const c = names(css);

/** Choosing a backup and restoring it: `pick` takes one by its name, or asks for a file; `dialog` is to be shown. */
export type RestoreFlow = {
  readonly pick: (name: string | null) => void;
  readonly picking: boolean;
  readonly error: AppError | null;
  readonly dialog: ReactElement | null;
};

/** The way to restore a backup, for every screen that offers it. `over` says that there is something here that it takes the place of. */
export function useRestore({ over }: { readonly over: boolean }): RestoreFlow {
  const choose = useAct('backup.choose');
  const [found, setFound] = useState<FoundBackup | null>(null);
  return {
    pick: (name) => choose.mutate({ name }, { onSuccess: setFound }),
    picking: choose.isPending, error: choose.error,
    dialog: found ? <RestoreDialog key={found.token} found={found} over={over} onClose={() => setFound(null)} /> : null,
  };
}

/** Says what restoring does and, once the backup is open, what is in it; asks for the passphrase where it takes one. Nothing happens before a person agrees. */
function RestoreDialog({ found, over, onClose }: { readonly found: FoundBackup; readonly over: boolean; readonly onClose: () => void }): ReactElement {
  const { look, restore, passphrase, setPassphrase, run } = useOpened(found, onClose);
  const asks = found.opens === 'passphrase';
  const error = look.error ?? restore.error;
  const wrong = error?.code === 'wrong-passphrase' ? [error.message, error.fix].filter(Boolean).join(' ') : null;
  const busy = look.isPending || restore.isPending;
  const missing = cannotOpen(found) ?? (asks && passphrase === '' ? t('Enter the passphrase of this backup.') : null);
  return (
    <Dialog
      open onClose={() => { if (!restore.isPending) onClose(); }} width="medium" stays title={t('Restore this backup?')} subtitle={t('Made {made} by Bursar {version}, {size}', { made: madeOf(found.madeAt), version: found.version, size: sizeOf(found.bytes) })}
      foot={(
        <>
          <Button notYet={restore.isPending ? t('It is being restored.') : null} onPress={onClose}>{t('Leave it')}</Button>
          {look.data
            ? <Button kind="primary" busy={restore.isPending} onPress={() => void run()}>{t('Restore')}</Button>
            : <Button kind="primary" busy={busy} notYet={missing} onPress={() => look.mutate({ token: found.token, passphrase: asks ? passphrase : null })}>{t('Look inside')}</Button>}
        </>
      )}
    >
      <div className={c('form')}>
        {wrong ? null : <ErrorBanner error={error} />}
        {found.opens === 'nowhere'
          ? <Note family="wait">{t('It was made without a passphrase, so it opens only on the computer and user account it comes from.')}</Note>
          : <WhatHappens over={over} />}
        {asks ? <TextField label={t('Passphrase of this backup')} type="password" autoComplete="off" value={passphrase} error={wrong} autoFocus onChange={setPassphrase} /> : null}
        {look.data ? <BackupProfiles profiles={look.data.profiles} over={over} /> : null}
      </div>
    </Dialog>
  );
}

/** Opens a backup, at once where that takes nothing more, and restores it. */
function useOpened(found: FoundBackup, onClose: () => void) {
  const look = useAct('backup.look');
  const restore = useAct('backup.restore');
  const [passphrase, setPassphrase] = useState('');
  const { token, opens } = found;
  const { mutate } = look;
  const started = useRef(false);
  useEffect(() => {
    if (started.current || opens !== 'here') return;
    started.current = true;
    mutate({ token, passphrase: null });
  }, [mutate, opens, token]);
  // By the promise: the app opens on what was restored, and this screen may be gone when the answer comes.
  const run = async () => {
    try {
      const { open } = await restore.mutateAsync({ token, passphrase: opens === 'passphrase' ? passphrase : null });
      toast(open === 0 ? t('Backup restored') : t('Backup restored. {n, plural, one {# payout is} other {# payouts are}} looked up before anything is sent', { n: open }));
      onClose();
    } catch {
      // Shown from the state of the request.
    }
  };
  return {
    look, restore, passphrase, run,
    setPassphrase: (value: string) => {
      setPassphrase(value);
      look.reset();
      restore.reset();
    },
  };
}

function WhatHappens({ over }: { readonly over: boolean }): ReactElement {
  return (
    <ul className={c('steps')}>
      <li>{t('The whole file is checked first. If a byte is wrong, nothing happens.')}</li>
      {over ? <li>{t('What is here now is kept aside in the data folder, under another name.')}</li> : null}
      <li>{t('Payouts that were open, or may have left since, are looked up with the provider first. None is sent a second time.')}</li>
      <li>{t('Profiles come back with their keys.')}</li>
    </ul>
  );
}
