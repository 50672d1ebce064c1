import { CircleCheck, CircleQuestionMark, RefreshCw, Timer } from 'lucide-react';
import { useState, type ReactElement, type ReactNode } from 'react';
import type { AppError } from '../../../preload/contract/errors.ts';
import { formatMoney, subtractMoney, type Money as Amount } from '../../../preload/contract/money.ts';
import type { Repair } from '../../../preload/contract/repairs.ts';
import { ask } from '../../call.ts';
import { Age } from '../../components/age.tsx';
import { ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { momentOf } from '../../components/clock.ts';
import { Card, CardRow } from '../../components/layout.tsx';
import { Money } from '../../components/money.tsx';
import { names } from '../../components/names.ts';
import { locale, t } from '../../text.ts';
import work from '../../components/work-list.module.css';
import css from './repairs.module.css';

const c = names({ ...work, ...css });

/** Whether the money is back: what is owed, the balance before and now, and what they say. */
export function MoneyCard({ repair }: { readonly repair: Repair }): ReactElement {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const { money, payout: { id } } = repair;
  const moved = movedText({ moved: between(money) });
  const check = async () => {
    setBusy(true);
    const answer = await ask('repairs.checkMoney', { id });
    setBusy(false);
    setError(answer.ok ? null : answer.error);
  };
  return (
    <Card title={t('Is the money back?')} note={money.seen === false ? t('looked at whenever balances are read') : undefined}>
      {error ? <CardRow><ErrorBanner error={error} /></CardRow> : null}
      <CardRow>
        <div className={c('told')} aria-live="polite">
          <Verdict repair={repair} />
          {money.seen === false ? <Button icon={RefreshCw} busy={busy} onPress={() => void check()}>{t('Check now')}</Button> : null}
        </div>
      </CardRow>
      <div className={c('balances')}>
        <Balance label={t('Should come back')} amount={money.owed}>{money.kept ? t('{fee} was kept as a fee', { fee: formatMoney(money.kept, locale()) }) : null}</Balance>
        {money.before === null ? null : <Balance label={t('Balance before')} amount={money.before}>{money.beforeAt === null ? null : momentOf(money.beforeAt)}{moved ? t('; {moved} in between', { moved }) : null}</Balance>}
        {money.before === null ? null : <Balance label={money.seen === true ? t('Balance with it') : t('Balance now')} amount={money.now}>{money.now === null ? t('not read since') : <Age at={money.nowAt} />}</Balance>}
      </div>
    </Card>
  );
}

function Verdict({ repair: { money, payout: { provider } } }: { readonly repair: Repair }): ReactElement {
  const purse = provider === 'kira' ? t('account') : t('wallet');
  if (money.seen === true) {
    const words = { amount: money.risen ? formatMoney(money.risen, locale()) : '', purse, time: money.seenAt === null ? '' : momentOf(money.seenAt) };
    return <Words icon={<CircleCheck size={16} strokeWidth={1.75} aria-hidden />} what={t('It is back')}>{t('{amount} more was in the {purse}, seen {time}. A top-up looks the same: compare the statement.', words)}</Words>;
  }
  if (money.seen === null) return <Words icon={<CircleQuestionMark size={16} strokeWidth={1.75} aria-hidden />} what={t('No balance can tell')}>{money.why ?? ''}</Words>;
  return <Words icon={<Timer size={16} strokeWidth={1.75} aria-hidden />} what={t('Not yet')}>{notYet(money, purse)}</Words>;
}

type Parts = Pick<Repair['money'], 'risen' | 'moved'>;

function notYet({ risen, moved }: Parts, purse: string): string {
  if (risen === null) return t('The balance of the {purse} was not read since. Nothing is released meanwhile.', { purse });
  const rose = risen.minor <= 0 ? t('The balance of the {purse} has not risen.', { purse })
    : t('The balance of the {purse} rose by {risen}: less than what should come back.', { purse, risen: formatMoney(risen, locale()) });
  return movedText({ moved }) === null ? rose : t('{rose} Payouts of Bursar since then are left aside.', { rose });
}

/** What moved between the two balances beside the money that came back. */
function between({ seen, moved, before, now, risen }: Repair['money']): Amount | null {
  return seen === true && before && now && risen ? subtractMoney(subtractMoney(now, before), risen) : moved;
}

/** What Bursar itself sent (less) and got back (more) since the balance before, with its sign; null for nothing. */
function movedText({ moved }: Pick<Parts, 'moved'>): string | null {
  return moved === null || moved.minor === 0 ? null : `${moved.minor > 0 ? '+' : ''}${formatMoney(moved, locale())}`;
}

function Words({ icon, what, children }: { readonly icon: ReactNode; readonly what: string; readonly children: ReactNode }): ReactElement {
  return (
    <>
      <span className={c('icon')}>{icon}</span>
      <div className={c('words')}>
        <p className={c('head')}>{what}</p>
        <p className={c('note')}>{children}</p>
      </div>
    </>
  );
}

function Balance({ label, amount, children }: { readonly label: string; readonly amount: Amount | null; readonly children?: ReactNode }): ReactElement {
  return (
    <div className={c('balance')}>
      <p className={c('label')}>{label}</p>
      <p className={c('figure')}>{amount ? <Money amount={amount} size="s" /> : '–'}</p>
      <p className={c('small')}>{children}</p>
    </div>
  );
}
