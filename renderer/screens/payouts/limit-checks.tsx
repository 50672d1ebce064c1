import { Gauge } from 'lucide-react';
import type { ReactElement } from 'react';
import type { LimitLine } from '../../../preload/contract/limits.ts';
import { addMoney, formatMoney } from '../../../preload/contract/money.ts';
import { useCall } from '../../api.ts';
import { shortDateOf, timeOf } from '../../components/clock.ts';
import { locale, t } from '../../text.ts';
import { CheckLine } from './check-line.tsx';

/** How the profile's limits stand for a payout; none where none is set. */
export function useLimits(id: string): readonly LimitLine[] {
  return useCall('payouts.limits', { id }).data ?? [];
}

/** Each limit that is set, beside the decision: over it says what to do. */
export function LimitChecks({ lines }: { readonly lines: readonly LimitLine[] }): ReactElement {
  return (
    <>
      {lines.map((line) => (
        <CheckLine key={line.kind} icon={Gauge} family={line.over ? 'bad' : 'ok'} head={line.over ? overWords(line) : insideWords(line)}>
          {line.over ? `${figures(line)} ${remedy(line)}` : figures(line)}
        </CheckLine>
      ))}
    </>
  );
}

/** Why the limits keep it from being sent; null when they don't. */
export function overLimit(lines: readonly LimitLine[]): string | null {
  const over = lines.filter((line) => line.over);
  const [first] = over;
  if (!first) return null;
  return over.length === 1 ? t('{what}.', { what: overWords(first) }) : t('It is over {n} limits of this profile.', { n: over.length });
}

function insideWords({ kind }: LimitLine): string {
  switch (kind) {
    case 'payout': return t('Inside the limit for one payout');
    case 'day': return t('Inside the limit for a day');
    case 'payee': return t('Inside the limit for this account');
    case 'first': return t('Inside the limit for a new account');
  }
}

function overWords({ kind }: LimitLine): string {
  switch (kind) {
    case 'payout': return t('Over the limit for one payout');
    case 'day': return t('Over the limit for a day');
    case 'payee': return t('Over the limit for this account in a day');
    case 'first': return t('Over the limit for a new account');
  }
}

function figures({ kind, limit, used, asked }: LimitLine): string {
  const values = { sum: formatMoney(addMoney(used, asked), locale()), limit: formatMoney(limit, locale()) };
  if (kind === 'payout') return t('{sum} of {limit}.', values);
  return kind === 'first' ? t('{sum} of {limit} with this one.', values) : t('{sum} of {limit} today with this one.', values);
}

function remedy({ kind, until }: LimitLine): string {
  if (kind === 'payout') return t('Lower the amount, or have the limit changed in Settings.');
  if (until === null) return t('It was never paid before. Send less first, or have the limit changed in Settings.');
  const when = `${shortDateOf(until)}, ${timeOf(until)}`;
  return kind === 'first' ? t('The account is new until {when}. Lower the amount or wait.', { when }) : t('Lower the amount, or send it from {when} on.', { when });
}
