import { useState, type ReactElement } from 'react';
import type { AuditState } from '../../../preload/contract/audit-log.ts';
import { useAct } from '../../api.ts';
import { ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { names } from '../../components/names.ts';
import { TextField } from '../../components/text-field.tsx';
import { useAppPart } from '../../state/app-state.ts';
import { t } from '../../text.ts';
import { mayHaveForgotten } from './audit-words.ts';
import css from './audit.module.css';

const c = names(css);
const least = 10;

/** Asks why to go on with a broken log, and shows what is kept of the answer. */
export function AuditReason({ log, onClose }: { readonly log: AuditState; readonly onClose: () => void }): ReactElement {
  const who = useAppPart((state) => state.preferences.userName);
  const accept = useAct('audit.accept');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const short = reason.trim().length < least;
  const go = () => {
    setTried(true);
    if (!short && !accept.isPending) accept.mutate({ reason: reason.trim() }, { onSuccess: onClose });
  };
  return (
    <Dialog
      open onClose={onClose} stays title={t('Go on with a broken log')}
      subtitle={log.brokenAt === null ? t('Its end is noted anew; from then on a cut end shows again.') : t('Entry {number} stays broken for good; what comes after it is watched again.', { number: log.brokenAt })}
      foot={(
        <>
          <Button kind="quiet" onPress={onClose}>{t('Not now')}</Button>
          <Button kind="destroy" busy={accept.isPending} onPress={go}>{t('Go on')}</Button>
        </>
      )}
    >
      <div className={c('found')}>
        <p>{log.words}</p>
        {mayHaveForgotten(log) ? <p>{t('Every payout that may have left is looked up at the provider before it can be sent.')}</p> : null}
      </div>
      <TextField
        label={t('Why you go on')} lines={3} maxLength={500} autoFocus value={reason} onChange={setReason} spellCheck
        error={tried && short ? t('Write at least {least} characters, so that somebody else understands it.', { least }) : null}
        hint={t('For instance: I put back yesterday’s copy of the data folder after the disk failed.')}
      />
      <div className={c('kept')}>
        <p className={c('keptHead')}>{t('What is kept in the audit log')}</p>
        <p>{t('{who} went on, what was found, and where the log ended.', { who: who === '' ? t('The person at this computer') : who })}</p>
        <p data-copyable="">{reason.trim() === '' ? t('The reason, as you write it, and the time.') : `“${reason.trim()}”`}</p>
      </div>
      <ErrorBanner error={accept.error} />
    </Dialog>
  );
}
