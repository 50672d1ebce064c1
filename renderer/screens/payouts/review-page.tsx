import { useNavigate } from '@tanstack/react-router';
import { PencilLine } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import type { AppError } from '../../../preload/contract/errors.ts';
import type { Payout, Price } from '../../../preload/contract/payouts.ts';
import { ask } from '../../call.ts';
import { Banner, ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { InspectorLayout, Screen, WorkHeader } from '../../components/layout.tsx';
import { AddsUp, LedgerLines } from '../../components/ledger-lines.tsx';
import { names } from '../../components/names.ts';
import { StatusPill } from '../../components/status-pill.tsx';
import { payoutStatus } from '../../components/status-words.ts';
import { t } from '../../text.ts';
import { Facts } from './facts.tsx';
import { Hero } from './hero.tsx';
import { payoutFacts } from './payout-facts.ts';
import { reviewLines } from './price-lines.ts';
import { ReviewChecks } from './review-checks.tsx';
import { ReviewFoot } from './review-foot.tsx';
import css from './review.module.css';
import { useBank } from './use-bank-code.ts';
import { useReview } from './use-review.ts';

const c = names(css);

/** Check and send: what arrives first, then the facts in reading order, the sum, what was checked just now, and the one button. */
export function Review({ payout }: { readonly payout: Payout }): ReactElement {
  const navigate = useNavigate();
  const bank = useBank(payout.draft);
  const review = useReview(payout);
  const [changeError, setChangeError] = useState<AppError | null>(null);
  const change = async () => {
    const answer = await ask('payouts.change', { id: payout.id });
    if (answer.ok) return await navigate({ to: '/payouts/$id', params: { id: payout.id } });
    setChangeError(answer.error);
  };
  return (
    <Screen
      header={(
        <WorkHeader
          focus crumbs={[{ label: t('Payouts'), to: '/payouts' }]} title={t('Check and send')}
          pill={<StatusPill status={payoutStatus('ready')} place="header" />}
          actions={<Button kind="quiet" icon={PencilLine} onPress={() => void change()}>{t('Change something')}</Button>}
        />
      )}
    >
      <InspectorLayout
        always label={t('Checked just now')}
        inspector={<ReviewChecks payout={payout} review={review} />}
        foot={<ReviewFoot review={review} />}
      >
        <div className={c('page')}>
          <Trouble review={review} changeError={changeError} />
          <Hero label={t('{name} receives', { name: payout.payeeName })} amount={review.shown?.receive ?? null} before={review.changed?.receive ?? null} />
          <Facts label={t('What is sent')} facts={payoutFacts(payout, bank)} />
          {review.shown ? <Sum price={review.shown} before={review.changed} /> : null}
        </div>
      </InspectorLayout>
    </Screen>
  );
}

function Trouble({ review, changeError }: { readonly review: ReturnType<typeof useReview>; readonly changeError: AppError | null }): ReactElement | null {
  if (review.changed) {
    return (
      <div className={c('trouble')}>
        <Banner family="wait" live head={t('The price changed since you saw it. Nothing was sent.')}>
          {t('The old figures are struck out beside the new ones. Accept the new price, or keep the payout as ready.')}
        </Banner>
      </div>
    );
  }
  const error = review.sendError ?? changeError ?? (review.shown ? null : review.priceError);
  return error ? <div className={c('trouble')}><ErrorBanner error={error} /></div> : null;
}

function Sum({ price, before }: { readonly price: Price; readonly before: Price | null }): ReactElement {
  return (
    <div className={c('sums')}>
      <div className={c('sum')}>
        <LedgerLines label={t('The sum')} lines={reviewLines(price)} />
        <AddsUp amount={price.send} fees={price.totalFees} rest={price.converted} />
      </div>
      {before ? <div className={c('sum', 'struck')}><LedgerLines label={t('The sum before')} lines={reviewLines(before)} /></div> : null}
    </div>
  );
}
