import { Check, Copy } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import type { DepositFacts } from '../../../preload/contract/deposit.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import type { Payout } from '../../../preload/contract/payouts.ts';
import { ask } from '../../call.ts';
import { ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { countdownOf, leftOf } from '../../components/clock.ts';
import { names } from '../../components/names.ts';
import { TextField } from '../../components/text-field.tsx';
import { useKey } from '../../keys.ts';
import { calmClipboard, listenToClipboard, useClipboardWatch, watchClipboard } from '../../state/clipboard-watch.ts';
import { t } from '../../text.ts';
import { readBack, type ReadBack } from './address-groups.ts';
import css from './deposit.module.css';

const c = names(css);
type Props = { readonly payout: Payout; readonly deposit: DepositFacts; readonly now: number };

/** Copies the address, once its end was read from the screen and typed; the clipboard is then watched for two minutes. */
export function CopyAddress({ payout, deposit, now }: Props): ReactElement {
  const copying = useCopying(payout.id, deposit.address);
  const { typed, compared } = copying;
  const [pasted, setPasted] = useState(false);
  const refuse = (event: { preventDefault: () => void }) => {
    event.preventDefault();
    setPasted(true);
  };
  const right = compared === 'right';
  useKey('primary', copying.copy, right && !copying.busy);
  return (
    <div className={c('readBack')}>
      <ErrorBanner error={copying.error} />
      <div className={c('copy')}>
        <div className={c('typed')} onPasteCapture={refuse} onDropCapture={refuse}>
          <TextField
            label={t('Read back the last four characters')} value={typed} mono maxLength={8}
            onChange={(next) => {
              setPasted(false);
              copying.type(next);
            }}
            error={backWords(compared)} hint={pasted ? t('Pasting would prove nothing: read them from the address above and type them.') : undefined}
            unit={right ? <Check size={16} strokeWidth={2} role="img" aria-label={t('Right')} className={c('tick')} /> : undefined}
          />
        </div>
        <div className={c('press')}>
          <Button kind="primary" icon={Copy} busy={copying.busy} onPress={copying.copy} notYet={right ? null : t('Type the last four characters of the address first.')}>{t('Copy address')}</Button>
        </div>
        <p className={c('watch')} aria-live="polite">{copying.until > now ? t('Copied. Watched for {span} more: if another program changes the clipboard, you are told.', { span: countdownOf(leftOf(copying, now)) }) : t('Watched for 2 minutes: if another program changes the clipboard, you are told.')}</p>
      </div>
    </div>
  );
}

function backWords(compared: ReadBack): string | null {
  if (compared === 'case') return t('Almost: capital and small letters differ. Type them exactly as they stand.');
  return compared === 'wrong' ? t('The address does not end like this. Compare it again.') : null;
}

type Copying = {
  readonly typed: string; readonly compared: ReadBack; readonly busy: boolean; readonly error: AppError | null; readonly from: number; readonly until: number;
  readonly type: (next: string) => void; readonly copy: () => void;
};

function useCopying(id: string, address: string): Copying {
  const alarms = useClipboardWatch((watch) => watch.alarms);
  const [given, setGiven] = useState({ text: '', alarms });
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const from = useClipboardWatch((watch) => watch.from);
  const until = useClipboardWatch((watch) => (watch.payoutId === id && watch.alarm === null ? watch.until : 0));
  // After an alarm the address is read again before it is copied again.
  const typed = given.alarms === alarms ? given.text : '';
  const copy = async () => {
    setBusy(true);
    listenToClipboard();
    const answer = await ask('payouts.copyAddress', { id });
    setBusy(false);
    setError(answer.ok ? null : answer.error);
    if (answer.ok) watchClipboard(id, answer.value.watchedUntil);
    else calmClipboard();
  };
  return { typed, compared: readBack(typed, address), busy, error, from, until, type: (text) => setGiven({ text, alarms }), copy: () => void copy() };
}
