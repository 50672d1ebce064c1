import { RefreshCw, ShieldCheck, TriangleAlert, Wallet } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { formatAmount, formatMoney } from '../../../preload/contract/money.ts';
import type { Payout, Prerequisite, Price } from '../../../preload/contract/payouts.ts';
import type { ProviderId } from '../../../preload/contract/provider.ts';
import { useCall } from '../../api.ts';
import { Age } from '../../components/age.tsx';
import { agoOf, exactTimeOf } from '../../components/clock.ts';
import { useNow } from '../../components/use-now.ts';
import { locale, t } from '../../text.ts';
import { CheckLine, CheckLines } from './check-line.tsx';
import { samePrice, walletAfter } from './price-lines.ts';
import type { Review } from './use-review.ts';

/** What was checked just now, beside the decision. */
export function ReviewChecks({ payout, review, guards }: { readonly payout: Payout; readonly review: Review; readonly guards: ReactNode }): ReactElement {
  return (
    <ChecksFrame review={review} open={notMet(review.checks)}>
      {review.shown ? <PriceCheck price={review.shown} review={review} /> : null}
      {review.shown ? <WalletCheck payout={payout} price={review.shown} /> : null}
      {guards}
    </ChecksFrame>
  );
}

/** The conditions that don't hold, or are not known to. */
export function notMet(checks: Review['checks']): readonly Prerequisite[] {
  return (checks ?? []).filter((check) => check.state !== 'met');
}

/** What was checked just now: first what stops it, last the promise that it is sent once. */
export function ChecksFrame({ review, open, children }: { readonly review: Review; readonly open: readonly Prerequisite[]; readonly children: ReactNode }): ReactElement {
  return (
    <div aria-live="polite" aria-busy={review.reading}>
      <CheckLines label={t('Checked just now')}>
        {open.map((check) => (
          <CheckLine key={check.id} icon={TriangleAlert} family={check.state === 'unmet' ? 'bad' : 'wait'} head={check.label}>{check.remedy}</CheckLine>
        ))}
        {children}
        <CheckLine icon={ShieldCheck} family="idle" head={t('Sent once')}>
          {t('It is written down before it leaves. If the line drops, Bursar finds out what happened and never sends it twice.')}
        </CheckLine>
      </CheckLines>
    </div>
  );
}

/** When the price was read again, and whether it is still the one of the draft. */
export function PriceCheck({ price, review, provider = 'blaaiz' }: { readonly price: Price; readonly review: Review; readonly provider?: ProviderId }): ReactElement {
  const { draftPrice, priceError } = review;
  if (priceError) {
    return (
      <CheckLine icon={RefreshCw} family="wait" head={t('Price not read again')}>
        {priceError.message} <Age at={price.readAt} before={t('These figures are from ')} onRefresh={review.readAgain} busy={review.reading} always />
      </CheckLine>
    );
  }
  const kira = provider === 'kira';
  const note = draftPrice === null ? (kira ? t('Fees from Kira.') : t('Fees and rate from Blaaiz.'))
    : samePrice(draftPrice, price) ? (kira ? t('Same fees as in your draft.') : t('Same fees and same rate as in your draft.'))
      : t('In your draft {amount} would arrive.', { amount: formatMoney(draftPrice.receive, locale()) });
  return <CheckLine icon={RefreshCw} family="ok" head={t('Price read again at {time}', { time: exactTimeOf(price.readAt) })}>{note}</CheckLine>;
}

function WalletCheck({ payout, price }: { readonly payout: Payout; readonly price: Price }): ReactElement | null {
  const wallets = useCall('wallets.list', { fresh: false }).data?.wallets ?? [];
  const wallet = wallets.find((one) => one.id === payout.draft.walletId);
  const now = useNow();
  const after = wallet ? walletAfter(wallet.balance, price.send) : null;
  if (!wallet || !after) return null;
  const figures = { before: formatAmount(wallet.balance, locale()), ago: agoOf(wallet.readAt, now) };
  const short = after.minor < 0;
  return (
    <CheckLine icon={Wallet} family={short ? 'bad' : 'ok'} head={short ? t('The wallet does not cover this') : t('{amount} stays in the wallet', { amount: formatMoney(after, locale()) })}>
      {t('{before} before, read {ago}.', figures)}
    </CheckLine>
  );
}
