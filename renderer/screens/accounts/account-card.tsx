import { useNavigate } from '@tanstack/react-router';
import { ArrowDownToLine, Plus, TriangleAlert } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import type { VirtualAccount } from '../../../preload/contract/accounts.ts';
import { Age } from '../../components/age.tsx';
import { Button } from '../../components/button.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { Card } from '../../components/layout.tsx';
import { Money } from '../../components/money.tsx';
import { names } from '../../components/names.ts';
import { StatusPill } from '../../components/status-pill.tsx';
import { t } from '../../text.ts';
import { modeWords, networkWords, readinessStatus } from './account-words.ts';
import css from './accounts.module.css';

const c = names(css);

/** Props of {@link AccountCard}; `open` tells that its deposits stand beside it. */
export type AccountCardProps = { readonly account: VirtualAccount; readonly open: boolean; readonly onDeposits: () => void };

/** One virtual account: what it can do, what it holds, and where to pay in. */
export function AccountCard({ account, open, onDeposits }: AccountCardProps): ReactElement {
  const name = account.userName === '' ? t('User without a name') : account.userName;
  return (
    <Card title={name} mark={<StatusPill status={readinessStatus(account.readiness)} place="header" />} {...(account.description === '' ? {} : { note: account.description })}>
      <div className={c('body')}>
        <Problems account={account} />
        <Held account={account} />
        <PayIn account={account} />
        <dl className={c('facts')}>
          <Fact label={t('Kira says')}>{account.status}{account.userStatus === '' ? null : `, ${t('user {status}', { status: account.userStatus })}`}</Fact>
          {account.settlement ? <Fact label={t('Settles in')}>{t('{token} on {network}', { token: account.settlement.token, network: networkWords(account.settlement.network) })}</Fact> : null}
        </dl>
      </div>
      <Actions account={account} name={name} open={open} onDeposits={onDeposits} />
    </Card>
  );
}

function Actions({ account, name, open, onDeposits }: AccountCardProps & { readonly name: string }): ReactElement {
  const navigate = useNavigate();
  return (
    <div className={c('actions')}>
      <Button size="small" icon={ArrowDownToLine} label={open ? t('Hide what came in, {name}', { name }) : t('Show what came in, {name}', { name })} onPress={onDeposits}>
        {open ? t('Hide what came in') : t('Show what came in')}
      </Button>
      {account.readiness === 'ready' ? (
        <Button size="small" icon={Plus} label={t('New payout, {name}', { name })} onPress={() => void navigate({ to: '/payouts/new', search: { account: account.id } })}>{t('New payout')}</Button>
      ) : null}
    </div>
  );
}

/** Why it can't pay out yet, each with what to do. */
function Problems({ account: { problems } }: { readonly account: VirtualAccount }): ReactElement | null {
  if (problems.length === 0) return null;
  return (
    <ul className={c('problems')} aria-label={t('Why it can’t pay out')}>
      {problems.map((problem) => (
        <li key={problem.id}>
          <TriangleAlert size={14} strokeWidth={2} aria-hidden />
          <div><span className={c('problem')}>{problem.label}</span><span className={c('remedy')}>{problem.remedy}</span></div>
        </li>
      ))}
    </ul>
  );
}

/** The balance with its age; an account funded per payout has none. */
function Held({ account: { mode, balance, readAt } }: { readonly account: VirtualAccount }): ReactElement {
  return (
    <div className={c('held')}>
      <span className={c('mode')}>{modeWords(mode)}</span>
      {balance ? <Money amount={balance} size="s" /> : <span className={c('none')}>{mode === 'crypto' ? t('keeps no balance') : t('balance not known')}</span>}
      {balance ? <span className={c('age')}><Age at={readAt} /></span> : null}
    </div>
  );
}

/** Where to pay US dollars in. */
function PayIn({ account: { payIn, mode } }: { readonly account: VirtualAccount }): ReactElement | null {
  if (!payIn) return mode === 'fiat' ? <p className={c('quiet')}>{t('Kira has given it no account number yet, so nothing can be paid in.')}</p> : null;
  return (
    <div className={c('payIn')}>
      <h3>{t('Where to pay in')}</h3>
      <dl className={c('facts')}>
        <Fact label={t('Bank')}>{payIn.bankName}</Fact>
        <Fact label={t('Beneficiary')}>{payIn.beneficiary}</Fact>
        <Fact label={t('Account number')} copy={payIn.accountNumber}><span className={c('mono')}>{payIn.accountNumber}</span></Fact>
        <Fact label={t('Routing number')} copy={payIn.routingNumber}><span className={c('mono')}>{payIn.routingNumber}</span></Fact>
      </dl>
    </div>
  );
}

function Fact({ label, copy, children }: { readonly label: string; readonly copy?: string; readonly children: ReactNode }): ReactElement {
  return (
    <div className={c('fact')}>
      <dt>{label}</dt>
      <dd><span data-copyable="">{children}</span>{copy ? <CopyButton text={copy} label={t('Copy: {label}', { label })} /> : null}</dd>
    </div>
  );
}
