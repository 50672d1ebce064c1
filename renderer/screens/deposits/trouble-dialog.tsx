import { useState, type ReactElement } from 'react';
import type { DepositFacts } from '../../../preload/contract/deposit.ts';
import type { Payout } from '../../../preload/contract/payouts.ts';
import { ask } from '../../call.ts';
import { Note } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { names } from '../../components/names.ts';
import { RadioCards } from '../../components/radio-cards.tsx';
import { t } from '../../text.ts';
import { evidenceText, troubleAdvice, troubles, troubleWords, type Trouble } from './evidence.ts';
import css from './trouble-dialog.module.css';

const c = names(css);
type DialogProps = { readonly payout: Payout; readonly deposit: DepositFacts; readonly open: boolean; readonly onClose: () => void };

/** A deposit that went astray: what not to do, and everything support needs, ready to copy. */
export function TroubleDialog({ payout, deposit, open, onClose }: DialogProps): ReactElement {
  return (
    <Dialog
      open={open} onClose={onClose} width="large" title={t('What went wrong with the deposit?')} subtitle={t('First of all: send nothing more.')}
      foot={(
        <>
          <Button kind="quiet" onPress={onClose}>{t('Close')}</Button>
          <Button onPress={() => void ask('app.openHelp', { page: 'kira-support' })}>{t('Open Kira support')}</Button>
        </>
      )}
    >
      {open ? <Sheet payout={payout} deposit={deposit} /> : null}
    </Dialog>
  );
}

function Sheet({ payout, deposit }: Pick<DialogProps, 'payout' | 'deposit'>): ReactElement {
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [openedAt] = useState(() => Date.now());
  return (
    <div className={c('sheet')}>
      <RadioCards<Trouble>
        label={t('What happened')} value={trouble} onChange={setTrouble} columns={2}
        choices={troubles.map((id) => ({ id, label: troubleWords(id, deposit) }))}
      />
      {trouble ? <Evidence text={evidenceText(payout, deposit, trouble, openedAt)} advice={troubleAdvice(trouble)} hash={deposit.transactionHash !== null} /> : null}
    </div>
  );
}

function Evidence({ text, advice, hash }: { readonly text: string; readonly advice: string; readonly hash: boolean }): ReactElement {
  return (
    <div className={c('evidence')} aria-live="polite">
      <Note family="bad">{advice}</Note>
      {hash ? null : <Note family="wait">{t('Keep the transaction hash with the payout first, if your exchange shows one: support can hardly find a transfer without it.')}</Note>}
      <section aria-label={t('For Kira support')}>
        <div className={c('head')}>
          <h3>{t('For Kira support')}</h3>
          <CopyButton text={text} label={t('Copy the text for support')}>{t('Copy')}</CopyButton>
        </div>
        <p className={c('text')} data-copyable="">{text}</p>
      </section>
    </div>
  );
}
