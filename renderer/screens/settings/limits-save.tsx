import { useState, type ReactElement } from 'react';
import type { CurrencyLimits } from '../../../preload/contract/limits.ts';
import { useAct } from '../../api.ts';
import { ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { names } from '../../components/names.ts';
import { TextField } from '../../components/text-field.tsx';
import { t } from '../../text.ts';
import css from './limits.module.css';

const c = names(css);

/** Props of {@link SaveLimits}: `limits` are what is saved, null while the dialog is closed. */
export type SaveLimitsProps = { readonly limits: readonly CurrencyLimits[] | null; readonly onClose: () => void; readonly onSaved: (limits: readonly CurrencyLimits[]) => void };

/** Asks why the limits are changed; the reason is kept with what was before. */
export function SaveLimits({ limits, onClose, onSaved }: SaveLimitsProps): ReactElement {
  return (
    <Dialog open={limits !== null} onClose={onClose} stays title={t('Why are the limits changed?')} subtitle={t('Each change stands in the audit log with what was before, your name and this reason.')}>
      {limits ? <Reason limits={limits} onClose={onClose} onSaved={onSaved} /> : null}
    </Dialog>
  );
}

function Reason({ limits, onClose, onSaved }: SaveLimitsProps & { readonly limits: readonly CurrencyLimits[] }): ReactElement {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const save = useAct('limits.save');
  const wrong = reason.trim().length < 10 ? t('Write why, in ten letters or more. It is kept.') : null;
  const go = () => {
    setTried(true);
    if (!wrong) save.mutate({ limits: [...limits], reason: reason.trim() }, { onSuccess: onSaved });
  };
  return (
    <form
      className={c('reason')} onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <ErrorBanner error={save.error} />
      <TextField label={t('Reason')} value={reason} onChange={setReason} lines={3} maxLength={500} spellCheck autoFocus error={tried ? wrong : null} />
      <div className={c('foot')}>
        <Button onPress={onClose}>{t('Not now')}</Button>
        <Button kind="primary" type="submit" busy={save.isPending}>{t('Save limits')}</Button>
      </div>
    </form>
  );
}
