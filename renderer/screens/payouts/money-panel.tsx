import { History, Timer } from 'lucide-react';
import type { ReactElement } from 'react';
import { currencies } from '../../../preload/contract/currency.ts';
import type { Payout, PayoutDraft, Price } from '../../../preload/contract/payouts.ts';
import type { ProviderId } from '../../../preload/contract/provider.ts';
import { useCall } from '../../api.ts';
import { Age } from '../../components/age.tsx';
import { Note } from '../../components/banner.tsx';
import { Checklist } from '../../components/checklist.tsx';
import { agoOf } from '../../components/clock.ts';
import { InspectorPart } from '../../components/layout.tsx';
import { AddsUp, LedgerLines } from '../../components/ledger-lines.tsx';
import { Money } from '../../components/money.tsx';
import { names } from '../../components/names.ts';
import { Pill } from '../../components/status-pill.tsx';
import { useNow } from '../../components/use-now.ts';
import type { PriceState } from '../../state/price-asker.ts';
import { t } from '../../text.ts';
import { DuplicateHint } from './duplicate-hints.tsx';
import css from './money-panel.module.css';
import { panelLines, walletAfter } from './price-lines.ts';

const c = names(css);

/** Props of {@link MoneyPanel}. */
export type MoneyPanelProps = {
  readonly draft: PayoutDraft;
  readonly payout: Payout | null;
  readonly price: PriceState;
  readonly onAgain: () => void;
};

/** What the payout costs, what arrives, what stays in the wallet, and what must hold before it can go. */
export function MoneyPanel({ draft, payout, price, onAgain }: MoneyPanelProps): ReactElement {
  const current = price.question !== null && price.of === price.question;
  return (
    <>
      <InspectorPart title={t('Money')} end={price.price && price.question ? <Pill family="wait" icon={Timer}>{t('Indicative')}</Pill> : null}>
        {price.price && price.question
          ? <Sum price={price.price} payee={draft.payeeName} state={price} old={!current} onAgain={onAgain} />
          : <p className={c('empty')} aria-live="polite">{emptyWords(price)}</p>}
      </InspectorPart>
      <WalletPart draft={draft} price={current ? price.price : null} />
      {payout ? <DuplicateHint payout={payout} /> : null}
      {payout ? <Before id={payout.id} /> : null}
    </>
  );
}

function emptyWords(price: PriceState): string {
  if (price.problem) return `${price.problem.message} ${price.problem.fix ?? ''}`.trim();
  if (price.asking) return t('Asking Blaaiz for fees and rate');
  return t('Choose wallet, currency and method and set the amount: fees, rate and what arrives show here.');
}

/** Props of {@link Sum}: `old` says that the figures answer an earlier question. */
export type SumProps = {
  readonly price: Price; readonly payee: string; readonly state: PriceState; readonly old: boolean; readonly onAgain: () => void; readonly provider?: ProviderId;
};

/** The sum of a draft: each fee as given, what arrives, whether it adds up, how old it is. */
export function Sum({ price, payee, state, old, onAgain, provider = 'blaaiz' }: SumProps): ReactElement {
  const name = payee.trim() === '' ? t('The payee') : payee;
  return (
    <div className={c('sum', old && 'old')}>
      <LedgerLines label={t('Money')} lines={panelLines(price)} />
      <div className={c('receives')} data-card="">
        <p className={c('who')}>{t('{name} receives', { name })}</p>
        <Money amount={price.receive} size="m" />
        <AddsUp amount={price.send} fees={price.totalFees} rest={price.converted} />
      </div>
      <div className={c('age')} aria-live="polite">
        <History size={14} strokeWidth={2} aria-hidden />
        <span>
          {old ? t('These figures are for the amount before. ') : ''}
          {state.problem ? `${state.problem.message} ` : ''}
          <Age at={price.readAt} before={provider === 'kira' ? t('Fees from Kira, ') : t('Fees and rate from Blaaiz, ')} onRefresh={onAgain} busy={state.asking} />
          {t('. They are read again just before sending.')}
        </span>
      </div>
    </div>
  );
}

function WalletPart({ draft, price }: { readonly draft: PayoutDraft; readonly price: Price | null }): ReactElement | null {
  const wallets = useCall('wallets.list', { fresh: false }).data?.wallets ?? [];
  const wallet = wallets.find((one) => one.id === draft.walletId);
  const now = useNow();
  if (!wallet) return null;
  const after = price ? walletAfter(wallet.balance, price.send) : null;
  return (
    <InspectorPart>
      <h3 className={c('small')}>{t('{currency} wallet', { currency: currencies[wallet.currency].plural })}</h3>
      <LedgerLines
        label={t('Wallet')}
        lines={[
          { id: 'now', label: t('Now, {ago}', { ago: agoOf(wallet.readAt, now) }), amount: wallet.balance },
          { id: 'after', label: t('After this payout'), amount: after, kind: 'sum' },
        ]}
      />
      {after && after.minor < 0 ? <div className={c('short')}><Note family="bad">{t('The wallet does not cover this. Top it up or lower the amount; the payout stays here.')}</Note></div> : null}
    </InspectorPart>
  );
}

/** What must hold before a kept draft can go. */
export function Before({ id }: { readonly id: string }): ReactElement | null {
  const items = useCall('payouts.prerequisites', { id, fresh: false }, { keep: true }).data;
  if (!items) return null;
  return <InspectorPart><Checklist title={t('Before it can go')} items={items} /></InspectorPart>;
}
