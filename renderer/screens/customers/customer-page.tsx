import { useNavigate } from '@tanstack/react-router';
import { RefreshCw } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { customerStates, type Customer } from '../../../preload/contract/customers.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import { ask } from '../../call.ts';
import { Age } from '../../components/age.tsx';
import { Banner, ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { Card, InspectorLayout, InspectorPart, Screen, WorkHeader } from '../../components/layout.tsx';
import { names } from '../../components/names.ts';
import { StatusPill } from '../../components/status-pill.tsx';
import { customerStatus, type StatusWord } from '../../components/status-words.ts';
import { Timeline } from '../../components/timeline.tsx';
import { useNow } from '../../components/use-now.ts';
import stack from '../../components/stack.module.css';
import { useKey } from '../../keys.ts';
import { t } from '../../text.ts';
import { Facts } from '../payouts/facts.tsx';
import { ClockCard } from './clock-card.tsx';
import { customerFacts } from './customer-facts.ts';
import css from './customer-page.module.css';
import { DetailsCard, PendingDetails } from './details-card.tsx';
import { DocumentsCard } from './documents-card.tsx';
import { RejectedCard } from './rejected-card.tsx';

const c = names({ ...stack, ...css });

/** A customer whom Blaaiz has: where it stands, what is known, its documents and its story. */
export function CustomerPage({ customer, onCorrect }: { readonly customer: Customer; readonly onCorrect: () => void }): ReactElement {
  const now = useNow();
  const look = useLook(customer.id);
  return (
    <Screen
      header={(
        <WorkHeader
          focus crumbs={[{ label: t('Customers'), to: '/customers' }]} title={customer.name === '' ? t('Customer without a name') : customer.name}
          pill={<StatusPill status={customerStatus(customer, now)} place="header" />} note={customer.checkedAt === null ? null : <Age at={customer.checkedAt} before={t('Status read ')} />}
          actions={<Actions customer={customer} look={look} onCorrect={onCorrect} />}
        />
      )}
    >
      <InspectorLayout label={t('Verification and timeline')} inspector={<Side customer={customer} now={now} look={look} />}>
        <div className={c('page')}>
          <ErrorBanner error={look.error} />
          {customer.extraChecks && !look.error ? <ExtraChecks /> : null}
          {customer.state === 'rejected' ? <RejectedCard customer={customer} /> : null}
          {customer.state === 'rejected' ? <Card title={t('Details as sent')}><div className={c('facts')}><Facts label={t('Details as sent')} facts={customerFacts(customer.fields)} /></div></Card> : null}
          {customer.state === 'pending' ? <PendingDetails customer={customer} now={now} /> : null}
          {customer.state === 'verified' ? <DetailsCard customer={customer} now={now} /> : null}
          <DocumentsCard customer={customer} />
        </div>
      </InspectorLayout>
    </Screen>
  );
}

function ExtraChecks(): ReactElement {
  return (
    <Banner family="wait" head={t('Blaaiz is making extra checks on this customer.')}>
      {t('Payouts for this customer wait until they end. If Blaaiz asks for papers, it writes to your business.')}
    </Banner>
  );
}

type Look = { readonly busy: boolean; readonly error: AppError | null; readonly run: () => void };

/** Looks at the provider now. */
function useLook(id: string): Look {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const run = () => {
    if (busy) return;
    setBusy(true);
    void ask('customers.check', { id }).then((answer) => {
      setBusy(false);
      setError(answer.ok ? null : answer.error);
    });
  };
  return { busy, error, run };
}

function Actions({ customer, look, onCorrect }: { readonly customer: Customer; readonly look: Look; readonly onCorrect: () => void }): ReactElement | null {
  const navigate = useNavigate();
  const pay = () => void navigate({ to: '/payouts/new', search: { customer: customer.id } });
  const verified = customer.state === 'verified';
  useKey('primary', verified ? pay : onCorrect, (verified && !customer.extraChecks) || customer.state === 'rejected');
  useKey('new-payout', pay, verified && !customer.extraChecks);
  if (customer.state === 'rejected') return <Button kind="primary" hint="primary" onPress={onCorrect}>{t('Correct and send again')}</Button>;
  if (!verified) return null;
  return (
    <>
      <Button icon={RefreshCw} busy={look.busy} onPress={look.run}>{t('Check now')}</Button>
      <Button kind="primary" hint="new-payout" notYet={customer.extraChecks ? t('Blaaiz is making extra checks; payouts wait until they end.') : null} onPress={pay}>
        {t('New payout')}
      </Button>
    </>
  );
}

function Side({ customer, now, look }: { readonly customer: Customer; readonly now: number; readonly look: Look }): ReactElement {
  return (
    <>
      {customer.state === 'pending' ? <ClockCard customer={customer} now={now} busy={look.busy} onCheck={look.run} /> : null}
      <InspectorPart title={t('Timeline')}><Timeline entries={customer.timeline} statusOf={storyStatus} now={now} /></InspectorPart>
    </>
  );
}

/** The word for the state that an entry of a customer's story led to; how late it is belongs to now and not to the story. */
function storyStatus(state: string): StatusWord | null {
  const known = customerStates.find((one) => one === state);
  return known ? customerStatus({ state: known, extraChecks: false, pendingSince: null }, 0) : null;
}
