import { PencilLine } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import type { Customer, CustomerFields } from '../../../preload/contract/customers.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import { ask } from '../../call.ts';
import { ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { shortDateOf } from '../../components/clock.ts';
import { FormSummary } from '../../components/form-summary.tsx';
import { Card } from '../../components/layout.tsx';
import { names } from '../../components/names.ts';
import { useApp } from '../../state/app-state.ts';
import { t } from '../../text.ts';
import { Facts } from '../payouts/facts.tsx';
import { customerFacts } from './customer-facts.ts';
import { CustomerForm } from './customer-form.tsx';
import css from './details-card.module.css';
import { asProblems, formIssues, type FieldName } from './form-issues.ts';
import { useShownIssues } from './use-customer-editor.ts';

const c = names(css);

/** The details of a customer whom Blaaiz has not decided on: facts first, the form only when something is to be changed. */
export function PendingDetails({ customer, now }: { readonly customer: Customer; readonly now: number }): ReactElement {
  const [changing, setChanging] = useState(false);
  if (changing) return <DetailsCard customer={customer} now={now} />;
  return (
    <Card title={t('Details')} note={<Button size="small" icon={PencilLine} onPress={() => setChanging(true)}>{t('Change something')}</Button>}>
      <div className={c('facts')}><Facts label={t('Details')} facts={customerFacts(customer.fields)} /></div>
    </Card>
  );
}

/** The customer's details at the provider: what is locked says since when, the rest can still be changed and is sent, not only kept. */
export function DetailsCard({ customer, now }: { readonly customer: Customer; readonly now: number }): ReactElement {
  const [patch, setPatch] = useState<Partial<CustomerFields>>({});
  const sending = useSending(customer, () => setPatch({}));
  const fields = { ...customer.fields, ...patch };
  const changed = (Object.keys(patch) as FieldName[]).filter((name) => fields[name].trim() !== customer.fields[name].trim());
  const issues = formIssues(fields, now).filter(({ path }) => changed.some((name) => name === path));
  const shown = useShownIssues(fields, issues, sending.attempt > 0);
  const theirs = changed.length > 0 ? (sending.error?.fields ?? []) : [];
  const problems = asProblems(issues.length > 0 ? issues : theirs, fields);
  const since = customer.verifiedAt === null ? null : t('locked since {date}', { date: shortDateOf(customer.verifiedAt, now) });
  return (
    <Card title={t('Details')} note={since ? t('Only what is still empty can be filled in') : t('Changes are sent to Blaaiz')}>
      <div className={c('body')}>
        <FormSummary problems={problems} attempt={sending.attempt} />
        {problems.length === 0 ? <ErrorBanner error={sending.error} /> : null}
        <CustomerForm
          fields={fields} now={now} onChange={(next) => setPatch((before) => ({ ...before, ...next }))} onLeave={shown.leave}
          errorOf={(name) => shown.errorOf(name) ?? theirs.find(({ path }) => path === name)?.message ?? null}
          lockedOf={(name) => (customer.locked.includes(name) ? (since ?? t('locked')) : null)}
        />
      </div>
      {since ? <Mistake /> : null}
      {changed.length > 0 ? (
        <SendBar count={changed.length} busy={sending.busy} onBack={() => setPatch({})} onSend={() => (issues.length > 0 ? sending.refuse() : sending.send(fields))} />
      ) : null}
    </Card>
  );
}

function Mistake(): ReactElement {
  return (
    <div className={c('mistake')}>
      <p>{t('A mistake in a locked field is corrected by Blaaiz support, with proof.')}</p>
      <Button size="small" onPress={() => void ask('app.openHelp', { page: 'blaaiz-support' })}>{t('Open Blaaiz support')}</Button>
    </div>
  );
}

type SendBarProps = { readonly count: number; readonly busy: boolean; readonly onBack: () => void; readonly onSend: () => void };

function SendBar({ count, busy, onBack, onSend }: SendBarProps): ReactElement {
  const { online } = useApp().connection;
  return (
    <div className={c('send')}>
      <p>{t('{count, plural, one {One change is} other {# changes are}} not sent yet.', { count })}</p>
      <Button kind="quiet" onPress={onBack}>{t('Put back')}</Button>
      <Button busy={busy} notYet={online ? null : t('You are offline. It can be sent when Blaaiz is reached again.')} onPress={onSend}>{t('Send to Blaaiz')}</Button>
    </div>
  );
}

function useSending(customer: Customer, done: () => void) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const [attempt, setAttempt] = useState(0);
  const send = (fields: CustomerFields) => {
    if (busy) return;
    void sendNow(fields);
  };
  const sendNow = async (fields: CustomerFields) => {
    setBusy(true);
    const answer = await ask('customers.update', { id: customer.id, fields });
    setBusy(false);
    setError(answer.ok ? null : answer.error);
    setAttempt((count) => (answer.ok ? 0 : count + 1));
    if (answer.ok) done();
  };
  return { busy, error, attempt, send, refuse: () => setAttempt((count) => count + 1) };
}
