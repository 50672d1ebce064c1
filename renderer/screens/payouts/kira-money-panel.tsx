import { Timer, TimerReset } from 'lucide-react';
import type { ReactElement } from 'react';
import { formatMoney, subtractMoney } from '../../../preload/contract/money.ts';
import type { Payout, PayoutDraft, Price } from '../../../preload/contract/payouts.ts';
import { useCall } from '../../api.ts';
import { Note } from '../../components/banner.tsx';
import { agoOf, countdownOf } from '../../components/clock.ts';
import { InspectorPart } from '../../components/layout.tsx';
import { LedgerLines } from '../../components/ledger-lines.tsx';
import { names } from '../../components/names.ts';
import { Pill } from '../../components/status-pill.tsx';
import { useNow } from '../../components/use-now.ts';
import { kiraOf } from '../../state/kira-edits.ts';
import type { PriceState } from '../../state/price-asker.ts';
import { locale, t } from '../../text.ts';
import { DuplicateHint } from './duplicate-hints.tsx';
import { coinWords } from './kira-words.ts';
import { Before, Sum } from './money-panel.tsx';
import css from './money-panel.module.css';
import { walletAfter } from './price-lines.ts';

const c = names(css);

/** Props of {@link KiraMoneyPanel}. */
export type KiraMoneyPanelProps = { readonly draft: PayoutDraft; readonly payout: Payout | null; readonly price: PriceState; readonly onAgain: () => void };

/** What a Kira payout costs, line by line as Kira says it, what arrives, what stays in the account, and what must hold before it can go. */
export function KiraMoneyPanel({ draft, payout, price, onAgain }: KiraMoneyPanelProps): ReactElement {
  const current = price.question !== null && price.of === price.question;
  const shown = price.price && price.question ? price.price : null;
  return (
    <>
      <InspectorPart title={t('Money')} end={shown ? <Held price={shown} /> : null}>
        {shown ? (
          <>
            <Sum price={shown} payee={draft.payeeName} state={price} old={!current} onAgain={onAgain} provider="kira" />
            {shown.note ? <div className={c('short')}><Note family="wait">{shown.note}</Note></div> : null}
          </>
        ) : <p className={c('empty')} aria-live="polite">{emptyWords(price)}</p>}
      </InspectorPart>
      {kiraOf(draft).mode === 'crypto' ? <CoinPart draft={draft} /> : <AccountPart draft={draft} price={current ? price.price : null} />}
      {payout ? <DuplicateHint payout={payout} /> : null}
      {payout ? <Before id={payout.id} /> : null}
    </>
  );
}

/** Whether the price is only a guess of what it will be, or held, and for how long. */
function Held({ price }: { readonly price: Price }): ReactElement {
  const { quote } = price;
  const now = useNow(quote ? 1_000 : null);
  if (!quote) return <Pill family="wait" icon={Timer}>{t('Indicative')}</Pill>;
  if (quote.expiresAt <= now) return <Pill family="wait" icon={TimerReset}>{t('No longer held')}</Pill>;
  return <Pill family="move" icon={Timer}>{t('Held for {left}', { left: countdownOf(quote.expiresAt - now) })}</Pill>;
}

function emptyWords(price: PriceState): string {
  if (price.problem) return `${price.problem.message} ${price.problem.fix ?? ''}`.trim();
  if (price.asking) return t('Asking Kira for the fees');
  return t('Choose account and recipient and set the amount: the fees and what arrives show here.');
}

function AccountPart({ draft, price }: { readonly draft: PayoutDraft; readonly price: Price | null }): ReactElement | null {
  const account = useCall('accounts.list', { fresh: false }).data?.accounts.find((one) => one.id === draft.walletId);
  const now = useNow();
  if (!account) return null;
  const { balance } = account;
  const after = price && balance ? walletAfter(balance, price.send) : null;
  return (
    <InspectorPart>
      <h3 className={c('small')}>{t('Dollars of {name}', { name: account.userName })}</h3>
      <LedgerLines
        label={t('Account')}
        lines={[
          { id: 'now', label: t('Now, {ago}', { ago: agoOf(account.readAt, now) }), amount: balance },
          { id: 'after', label: t('After this payout'), amount: after, kind: 'sum' },
        ]}
      />
      {after && price ? <Cover after={after.minor} left={subtractMoney(after, price.totalFees).minor} /> : null}
    </InspectorPart>
  );
}

/** Whether the balance is enough. Kira's guide asks for the fees beside the amount, though it debits the amount alone (Kira guide: Payouts). */
function Cover({ after, left }: { readonly after: number; readonly left: number }): ReactElement | null {
  if (after < 0) return <div className={c('short')}><Note family="bad">{t('The account does not cover this. Pay dollars in or lower the amount; the payout stays here.')}</Note></div>;
  if (left < 0) return <div className={c('short')}><Note family="wait">{t('It is close: Kira may ask that the balance covers the fees too, and then refuses it.')}</Note></div>;
  return null;
}

function CoinPart({ draft }: { readonly draft: PayoutDraft }): ReactElement {
  const { amountMinor } = draft;
  const kira = kiraOf(draft);
  const coin = kira.network && kira.token ? coinWords(kira) : t('stablecoin');
  const amount = amountMinor === null ? null : formatMoney({ minor: amountMinor, currency: 'USD' }, locale());
  return (
    <InspectorPart>
      <h3 className={c('small')}>{t('How it is paid for')}</h3>
      <p className={c('empty')}>
        {amount === null ? t('By a deposit of {coin}.', { coin }) : t('By a deposit of {coin} worth {amount}.', { coin, amount })}{' '}
        {t('No dollars leave the account. You get the address once the payout is made, and have 24 hours.')}
      </p>
    </InspectorPart>
  );
}
