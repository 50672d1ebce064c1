import { useState, type ReactElement } from 'react';
import type { AppError } from '../../../preload/contract/errors.ts';
import { ask } from '../../call.ts';
import { ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { names } from '../../components/names.ts';
import { TextField } from '../../components/text-field.tsx';
import { t } from '../../text.ts';
import css from './repairs.module.css';

const c = names(css);
type DialogProps = {
  readonly id: string;
  readonly channel: 'repairs.waive' | 'repairs.close';
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly note: string;
  readonly label: string;
  readonly decide: string;
};

/** A decision about a repair with its written reason, which is kept with the payout and in the log. */
export function WrittenDialog(props: DialogProps): ReactElement {
  const { open, onClose, title, note } = props;
  return <Dialog open={open} onClose={onClose} stays title={title} subtitle={note}>{open ? <Form {...props} /> : null}</Dialog>;
}

function Form({ id, channel, onClose, label, decide }: DialogProps): ReactElement {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const wrong = reason.trim().length < 10 ? t('Write why, in ten letters or more. It is kept.') : null;
  const keep = async () => {
    setTried(true);
    if (wrong || busy) return;
    setBusy(true);
    const answer = await ask(channel, { id, reason: reason.trim() });
    setBusy(false);
    if (answer.ok) onClose();
    else setError(answer.error);
  };
  return (
    <form
      className={c('dialog')} onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <ErrorBanner error={error} />
      <TextField label={label} value={reason} onChange={setReason} lines={3} maxLength={500} spellCheck autoFocus error={tried ? wrong : null} />
      <div className={c('foot')}>
        <Button kind="quiet" onPress={onClose}>{t('Keep as it is')}</Button>
        <Button kind="primary" type="submit" busy={busy}>{decide}</Button>
      </div>
    </form>
  );
}
