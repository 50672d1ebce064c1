import { SearchCheck, SearchX, Timer, WifiOff } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Payout } from '../../../preload/contract/payouts.ts';
import { providerNames } from '../../../preload/contract/provider.ts';
import { countdownOf, exactTimeOf, spanOf } from '../../components/clock.ts';
import { Card, CardRow } from '../../components/layout.tsx';
import { names } from '../../components/names.ts';
import { t } from '../../text.ts';
import css from './find-out.module.css';
import { middleOut } from './middle-out.ts';
import { wasCut } from './was-cut.ts';

const c = names(css);
type Facts = NonNullable<Payout['unknown']>;
type Look = Facts['lookups'][number];

/** What main says of a look that found nothing, where the provider says no more. */
const notFound = 'Not found';
/** Looks shown one by one; older ones are folded into a line. */
const shownLooks = 4;

/** Card 1: every look-up at the provider so far, and the one that comes next. */
export function LooksCard({ payout, facts, now }: { readonly payout: Payout; readonly facts: Facts; readonly now: number }): ReactElement {
  const looks = [...facts.lookups].sort((a, b) => a.at - b.at);
  const hidden = Math.max(0, looks.length - shownLooks);
  return (
    <Card title={titleOf(payout)} note={t('goes on by itself')}>
      {hidden > 0 ? <CardRow><p className={c('note')}>{t('{n, plural, one {# earlier look} other {# earlier looks}}, nothing found', { n: hidden })}</p></CardRow> : null}
      {looks.slice(hidden).map((look, index) => <LookRow key={look.at} look={look} number={hidden + index} since={facts.since} cut={wasCut(payout)} />)}
      {facts.nextLookAt !== null ? <NextLook at={facts.nextLookAt} number={looks.length} facts={facts} now={now} /> : null}
    </Card>
  );
}

/** Blaaiz is asked for our reference; Kira can't be asked for a key, so its payouts of this account and amount are looked through. */
function titleOf({ provider, sent, reference }: Payout): string {
  if (provider === 'kira') return t('1. Look for it among the payouts at {provider}', { provider: providerNames.kira });
  return t('1. Ask {provider} for reference {reference}', { provider: providerNames[provider], reference: middleOut(sent?.merchantReference ?? reference, 20) });
}

function LookRow({ look, number, since, cut }: { readonly look: Look; readonly number: number; readonly since: number; readonly cut: boolean }): ReactElement {
  const missing = look.answered && !look.found;
  const Icon = look.found ? SearchCheck : missing ? SearchX : WifiOff;
  const head = look.found ? t('Found') : missing ? t('Not found') : t('No answer');
  const first = cut ? t('{nth} look, right after the line dropped', { nth: ordinal(number) }) : t('{nth} look, right after it was sent', { nth: ordinal(number) });
  const early = number === 0 ? first : t('{nth} look, moments later', { nth: ordinal(number) });
  const when = look.at - since < 30_000 ? early : t('{nth} look, {span} later', { nth: ordinal(number), span: spanOf(look.at - since) });
  const more = look.found || look.detail === notFound || look.detail === '' ? when : `${when}. ${look.detail}`;
  return (
    <CardRow>
      <Icon size={16} strokeWidth={1.75} aria-hidden className={c('icon')} />
      <div className={c('words')}>
        <p className={c('what')}>{head}</p>
        <p className={c('note')}>{more}</p>
      </div>
      <time className={c('time')}>{exactTimeOf(look.at)}</time>
    </CardRow>
  );
}

function NextLook({ at, number, facts, now }: { readonly at: number; readonly number: number; readonly facts: Facts; readonly now: number }): ReactElement {
  const left = at - now;
  const settled = at >= facts.decideFrom;
  return (
    <CardRow>
      <Timer size={16} strokeWidth={1.75} aria-hidden className={c('icon', 'coming')} />
      <div className={c('words')}>
        <p className={c('what')}>{left > 0 ? t('{nth} look in {span}', { nth: ordinal(number), span: countdownOf(left) }) : t('{nth} look now', { nth: ordinal(number) })}</p>
        <p className={c('note')}>{settled ? t('A payout that arrived is normally listed by then') : t('Looks go on until it is known')}</p>
      </div>
      <time className={c('time', 'coming')}>{exactTimeOf(at)}</time>
    </CardRow>
  );
}

/** First, Second, Third …, then 11th. */
function ordinal(index: number): string {
  const words = [t('First'), t('Second'), t('Third'), t('Fourth'), t('Fifth'), t('Sixth'), t('Seventh'), t('Eighth'), t('Ninth'), t('Tenth')];
  return words[index] ?? t('{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}', { n: index + 1 });
}
