import { useState, type ReactElement } from 'react';
import type { DepositFacts } from '../../../preload/contract/deposit.ts';
import type { Payout } from '../../../preload/contract/payouts.ts';
import { useAct } from '../../api.ts';
import { ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { names } from '../../components/names.ts';
import { TextField } from '../../components/text-field.tsx';
import { t } from '../../text.ts';
import { Caution } from '../payouts/caution.tsx';
import css from './deposit.module.css';
import { hashDoubt, hashWords } from './hash-doubt.ts';

const c = names(css);
type CardProps = { readonly payout: Payout; readonly deposit: DepositFacts };

/** After sending: the transaction hash, kept because support needs it when a deposit goes astray. */
export function SentCard({ payout, deposit }: CardProps): ReactElement {
  const [changing, setChanging] = useState(false);
  const { transactionHash } = deposit;
  const title = payout.state === 'awaiting_deposit' ? t('After you have sent it') : t('If you had sent it already');
  return (
    <section className={c('card')} data-card="" aria-label={title}>
      <h2>{title}</h2>
      {transactionHash !== null && !changing
        ? <Kept hash={transactionHash} onChange={() => setChanging(true)} />
        : <Form payout={payout} deposit={deposit} onKept={() => setChanging(false)} />}
    </section>
  );
}

function Kept({ hash, onChange }: { readonly hash: string; readonly onChange: () => void }): ReactElement {
  return (
    <>
      <p className={c('hint')}>{t('Transaction hash, kept with this payout')}</p>
      <p className={c('hash')} data-copyable="">{hash}</p>
      <div className={c('row')}>
        <CopyButton text={hash} label={t('Copy the transaction hash')}>{t('Copy')}</CopyButton>
        <Button kind="quiet" size="small" onPress={onChange}>{t('Change')}</Button>
      </div>
    </>
  );
}

function Form({ payout, deposit, onKept }: CardProps & { readonly onKept: () => void }): ReactElement {
  const [hash, setHash] = useState(deposit.transactionHash ?? '');
  const [tried, setTried] = useState(false);
  const note = useAct('payouts.noteDeposit');
  const doubt = hashDoubt(hash, deposit.network, deposit.address);
  const empty = hash.trim() === '';
  const keep = () => {
    setTried(true);
    if (empty || note.isPending) return;
    note.mutate({ id: payout.id, transactionHash: hash.trim() }, { onSuccess: onKept });
  };
  return (
    <form
      className={c('form')} onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <ErrorBanner error={note.error} />
      <TextField
        label={t('Transaction hash')} qualifier={t('from your exchange')} value={hash} mono maxLength={120} placeholder={hashWords(deposit.network)}
        onChange={(next) => {
          setTried(false);
          setHash(next);
        }}
        hint={doubt ? <Caution>{doubt}</Caution> : t('Support needs it to find a deposit that went astray.')} error={tried && empty ? t('Paste the hash first.') : null}
      />
      <div className={c('row')}><Button type="submit" busy={note.isPending}>{t('Keep the hash')}</Button></div>
    </form>
  );
}
