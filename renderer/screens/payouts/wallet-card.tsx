import type { ReactElement, ReactNode } from 'react';
import { currencies } from '../../../preload/contract/currency.ts';
import { compareMoney, formatAmount, subtractMoney, type Money as Amount } from '../../../preload/contract/money.ts';
import type { Payout } from '../../../preload/contract/payouts.ts';
import { exactMomentOf } from '../../components/clock.ts';
import { Card } from '../../components/layout.tsx';
import { Money } from '../../components/money.tsx';
import { names } from '../../components/names.ts';
import { locale, t } from '../../text.ts';
import css from './find-out.module.css';

const c = names(css);

/** Card 2: the wallet before and now, and what it would hold if the payout had gone. It proves nothing alone: other payouts move it too. */
export function WalletCard({ payout, facts, now: at }: { readonly payout: Payout; readonly facts: NonNullable<Payout['unknown']>; readonly now: number }): ReactElement {
  const before = payout.sent?.walletBefore ?? null;
  const now = facts.walletNow;
  const gone = before && payout.send && before.currency === payout.send.currency ? subtractMoney(before, payout.send) : null;
  const currency = payout.fromCurrency ? currencies[payout.fromCurrency].name.toLowerCase() : '';
  const wallet = currency === '' ? t('2. Look at the wallet') : t('2. Look at the {currency} wallet', { currency });
  const title = payout.provider === 'kira' ? t('2. Look at the account') : wallet;
  return (
    <Card title={title} note={facts.walletNowAt === null ? t('not read since') : t('read {time}', { time: exactMomentOf(facts.walletNowAt, at) })}>
      <div className={c('wallets')}>
        <Cell label={t('Before sending')} amount={before} note={payout.sent?.walletReadAt ? t('read {time}', { time: exactMomentOf(payout.sent.walletReadAt, at) }) : t('not read')} />
        <Cell label={t('Now')} amount={now} note={compared(before, now, gone)} />
        <Cell
          label={t('If it went out')} amount={gone}
          note={before && payout.send && gone ? `${formatAmount(before, locale())} − ${formatAmount(payout.send, locale())}` : t('not known')}
        />
      </div>
    </Card>
  );
}

function compared(before: Amount | null, now: Amount | null, gone: Amount | null): string {
  if (!before || !now || before.currency !== now.currency) return t('not known');
  if (compareMoney(before, now) === 0) return t('unchanged');
  if (gone && compareMoney(gone, now) === 0) return t('as if it went out');
  return t('changed, but not by this payout alone');
}

function Cell({ label, amount, note }: { readonly label: string; readonly amount: Amount | null; readonly note: ReactNode }): ReactElement {
  return (
    <div className={c('wallet')}>
      <span className={c('label')}>{label}</span>
      <span className={c('figure')}>{amount ? <Money amount={amount} /> : '–'}</span>
      <span className={c('note')}>{note}</span>
    </div>
  );
}
