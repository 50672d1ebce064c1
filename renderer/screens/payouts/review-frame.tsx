import { useNavigate } from '@tanstack/react-router';
import { PencilLine } from 'lucide-react';
import { useState, type ReactElement, type ReactNode } from 'react';
import type { AppError } from '../../../preload/contract/errors.ts';
import type { Payout, Price } from '../../../preload/contract/payouts.ts';
import { ask } from '../../call.ts';
import { Banner, ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { InspectorLayout, Screen, WorkHeader } from '../../components/layout.tsx';
import { AddsUp, LedgerLines } from '../../components/ledger-lines.tsx';
import { names } from '../../components/names.ts';
import { AwayBanner, ToAway, useAwayPending } from '../away/away-banner.tsx';
import { StatusPill } from '../../components/status-pill.tsx';
import { payoutStatus } from '../../components/status-words.ts';
import { useAppPart } from '../../state/app-state.ts';
import { t } from '../../text.ts';
import { DuplicateDialog } from './duplicate-dialog.tsx';
import { alikeFact, DuplicateBanner } from './duplicate-hints.tsx';
import { Facts, type Fact } from './facts.tsx';
import { Hero } from './hero.tsx';
import { priceChanges, reviewLines } from './price-lines.ts';
import { CopyWaits, ToRepair } from './repair-ways.tsx';
import { reasonNotYet } from './review-foot.tsx';
import css from './review.module.css';
import type { Duplicates } from './use-duplicates.ts';
import type { Review } from './use-review.ts';

const c = names(css);

/** Props of {@link ReviewFrame}: `trouble` is told when nothing newer went wrong; `note` stands under the figure. */
export type ReviewFrameProps = {
  readonly payout: Payout;
  readonly review: Review;
  readonly duplicates: Duplicates;
  readonly facts: readonly Fact[];
  readonly checks: ReactNode;
  readonly foot: ReactNode;
  readonly from: string;
  readonly trouble?: AppError | null;
  readonly note?: ReactNode;
};

/** Check and send: what arrives first, then the facts in reading order, the sum, what was checked just now, and the one button. */
export function ReviewFrame({ payout, review, duplicates, facts, checks, foot, from, trouble = null, note }: ReviewFrameProps): ReactElement {
  const navigate = useNavigate();
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
      <InspectorLayout always label={t('Checked just now')} inspector={checks} foot={foot}>
        <div className={c('page')}>
          <Trouble payout={payout} review={review} error={changeError ?? trouble} />
          <DuplicateBanner duplicates={duplicates} />
          <Hero label={t('{name} receives', { name: payout.payeeName })} amount={review.shown?.receive ?? null} before={review.changed?.receive ?? null} />
          {note}
          <Facts label={t('What is sent')} facts={[...facts, ...alikeFact(duplicates)]} />
          {review.shown ? <Sum price={review.shown} before={review.changed} from={from} /> : null}
        </div>
      </InspectorLayout>
      <Compare payout={payout} review={review} duplicates={duplicates} />
    </Screen>
  );
}

/** The comparison over the page. Once answered, or where nothing asks, it is only for looking. */
function Compare({ payout, review, duplicates }: Pick<ReviewFrameProps, 'payout' | 'review' | 'duplicates'>): ReactElement {
  const navigate = useNavigate();
  const online = useAppPart((app) => app.connection.online);
  const notYet = review.changed ? t('Accept the new price first.') : reasonNotYet(review, online);
  const decision = { onSend: duplicates.answer, notYet, onKeep: () => void navigate({ to: '/payouts' }) };
  return (
    <DuplicateDialog
      payout={payout} matches={duplicates.radar?.matches ?? []} open={duplicates.open} onClose={duplicates.close} {...(duplicates.asks ? { decision } : {})}
    />
  );
}

function Trouble({ payout, review, error }: Pick<ReviewFrameProps, 'payout' | 'review'> & { readonly error: AppError | null }): ReactElement | null {
  const lookFirst = useAwayPending();
  if (review.changed) {
    return (
      <div className={c('trouble')}>
        <Banner family="wait" live head={t('The price changed since you saw it. Nothing was sent.')}>
          {t('{differences} Accept the new price, or keep the payout as ready.', { differences: review.shown ? priceChanges(review.changed, review.shown) : '' })}
        </Banner>
      </div>
    );
  }
  const worst = review.sendError ?? error ?? (review.shown ? null : review.priceError);
  if (lookFirst && (worst === null || worst.code === 'look-first')) return <div className={c('trouble')}><AwayBanner /></div>;
  return <div className={c('trouble')}>{worst ? <ErrorBanner error={withBalances(worst)} actions={wayOut(worst, payout)} /> : <CopyWaits clonedFrom={payout.clonedFrom} />}</div>;
}

function wayOut({ code }: AppError, { clonedFrom }: Payout): ReactNode {
  if (code === 'look-first') return <ToAway />;
  return code === 'money-not-back' ? <ToRepair id={clonedFrom} /> : undefined;
}

/** What was read again stands in the fields of the error: both balances. */
function withBalances(error: AppError): AppError {
  if (error.code !== 'insufficient-funds' || !error.fields) return error;
  return { ...error, fix: [...error.fields.map(({ message }) => `${message}.`), error.fix ?? ''].join(' ') };
}

function Sum({ price, before, from }: { readonly price: Price; readonly before: Price | null; readonly from: string }): ReactElement {
  return (
    <div className={c('sums')}>
      <div className={c('sum')}>
        <LedgerLines label={t('The sum')} lines={reviewLines(price, from)} />
        <AddsUp amount={price.send} fees={price.totalFees} rest={price.converted} />
      </div>
      {before ? <div className={c('sum', 'struck')}><LedgerLines label={t('The sum before')} lines={reviewLines(before, from)} /></div> : null}
    </div>
  );
}
