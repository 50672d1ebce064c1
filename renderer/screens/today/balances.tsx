import type { ReactElement } from 'react';
import type { Wallet } from '../../../preload/contract/app.ts';
import { currencies } from '../../../preload/contract/currency.ts';
import { formatAmount, formatMoney, subtractMoney, type Money as Amount } from '../../../preload/contract/money.ts';
import { useAct, useCall } from '../../api.ts';
import { Age } from '../../components/age.tsx';
import { ErrorBanner, Note } from '../../components/banner.tsx';
import { MoneyCell } from '../../components/money.tsx';
import { names } from '../../components/names.ts';
import { locale, t } from '../../text.ts';
import css from './today.module.css';

const c = names(css);

/** What there is to spend, a line a wallet, and what of it may still leave. */
export function Balances({ mayLeave }: { readonly mayLeave: readonly Amount[] }): ReactElement {
  const kept = useCall('wallets.list', { fresh: false });
  const read = useAct('wallets.list');
  const wallets = kept.data?.wallets ?? [];
  return (
    <section className={c('part')}>
      <div className={c('partHead')}>
        <h2>{t('Balances')}</h2>
        <Age at={kept.data?.readAt ?? null} onRefresh={() => read.mutate({ fresh: true })} busy={read.isPending} always />
      </div>
      <ErrorBanner error={read.error ?? kept.error} />
      {kept.data && wallets.length === 0 ? <p className={c('note')}>{t('No balances are known here yet. Read them when there is a network.')}</p> : null}
      <ul>
        {wallets.map((wallet) => (
          <li key={wallet.id} className={c('wallet')}>
            <div>
              <p className={c('head')}>{currencies[wallet.currency].plural}</p>
              <p className={c('small')}>{wallet.active ? t('Blaaiz wallet') : t('Blaaiz wallet, not active')}</p>
            </div>
            <span className={c('balance')}><MoneyCell amount={wallet.balance} strong pad={false} /></span>
          </li>
        ))}
      </ul>
      {mayLeave.map((amount) => <div key={amount.currency} className={c('leave')}><Note family="unk">{leaveWords(amount, wallets)}</Note></div>)}
    </section>
  );
}

/** What an unknown payout means for a wallet: how much is free until it is known. */
export function leaveWords(amount: Amount, wallets: readonly Pick<Wallet, 'currency' | 'balance'>[]): string {
  const wallet = wallets.find((one) => one.currency === amount.currency);
  const values = { amount: formatMoney(amount, locale()), currency: currencies[amount.currency].name.toLowerCase() };
  if (!wallet) return t('{amount} may still leave the {currency} wallet.', values);
  return t('{amount} may still leave the {currency} wallet. Until that is known, {free} is free to use.', { ...values, free: formatAmount(subtractMoney(wallet.balance, amount), locale()) });
}
