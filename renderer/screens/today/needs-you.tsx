import { useNavigate } from '@tanstack/react-router';
import { CircleCheck, Scale } from 'lucide-react';
import type { ReactElement } from 'react';
import type { CustomerRow } from '../../../preload/contract/customers.ts';
import type { PayoutState } from '../../../preload/contract/payouts.ts';
import { providerNames } from '../../../preload/contract/provider.ts';
import { Button } from '../../components/button.tsx';
import { countdownOf } from '../../components/clock.ts';
import { Card, CardRow } from '../../components/layout.tsx';
import { Money } from '../../components/money.tsx';
import colours from '../../components/family.module.css';
import { names } from '../../components/names.ts';
import { customerStatus, payoutStatus, type StatusWord } from '../../components/status-words.ts';
import { useNow } from '../../components/use-now.ts';
import { t } from '../../text.ts';
import type { Summary } from './today.tsx';
import css from './today.module.css';

const c = names({ ...colours, ...css });
type Item = Summary['needsYou'][number];
type PayoutItem = Extract<Item, { readonly kind: 'payout' }>;

/** What waits for a person: each with what happened and the one way on. */
export function NeedsYou({ items }: { readonly items: Summary['needsYou'] }): ReactElement {
  return (
    <Card title={t('Needs you')} mark={<span className={c('count')}>{items.length}</span>} note={items.length > 1 ? t('Oldest first inside each kind') : undefined}>
      {items.length === 0 ? (
        <CardRow>
          <CircleCheck size={16} strokeWidth={1.75} aria-hidden className={c('fine')} />
          <p className={c('note')}>{t('Nothing waits for you. What is unknown, refused, returned or late shows up here.')}</p>
        </CardRow>
      ) : null}
      {items.map((item) => {
        if (item.kind === 'customer') return <CustomerLine key={item.customer.id} customer={item.customer} why={item.why} />;
        return item.kind === 'payout' ? <PayoutLine key={item.payout.id} item={item} /> : <SumLine key={`sum ${item.payout.id}`} item={item} />;
      })}
    </Card>
  );
}

function PayoutLine({ item }: { readonly item: PayoutItem }): ReactElement {
  const navigate = useNavigate();
  const { payout, nextLookAt, why } = item;
  const now = useNow(nextLookAt === null ? null : 1_000);
  const next = nextLookAt !== null && nextLookAt > now ? t('Next look-up in {span}.', { span: countdownOf(nextLookAt - now) }) : '';
  return (
    <Line
      status={payoutStatus(payout.state)} head={payoutHead(payout)} note={`${why} ${next}`.trim()}
      end={payout.send ? <Money amount={payout.send} strong /> : null}
      action={actionOf(payout.state)} about={payout.payeeName}
      onPress={() => void navigate({ to: payout.state === 'failed' || payout.state === 'returned' ? '/repairs/$id' : '/payouts/$id', params: { id: payout.id } })}
    />
  );
}

/** Figures that don't close, or are not the ones that were released. */
function SumLine({ item: { payout, why } }: { readonly item: Extract<Item, { readonly kind: 'sum' }> }): ReactElement {
  const navigate = useNavigate();
  return (
    <Line
      status={{ word: t('Figures'), icon: Scale, family: 'wait', person: true }} head={t('The figures do not close: {name}', { name: payout.payeeName })} note={why}
      end={payout.send ? <Money amount={payout.send} strong /> : null} action={t('Clear up')} about={payout.payeeName}
      onPress={() => void navigate({ to: '/repairs/$id', params: { id: payout.id } })}
    />
  );
}

function actionOf(state: PayoutState): string {
  if (state === 'unknown') return t('Find out');
  return state === 'deposit_expired' ? t('New address') : t('Repair');
}

function payoutHead({ state, payeeName: name, provider }: PayoutItem['payout']): string {
  if (state === 'unknown') return t('Unknown: did the payout to {name} go out?', { name });
  if (state === 'returned') return t('Returned by the bank: {name}', { name });
  if (state === 'failed') return t('Failed: {name}', { name });
  if (state === 'deposit_expired') return t('Deposit expired: {name}. Do not send to its address', { name });
  return state === 'refused' ? t('Refused by {provider}: {name}', { provider: providerNames[provider], name }) : `${payoutStatus(state).word}: ${name}`;
}

function CustomerLine({ customer, why }: { readonly customer: CustomerRow; readonly why: string }): ReactElement {
  const navigate = useNavigate();
  const now = useNow(60_000);
  const status = customerStatus(customer, now);
  const slow = customer.state === 'pending';
  return (
    <Line
      status={status} head={slow ? t('{word}: {name} is still being verified', { word: status.word, name: customer.name }) : `${status.word}: ${customer.name}`} note={why}
      end={<span className={c('kind')}>{t('Customer')}</span>} about={customer.name}
      action={slow ? t('Prepare note') : customer.state === 'cut' ? t('Continue') : t('Open')} onPress={() => void navigate({ to: '/customers/$id', params: { id: customer.id } })}
    />
  );
}

type LineProps = { readonly status: StatusWord; readonly head: string; readonly note: string; readonly end: ReactElement | null; readonly action: string; readonly about: string; readonly onPress: () => void };

function Line({ status, head, note, end, action, about, onPress }: LineProps): ReactElement {
  const Icon = status.icon;
  return (
    <CardRow><div className={c('item')}>
      <span className={c('tile', status.family)}><Icon size={16} strokeWidth={1.75} aria-hidden /></span>
      <div className={c('words')}>
        <p className={c('head')}>{head}</p>
        <p className={c('note')}>{note}</p>
      </div>
      {end}
      <div className={c('action')}><Button wide onPress={onPress} label={t('{action}: {about}', { action, about })}>{action}</Button></div>
    </div></CardRow>
  );
}
