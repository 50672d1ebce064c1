import { Coins, Landmark, RefreshCw, Timer } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import type { VirtualAccount } from '../../../preload/contract/accounts.ts';
import { formatAmount, formatMoney } from '../../../preload/contract/money.ts';
import type { Payout, Price } from '../../../preload/contract/payouts.ts';
import { Button } from '../../components/button.tsx';
import { agoOf, countdownOf, exactTimeOf } from '../../components/clock.ts';
import { useNow } from '../../components/use-now.ts';
import { kiraOf } from '../../state/kira-edits.ts';
import { locale, t } from '../../text.ts';
import { CheckLine } from './check-line.tsx';
import { coinWords } from './kira-words.ts';
import { walletAfter } from './price-lines.ts';
import { ChecksFrame, notMet, PriceCheck } from './review-checks.tsx';
import type { Review } from './use-review.ts';

/** Props of {@link KiraReviewChecks}: `guards` are the lines that every provider has. */
export type KiraReviewChecksProps = { readonly payout: Payout; readonly review: Review; readonly account: VirtualAccount | undefined; readonly guards: ReactNode };

/** What was checked just now about a Kira payout, beside the decision. */
export function KiraReviewChecks({ payout, review, account, guards }: KiraReviewChecksProps): ReactElement {
  // The code is asked for when the payout is released; it is no condition before.
  const open = notMet(review.checks).filter((check) => check.id !== 'code');
  const kira = kiraOf(payout.draft);
  return (
    <ChecksFrame review={review} open={open}>
      {review.shown ? <PriceCheck price={review.shown} review={review} provider="kira" /> : null}
      {review.shown?.quote ? <Quote until={review.shown.quote.expiresAt} review={review} /> : null}
      {review.shown?.note ? <CheckLine icon={Coins} family="wait" head={t('Fees not told one by one')}>{review.shown.note}</CheckLine> : null}
      {kira.mode === 'crypto' ? (
        <CheckLine icon={Coins} family="idle" head={t('Paid by {coin}', { coin: coinWords(kira) })}>
          {t('You get an address for this payout alone and have 24 hours. The payout starts when the stablecoin arrives there.')}
        </CheckLine>
      ) : review.shown && account ? <AccountCheck account={account} price={review.shown} /> : null}
      {guards}
    </ChecksFrame>
  );
}

/** How long Kira holds the price; once that is over, it can be read again here. */
function Quote({ until, review }: { readonly until: number; readonly review: Review }): ReactElement {
  const now = useNow(1_000);
  if (until > now) {
    return <CheckLine icon={Timer} family="idle" head={t('Held until {time}', { time: exactTimeOf(until) })}>{t('{left} left', { left: countdownOf(until - now) })}</CheckLine>;
  }
  return (
    <CheckLine icon={Timer} family="wait" head={t('The price is no longer held')}>
      <Button size="small" icon={RefreshCw} busy={review.reading} onPress={review.readAgain}>{t('Read it again')}</Button>
    </CheckLine>
  );
}

function AccountCheck({ account, price }: { readonly account: VirtualAccount; readonly price: Price }): ReactElement | null {
  const now = useNow();
  const after = account.balance ? walletAfter(account.balance, price.send) : null;
  if (!account.balance || !after) return null;
  const short = after.minor < 0;
  return (
    <CheckLine icon={Landmark} family={short ? 'bad' : 'ok'} head={short ? t('The account does not cover this') : t('{amount} stays in the account', { amount: formatMoney(after, locale()) })}>
      {t('{before} before, read {ago}.', { before: formatAmount(account.balance, locale()), ago: agoOf(account.readAt, now) })}
    </CheckLine>
  );
}
