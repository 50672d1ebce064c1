import { CircleAlert } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { ask } from '../call.ts';
import { useAct, useCall } from '../api.ts';
import { ErrorBanner } from '../components/banner.tsx';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { Card } from '../components/layout.tsx';
import { names } from '../components/names.ts';
import { BackupFiles } from '../screens/settings/backup-files.tsx';
import { useRestore } from '../screens/settings/backup-restore.tsx';
import css from '../screens/settings/backup.module.css';
import { t } from '../text.ts';
import { Outside } from './outside.tsx';

const c = names(css);
/** How many of the folder's backups are offered at once. */
const offered = 5;

/** The data can't be opened: says why in main's words, and offers the ways on. */
export function Broken({ problem }: { readonly problem: string | null }): ReactElement {
  const { data: state } = useCall('backup.state', {});
  const restore = useRestore({ over: true });
  const again = useAct('vault.unlock');
  const [asking, setAsking] = useState(false);
  return (
    <Outside icon={CircleAlert} wide title={t('Bursar can’t open its data')} subtitle={problem ?? t('The reason is in the log of this computer.')}>
      <div className={c('ways')}>
        <p>{t('Nothing is sent while it is so, and nothing was deleted.')}</p>
        <ErrorBanner error={restore.error} />
        <ErrorBanner error={again.error} />
        <Button size="decisive" wide busy={again.isPending} onPress={() => again.mutate({})}>{t('Try again')}</Button>
        <Card title={t('Restore a backup')}>
          <BackupFiles files={state?.files ?? []} most={offered} onRestore={restore.pick} />
        </Card>
        <Button size="decisive" wide busy={restore.picking} onPress={() => restore.pick(null)}>{t('Restore from a file')}</Button>
        {state?.canStartAnew ? <Button size="decisive" wide onPress={() => setAsking(true)}>{t('Begin with nothing')}</Button> : null}
        <Button kind="quiet" wide onPress={() => void ask('app.window', { action: 'close' })}>{t('Close Bursar')}</Button>
      </div>
      {restore.dialog}
      {asking ? <BeginAnew onClose={() => setAsking(false)} /> : null}
    </Outside>
  );
}

/** Asks before an empty store takes the place of the one that can't be read. */
function BeginAnew({ onClose }: { readonly onClose: () => void }): ReactElement {
  const begin = useAct('backup.startAnew');
  return (
    <Dialog
      open onClose={onClose} width="small" alert title={t('Begin with nothing?')}
      foot={(
        <>
          <Button onPress={onClose}>{t('Not yet')}</Button>
          <Button kind="destroy" busy={begin.isPending} onPress={() => begin.mutate({}, { onSuccess: onClose })}>{t('Begin with nothing')}</Button>
        </>
      )}
    >
      <p>{t('Bursar then knows no payout and no customer. What can’t be read stays in the data folder under another name. Payouts that left before are not known here any more: look with the provider before you send anything again.')}</p>
      <ErrorBanner error={begin.error} />
    </Dialog>
  );
}
