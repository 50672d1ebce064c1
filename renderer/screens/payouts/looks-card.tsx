import { SearchCheck, SearchX, Timer, WifiOff } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Payout } from '../../../preload/contract/payouts.ts';
import { providerNames } from '../../../preload/contract/provider.ts';
import { countdownOf, exactMomentOf, spanOf } from '../../components/clock.ts';
import { Card, CardRow } from '../../components/layout.tsx';
import { names } from '../../components/names.ts';
import { t } from '../../text.ts';
import css from './find-out.module.css';
import { middleOut } from './middle-out.ts';
import { isUnseen, wasCut } from './was-cut.ts';

const c = names(css);
type Facts = NonNullable<Payout['unknown']>;
type Look = Facts['lookups'][number];

/** What main says of a look that found nothing, where the provider says no more. */
const notFound = 'Not found';
/** Looks shown one by one; older ones are folded into a line. */
const shownLooks = 4;
/** After how long it is looked up by itself, after the first look; ms. */
const plan = [2 * 60_000, 10 * 60_000] as const;

/** Card 1: every look-up at the provider so far, and the one that comes next. */
export function LooksCard({ payout, facts, now }: { readonly payout: Payout; readonly facts: Facts; readonly now: number }): ReactElement {
  const looks = [...facts.lookups].sort((a, b) => a.at - b.at);
  const hidden = Math.max(0, looks.length - shownLooks);
  return (
    <Card title={titleOf(payout)} note={t('goes on by itself')}>
      {hidden > 0 ? <CardRow><p className={c('note')}>{t('{n, plural, one {# earlier look} other {# earlier looks}}, nothing found', { n: hidden })}</p></CardRow> : null}
      {looks.slice(hidden).map((look, index) => <LookRow key={look.at} look={look} number={hidden + index} since={facts.since} now={now} first={firstWords(payout)} />)}
      {facts.nextLookAt !== null ? <NextLook at={facts.nextLookAt} number={looks.length} facts={facts} now={now} /> : null}
      {laterLooks(facts, now).map((at, index) => <LaterLook key={at} at={at} number={looks.length + 1 + index} facts={facts} now={now} />)}
    </Card>
  );
}

/** Blaaiz is asked for our reference; Kira can't be asked for a key, so its payouts of this account and amount are looked through. */
function titleOf(payout: Payout): string {
  const { provider, sent, reference } = payout;
  if (provider === 'kira') return t('1. Look for it among the payouts at {provider}', { provider: providerNames.kira });
  if (isUnseen(payout)) return t('1. Ask {provider} for every reference it could have left with', { provider: providerNames[provider] });
  return t('1. Ask {provider} for reference {reference}', { provider: providerNames[provider], reference: middleOut(sent?.merchantReference ?? reference, 20) });
}

/** The looks of the plan after the next one, as far as they are still to come: 2 and 10 minutes after it became unknown. */
function laterLooks({ since, nextLookAt }: Facts, now: number): number[] {
  return plan.map((offset) => since + offset).filter((at) => nextLookAt !== null && at > nextLookAt + 1_000 && at > now);
}

function firstWords(payout: Payout): string {
  const nth = ordinal(0);
  if (payout.restoredAt !== null) return t('{nth} look, right after the backup was restored', { nth });
  return wasCut(payout) ? t('{nth} look, right after the line dropped', { nth }) : t('{nth} look, right after it was sent', { nth });
}

function LookRow({ look, number, since, now, first }: { readonly look: Look; readonly number: number; readonly since: number; readonly now: number; readonly first: string }): ReactElement {
  const missing = look.answered && !look.found;
  const Icon = look.found ? SearchCheck : missing ? SearchX : WifiOff;
  const head = look.found ? t('Found') : missing ? t('Not found') : t('No answer');
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
      <time className={c('time')}>{exactMomentOf(look.at, now)}</time>
    </CardRow>
  );
}

function NextLook({ at, number, facts, now }: { readonly at: number; readonly number: number; readonly facts: Facts; readonly now: number }): ReactElement {
  const left = at - now;
  const settles = at >= facts.decideFrom && now < facts.decideFrom;
  return (
    <CardRow>
      <Timer size={16} strokeWidth={1.75} aria-hidden className={c('icon', 'coming')} />
      <div className={c('words')}>
        <p className={c('what')}>{left > 0 ? t('{nth} look in {span}', { nth: ordinal(number), span: countdownOf(left) }) : t('{nth} look now', { nth: ordinal(number) })}</p>
        <p className={c('note')}>{settles ? t('A payout that arrived is normally listed by then') : t('Looks go on until it is known')}</p>
      </div>
      <time className={c('time', 'coming')}>{exactMomentOf(at, now)}</time>
    </CardRow>
  );
}

/** A look of the plan that comes after the next. */
function LaterLook({ at, number, facts, now }: { readonly at: number; readonly number: number; readonly facts: Facts; readonly now: number }): ReactElement {
  return (
    <CardRow>
      <Timer size={16} strokeWidth={1.75} aria-hidden className={c('icon')} />
      <div className={c('words')}>
        <p className={c('what', 'later')}>{t('{nth} look', { nth: ordinal(number) })}</p>
        <p className={c('note')}>{t('{span} after it became unknown, by itself', { span: spanOf(at - facts.since) })}</p>
      </div>
      <time className={c('time')}>{exactMomentOf(at, now)}</time>
    </CardRow>
  );
}

/** First, Second, Third …, then 11th. */
function ordinal(index: number): string {
  const words = [t('First'), t('Second'), t('Third'), t('Fourth'), t('Fifth'), t('Sixth'), t('Seventh'), t('Eighth'), t('Ninth'), t('Tenth')];
  return words[index] ?? t('{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}', { n: index + 1 });
}
