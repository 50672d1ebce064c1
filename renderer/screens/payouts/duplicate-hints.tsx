import { Copy } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import type { Payout } from '../../../preload/contract/payouts.ts';
import { askScore, type LikelySame } from '../../../preload/contract/radar.ts';
import { useCall } from '../../api.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { InspectorPart } from '../../components/layout.tsx';
import { names } from '../../components/names.ts';
import { t } from '../../text.ts';
import { DuplicateDialog } from './duplicate-dialog.tsx';
import css from './duplicates.module.css';
import type { Fact } from './facts.tsx';
import type { Duplicates } from './use-duplicates.ts';

const c = names(css);

/** Over the review: it looks like a payout that is here, and somebody must say why it goes. */
export function DuplicateBanner({ duplicates }: { readonly duplicates: Duplicates }): ReactElement | null {
  const first = duplicates.radar?.matches[0];
  if (!duplicates.asks || !first) return null;
  const n = duplicates.radar?.matches.filter(({ score }) => score >= askScore).length ?? 1;
  return (
    <div className={c('banner')}>
      <Banner family="wait" icon={Copy} live head={t('{n, plural, one {Looks like a payout you have} other {Looks like # payouts you have}}', { n })} actions={<Button onPress={duplicates.show}>{t('Compare')}</Button>}>
        {likenessWords(first)}
      </Banner>
    </div>
  );
}

/** The last of the facts: what looks a little alike, or that it was answered; none when nothing does. What asks stands in the banner. It stands on the page,
 *  not beside it, so that the way by keys to sending stays short. */
export function alikeFact(duplicates: Duplicates): Fact[] {
  const first = duplicates.radar?.matches[0];
  if (!first || duplicates.asks) return [];
  return [{
    id: 'alike', label: t('Looks like'), value: first.score >= askScore ? t('Alike, and it goes with your reason') : t('A little like a payout you have'),
    lines: [likenessWords(first), <span key="compare" className={c('look')}><Button kind="quiet" size="small" onPress={duplicates.show}>{t('Compare')}</Button></span>],
  }];
}

/** In the editor, as soon as the draft looks like another payout: one quiet line and the way to compare. */
export function DuplicateHint({ payout }: { readonly payout: Payout }): ReactElement | null {
  const matches = useCall('payouts.radar', { id: payout.id }, { keep: true }).data?.matches ?? [];
  const [open, setOpen] = useState(false);
  const [first] = matches;
  if (!first) return null;
  return (
    <InspectorPart>
      <h3 className={c('title')}>{first.score >= askScore ? t('Looks like a payout you have') : t('A little like a payout you have')}</h3>
      <p className={c('hint')} aria-live="polite">{likenessWords(first)}</p>
      <Button kind="quiet" size="small" icon={Copy} onPress={() => setOpen(true)}>{t('Compare')}</Button>
      <DuplicateDialog payout={payout} matches={matches} open={open} onClose={() => setOpen(false)} />
    </InspectorPart>
  );
}

/** Why it looks alike, and through which profile the other one goes. */
function likenessWords({ reasons, here, profileName }: LikelySame): string {
  const words = reasons.map((reason, index) => (index === 0 ? reason.words : reason.words.charAt(0).toLowerCase() + reason.words.slice(1))).join(', ');
  return here ? t('{words}.', { words }) : t('{words}, in {profile}.', { words, profile: profileName });
}
