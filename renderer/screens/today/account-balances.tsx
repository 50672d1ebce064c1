import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { VirtualAccount } from '../../../preload/contract/accounts.ts';
import { compareMoney, formatAmount, formatMoney, subtractMoney, type Money as Amount } from '../../../preload/contract/money.ts';
import { Age } from '../../components/age.tsx';
import { ErrorBanner, Note } from '../../components/banner.tsx';
import { MoneyCell } from '../../components/money.tsx';
import { names } from '../../components/names.ts';
import { StatusPill } from '../../components/status-pill.tsx';
import { locale, t } from '../../text.ts';
import { modeWords, networkWords, readinessStatus } from '../accounts/account-words.ts';
import { useAccounts } from '../accounts/use-accounts.ts';
import { accountName } from '../payouts/kira-facts.ts';
import css from './today.module.css';

const c = names(css);

/** What there is to spend at Kira: a line a virtual account, how it is funded, and whether it can pay out. */
export function AccountBalances({ mayLeave }: { readonly mayLeave: readonly Amount[] }): ReactElement {
  const { accounts, readAt, busy, error, read } = useAccounts();
  const known = accounts ?? [];
  return (
    <section className={c('part')}>
      <div className={c('partHead')}>
        <h2>{t('Balances')}</h2>
        <Age at={readAt} onRefresh={read} busy={busy} always />
      </div>
      <ErrorBanner error={error} />
      {accounts && known.length === 0 ? <p className={c('note')}>{busy ? t('The accounts are being read.') : t('No accounts are known here yet. Read them when there is a network.')}</p> : null}
      <ul>{known.map((account) => <AccountLine key={account.id} account={account} />)}</ul>
      {mayLeave.map((amount) => <div key={amount.currency} className={c('leave')}><Note family="unk">{accountLeaveWords(amount, known)}</Note></div>)}
    </section>
  );
}

function AccountLine({ account }: { readonly account: VirtualAccount }): ReactElement {
  const { readiness, settlement, mode, balance } = account;
  const way = mode === 'crypto' && settlement ? t('By deposit for each payout, {token} on {network}', { token: settlement.token, network: networkWords(settlement.network) }) : modeWords(mode);
  return (
    <li className={c('wallet')}>
      <div className={c('account')}>
        <p className={c('head')}><Link to="/accounts">{accountName(account)}</Link></p>
        <p className={c('small')}>{account.userName === '' ? way : t('{user}. {way}', { user: account.userName, way })}</p>
        {readiness === 'ready' ? null : <StatusPill status={readinessStatus(readiness)} place="plain" />}
      </div>
      {balance ? <span className={c('balance')}><MoneyCell amount={balance} strong pad={false} /></span> : null}
    </li>
  );
}

/** What an unknown payout means for the accounts. Which of them it leaves is not told here, so only where there is one is the rest reckoned. */
export function accountLeaveWords(amount: Amount, accounts: readonly Pick<VirtualAccount, 'balance'>[]): string {
  const balances = accounts.flatMap(({ balance }) => (balance && balance.currency === amount.currency && balance.minor > 0 ? [balance] : []));
  const [only] = balances;
  const values = { amount: formatMoney(amount, locale()) };
  if (!only || balances.length > 1 || compareMoney(only, amount) < 0) return t('{amount} may still leave an account.', values);
  return t('{amount} may still leave the account. Until that is known, {free} is free to use.', { ...values, free: formatAmount(subtractMoney(only, amount), locale()) });
}
