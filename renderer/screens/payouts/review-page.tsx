import type { ReactElement } from 'react';
import type { Payout } from '../../../preload/contract/payouts.ts';
import { t } from '../../text.ts';
import { KiraReview } from './kira-review.tsx';
import { LimitChecks } from './limit-checks.tsx';
import { payoutFacts } from './payout-facts.ts';
import { ReviewChecks } from './review-checks.tsx';
import { ReviewFoot } from './review-foot.tsx';
import { ReviewFrame } from './review-frame.tsx';
import { useBank } from './use-bank-code.ts';
import { useGuards } from './use-guards.ts';
import { useReview } from './use-review.ts';

/** The last look before a payout goes; the provider decides what is read back. */
export function Review({ payout }: { readonly payout: Payout }): ReactElement {
  return payout.provider === 'kira' ? <KiraReview payout={payout} /> : <BlaaizReview payout={payout} />;
}

function BlaaizReview({ payout }: { readonly payout: Payout }): ReactElement {
  const bank = useBank(payout.draft);
  const own = useReview(payout);
  const { review, duplicates, limits } = useGuards(payout, own, own.send);
  return (
    <ReviewFrame
      payout={payout} review={review} duplicates={duplicates} facts={payoutFacts(payout, bank)} from={t('Leaves the wallet')}
      checks={<ReviewChecks payout={payout} review={review} guards={<LimitChecks lines={limits} />} />}
      foot={<ReviewFoot review={review} />}
    />
  );
}
