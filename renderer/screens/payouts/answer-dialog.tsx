import { useState, type ReactElement } from 'react';
import type { AppError } from '../../../preload/contract/errors.ts';
import type { Payout } from '../../../preload/contract/payouts.ts';
import { providerNames } from '../../../preload/contract/provider.ts';
import { ask } from '../../call.ts';
import { ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { names } from '../../components/names.ts';
import { RadioCards } from '../../components/radio-cards.tsx';
import { TextField } from '../../components/text-field.tsx';
import { t } from '../../text.ts';
import css from './find-out.module.css';
import { isUnseen } from './was-cut.ts';

const c = names(css);
type Outcome = 'received' | 'not-received';
type DialogProps = { readonly payout: Payout; readonly open: boolean; readonly onClose: () => void };

/** Takes down what the provider said about an unknown payout: which way it went, who said so, in what words. */
export function AnswerDialog({ payout, open, onClose }: DialogProps): ReactElement {
  return <Dialog open={open} onClose={onClose} title={t('What did {provider} say?', { provider: providerNames[payout.provider] })} subtitle={t('It is kept with this payout and in the log.')}>{open ? <Form payout={payout} onClose={onClose} /> : null}</Dialog>;
}

function Form({ payout, onClose }: Omit<DialogProps, 'open'>): ReactElement {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [who, setWho] = useState('');
  const [said, setSaid] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const wrong = {
    outcome: outcome === null ? t('Choose one.') : null,
    who: who.trim().length < 2 ? t('Write who told you: a name, or the ticket’s number.') : null,
    said: said.trim().length < 10 ? t('Write what they said, in ten letters or more.') : null,
  };
  const keep = async () => {
    setTried(true);
    if (outcome === null || wrong.who || wrong.said) return;
    setBusy(true);
    const answer = await ask('payouts.recordAnswer', { id: payout.id, outcome, who: who.trim(), said: said.trim() });
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
      <RadioCards<Outcome>
        label={t('Did they receive it?')} value={outcome} onChange={setOutcome} error={tried ? wrong.outcome : null}
        choices={[
          { id: 'received', label: t('They have it'), note: t('Looking goes on until it is found; nothing is sent again.') },
          { id: 'not-received', label: t('They don’t have it'), note: isUnseen(payout) ? t('The payout is ready again; nothing is sent by it.') : t('The payout counts as refused; a corrected copy can be made.') },
        ]}
      />
      <TextField label={t('Who said it')} value={who} onChange={setWho} maxLength={120} error={tried ? wrong.who : null} />
      <TextField
        label={t('What they said')} value={said} onChange={setSaid} lines={3} maxLength={500} spellCheck error={tried ? wrong.said : null}
        {...(payout.provider === 'kira' && outcome === 'received' ? { hint: t('Write Kira’s id of the payout here too: it is looked up by it and linked.') } : {})}
      />
      <Button kind="primary" type="submit" busy={busy} wide>{t('Record the answer')}</Button>
    </form>
  );
}
