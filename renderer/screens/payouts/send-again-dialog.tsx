import { useRef, useState, type ReactElement } from 'react';
import type { AppError } from '../../../preload/contract/errors.ts';
import { formatMoney } from '../../../preload/contract/money.ts';
import type { Payout } from '../../../preload/contract/payouts.ts';
import { ask } from '../../call.ts';
import { Banner, ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { names } from '../../components/names.ts';
import { TextField } from '../../components/text-field.tsx';
import { locale, t } from '../../text.ts';
import css from './find-out.module.css';

const c = names(css);
type DialogProps = { readonly payout: Payout; readonly open: boolean; readonly onClose: () => void };

/** Decides that a payout that was never found is sent again: the same bytes under the same reference, with a reason that is kept. */
export function SendAgainDialog({ payout, open, onClose }: DialogProps): ReactElement {
  return (
    <Dialog open={open} onClose={onClose} stays alert title={t('Send this payout again?')}>
      {open ? <Form payout={payout} onClose={onClose} /> : null}
    </Dialog>
  );
}

function Form({ payout, onClose }: Omit<DialogProps, 'open'>): ReactElement {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const pressed = useRef(false);
  const wrong = reason.trim().length < 10 ? t('Write why, in ten letters or more. It is kept.') : null;
  const send = async () => {
    setTried(true);
    if (wrong || pressed.current) return;
    pressed.current = true;
    setBusy(true);
    const answer = await ask('payouts.sendAgain', { id: payout.id, reason: reason.trim() });
    if (answer.ok) return onClose();
    setBusy(false);
    setError(answer.error);
    pressed.current = false;
  };
  const amount = payout.send ? formatMoney(payout.send, locale()) : '';
  return (
    <form
      className={c('dialog')} onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Banner family="wait" head={t('Ask Blaaiz first if you can')}>
        {t('The same bytes go out under the same reference. Blaaiz refuses a reference that it has, so a second payment is unlikely, not impossible.')}
      </Banner>
      <ErrorBanner error={error} />
      <TextField label={t('Why it is right to send it again')} value={reason} onChange={setReason} lines={3} maxLength={500} spellCheck autoFocus error={tried ? wrong : null} />
      <div className={c('leftLine')}>
        <Button kind="quiet" onPress={onClose}>{t('Don’t send')}</Button>
        <Button kind="destroy" type="submit" busy={busy}>{t('Send {amount} again', { amount })}</Button>
      </div>
    </form>
  );
}
