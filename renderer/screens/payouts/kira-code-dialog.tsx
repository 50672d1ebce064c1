import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { AppError } from '../../../preload/contract/errors.ts';
import { formatMoney } from '../../../preload/contract/money.ts';
import type { Payout, Price } from '../../../preload/contract/payouts.ts';
import type { Recipient } from '../../../preload/contract/recipients.ts';
import { ErrorBanner, Note } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { exactTimeOf } from '../../components/clock.ts';
import { Dialog } from '../../components/dialog.tsx';
import { AddsUp, LedgerLines } from '../../components/ledger-lines.tsx';
import { Money } from '../../components/money.tsx';
import { names } from '../../components/names.ts';
import { EnvChip } from '../../shell/env-chip.tsx';
import { useApp } from '../../state/app-state.ts';
import { locale, t } from '../../text.ts';
import { codeNotYet, KiraCodeEntry } from './kira-code-entry.tsx';
import css from './kira-code.module.css';
import { useCode, type CodeEntry } from './kira-use-code.ts';
import { recipientDetail } from './kira-words.ts';
import { closes, feeLines } from './price-lines.ts';

const c = names(css);

/** Props of {@link KiraCodeDialog}: `problem` is what the payout came back with; `release` sends it and gives what stopped it. */
export type KiraCodeDialogProps = {
  readonly payout: Payout;
  readonly recipient: Recipient | undefined;
  readonly price: Price;
  readonly problem: AppError | null;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly release: (code: string) => Promise<AppError | null>;
};

/** The last step of a payout from a balance: the code that Kira mails, below what it releases. */
export function KiraCodeDialog(props: KiraCodeDialogProps): ReactElement | null {
  // The code is asked for when the sheet opens, so what asks for it is only there while it is open.
  return props.open ? <Opened {...props} /> : null;
}

function Opened({ payout, recipient, price, problem, onClose, release }: KiraCodeDialogProps): ReactElement {
  const code = useCode(payout.id, problem);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const here = useHere();
  const go = async () => {
    setBusy(true);
    setError(null);
    const stopped = await release(code.digits);
    // Back already: another sheet stands here, and that one stays open.
    if (!here.current) return;
    setBusy(false);
    if (stopped === null) return onClose();
    if (stopped.code === 'code-wrong' || stopped.code === 'code-needed' || stopped.code === 'code-blocked') code.refuse(stopped);
    else setError(stopped);
  };
  const told = problem && problem.code !== 'code-wrong' && code.phase !== 'blocked' ? problem : null;
  return (
    <Dialog open onClose={onClose} stays title={t('Enter the code to release this payout')} subtitle={subtitleOf(code)}>
      <div className={c('release')}>
        {told ? <Note family="wait">{`${told.message} ${told.fix ?? ''}`.trim()}</Note> : null}
        <ReadBack payout={payout} recipient={recipient} price={price} />
        {error ? <ErrorBanner error={error} /> : null}
        <KiraCodeEntry code={code} />
        <Foot code={code} price={price} busy={busy} onClose={onClose} onRelease={() => void go()} />
      </div>
    </Dialog>
  );
}

/** Whether this sheet is still on the screen. */
function useHere() {
  const here = useRef(false);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  return here;
}

function subtitleOf({ state, phase, mailbox, asking }: CodeEntry): string {
  if (asking) return t('Asking Kira to mail six digits to {mailbox}.', { mailbox });
  if (phase === 'valid' && state?.sentAt) return t('Kira mailed six digits to {mailbox} at {time}.', { mailbox, time: exactTimeOf(state.sentAt) });
  return phase === 'blocked' ? t('Kira mails its codes to {mailbox}.', { mailbox }) : t('Kira mails six digits to {mailbox}.', { mailbox });
}

function ReadBack({ payout, recipient, price }: { readonly payout: Payout; readonly recipient: Recipient | undefined; readonly price: Price }): ReactElement {
  return (
    <section className={c('back')} data-card="" aria-label={t('What is released')}>
      <div className={c('head')}>
        <div>
          <p className={c('payee')}>{payout.payeeName}</p>
          <p className={c('where')}>{recipient ? recipientDetail(recipient) : payout.accountTail}</p>
        </div>
        <div className={c('arrives')}>
          <Money amount={price.receive} size="s" />
          <p className={c('small')}>{t('they receive')}</p>
        </div>
      </div>
      <LedgerLines label={t('The sum')} lines={feeLines(price)} />
      <AddsUp amount={price.send} fees={price.totalFees} rest={price.converted} />
    </section>
  );
}

type FootProps = { readonly code: CodeEntry; readonly price: Price; readonly busy: boolean; readonly onClose: () => void; readonly onRelease: () => void };

function Foot({ code, price, busy, onClose, onRelease }: FootProps): ReactElement {
  const app = useApp();
  const live = app.profile?.env === 'live';
  const offline = app.connection.online ? null : t('You are offline. The code stays here; nothing is sent by itself.');
  const uneven = closes(price) ? null : t('The price does not add up. It can’t be sent like this.');
  return (
    <div className={c('foot')}>
      <p className={c('room')}><EnvChip env={live ? 'live' : 'sandbox'} />{live ? t('Real money leaves.') : t('Practice money.')}</p>
      <Button size="decisive" onPress={onClose}>{t('Not now')}</Button>
      {code.phase === 'blocked' ? null : (
        <Button kind="primary" size="decisive" busy={busy} notYet={busy ? null : offline ?? uneven ?? codeNotYet(code)} onPress={onRelease}>
          {t('Release {amount}', { amount: formatMoney(price.send, locale()) })}
        </Button>
      )}
    </div>
  );
}
