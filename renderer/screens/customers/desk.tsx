import { useNavigate } from '@tanstack/react-router';
import { Trash2, Users } from 'lucide-react';
import { useCallback, useEffect, useState, type ReactElement } from 'react';
import type { Customer } from '../../../preload/contract/customers.ts';
import { slotsFor, type DocumentSlot } from '../../../preload/contract/documents.ts';
import { useCall } from '../../api.ts';
import type { Openers } from '../../capture/open-file.ts';
import { Button } from '../../components/button.tsx';
import { FormSummary } from '../../components/form-summary.tsx';
import { Screen, WorkHeader } from '../../components/layout.tsx';
import { names } from '../../components/names.ts';
import { StatusPill } from '../../components/status-pill.tsx';
import { customerStatus } from '../../components/status-words.ts';
import { useNow } from '../../components/use-now.ts';
import { useKey } from '../../keys.ts';
import { useApp } from '../../state/app-state.ts';
import { t } from '../../text.ts';
import { DiscardDialog } from '../discard-dialog.tsx';
import { SavedNote } from '../payouts/saved-note.tsx';
import { CaptureSide } from './capture-side.tsx';
import { CustomerForm } from './customer-form.tsx';
import type { CustomerEditor } from './customer-editor.ts';
import css from './desk.module.css';
import { asProblems, formIssues, notYetWords, submitIssues } from './form-issues.ts';
import { SlotCards } from './slot-cards.tsx';
import { SubmitStrip } from './submit-strip.tsx';
import { TwinsDialog } from './twins-dialog.tsx';
import { useCapture, type Capturing } from './use-capture.ts';
import { useCustomerEditor, useHeldCustomer, useShownIssues } from './use-customer-editor.ts';
import { useSubmit, type Submit } from './use-submit.ts';
import { useTwins, type Twins } from './use-twins.ts';
import { useUploadProgress } from './use-upload-progress.ts';

const c = names(css);

/** Everything the desk's parts share. */
type Work = {
  readonly editor: CustomerEditor;
  readonly customer: Customer | null;
  readonly submit: Submit;
  readonly twins: Twins;
  readonly capturing: Capturing;
  /** Why people are being compared: somebody asked to, or a submit waits for the answer. */
  readonly comparing: 'asked' | 'submit' | null;
  readonly setComparing: (why: Work['comparing']) => void;
  readonly now: number;
};

/** Where a customer is made: form at the left, its documents at the right. Everything typed is saved as it is typed. */
export function Desk({ editor, openers }: { readonly editor: CustomerEditor; readonly openers?: Openers }): ReactElement {
  useHeldCustomer(editor);
  const work = useWork(editor, openers);
  const { customer, submit, comparing, setComparing } = work;
  const fields = useCustomerEditor(editor, (state) => state.fields);
  const frozen = submit.busy || customer?.state === 'submitting';
  return (
    <Screen header={<DeskHeader work={work} />}>
      <div className={c('desk')}>
        <div className={c('left')} role="region" aria-label={t('Form')} {...(frozen ? { tabIndex: 0 } : {})}>
          <fieldset className={c('form')} disabled={frozen}>
            <FormSummary problems={submit.problems} attempt={submit.attempt} />
            <Form work={work} />
          </fieldset>
        </div>
        <Right work={work} frozen={frozen} />
      </div>
      <TwinsDialog
        id={customer?.id ?? null} fields={fields} twins={work.twins.found} open={comparing !== null} onClose={() => setComparing(null)}
        onOther={() => {
          work.twins.tellApart();
          setComparing(null);
          if (comparing === 'submit') submit.goOn();
        }}
      />
    </Screen>
  );
}

function useWork(editor: CustomerEditor, openers: Openers | undefined): Work {
  const navigate = useNavigate();
  const now = useNow(60_000);
  const id = useCustomerEditor(editor, (state) => state.id);
  const fields = useCustomerEditor(editor, (state) => state.fields);
  const { data, dataUpdatedAt } = useCall('customers.get', { id: id ?? '' }, { enabled: id !== null });
  const documents = useUploadProgress(id, data?.documents ?? [], dataUpdatedAt);
  const customer = data ? { ...data, documents: [...documents] } : null;
  const twins = useTwins(editor);
  const [comparing, setComparing] = useState<Work['comparing']>(null);
  useEffect(() => { if (data) editor.follow(data); }, [editor, data]);
  const submit = useSubmit({
    editor, fields, documents, now, twins,
    onTwins: () => setComparing('submit'),
    onPending: (done) => void navigate({ to: '/customers/$id', params: { id: done } }),
  });
  const capturing = useCapture(editor, openers);
  return { editor, customer, submit, twins, capturing, comparing, setComparing, now };
}

/** Why it can't be submitted yet; null when it can. */
function notYet({ editor, customer, now }: Pick<Work, 'editor' | 'customer' | 'now'>): string | null {
  const { fields } = editor.store.getState();
  return notYetWords(asProblems(submitIssues(fields, customer?.documents ?? [], now), fields));
}

function DeskHeader({ work }: { readonly work: Work }): ReactElement {
  const { editor, customer } = work;
  const { firstName, lastName } = useCustomerEditor(editor, (state) => state.fields);
  const name = `${firstName} ${lastName}`.trim();
  return (
    <WorkHeader
      crumbs={[{ label: t('Customers'), to: '/customers' }]} title={name === '' ? t('New customer') : name}
      pill={<StatusPill status={customerStatus(customer ?? { state: 'draft', extraChecks: false, pendingSince: null }, work.now)} place="header" />}
      note={<SavedNote editor={editor} />}
      actions={<DeskActions work={work} />}
    />
  );
}

function DeskActions({ work }: { readonly work: Work }): ReactElement {
  const { editor, customer, submit } = work;
  const { online } = useApp().connection;
  const [asking, setAsking] = useState(false);
  const running = submit.busy || customer?.state === 'submitting';
  const missing = notYet(work);
  const offline = online ? null : t('You are offline. It stays here, and nothing is sent by itself.');
  useKey('primary', submit.run, !running && (missing !== null || online));
  return (
    <>
      {customer && neverSent(customer) && !running ? <Button kind="quiet" icon={Trash2} onPress={() => setAsking(true)}>{t('Throw away')}</Button> : null}
      <Button kind="primary" hint="primary" busy={running} notYet={missing ?? offline} onNotYet={missing === null ? () => undefined : submit.run} onPress={submit.run}>
        {submitWords(customer)}
      </Button>
      {customer ? (
        <DiscardDialog of="customers" id={customer.id} editor={editor} open={asking} onClose={() => setAsking(false)}>
          {t('It was never sent. The form and its files go, and can’t be brought back.')}
        </DiscardDialog>
      ) : null}
    </>
  );
}

/** Main throws away only what Blaaiz can't have: a draft, or one that it definitely refused to create. */
function neverSent({ state, remoteId, problem }: Customer): boolean {
  return remoteId === null && (state === 'draft' || (state === 'cut' && problem?.code === 'validation'));
}

function submitWords(customer: Customer | null): string {
  if (customer?.state === 'cut') return t('Continue');
  return customer?.state === 'rejected' ? t('Send again') : t('Submit for verification');
}

function Form({ work }: { readonly work: Work }): ReactElement {
  const { editor, submit, twins, setComparing, now } = work;
  const fields = useCustomerEditor(editor, (state) => state.fields);
  const [fresh] = useState(() => editor.store.getState().id === null);
  const shown = useShownIssues(fields, formIssues(fields, now), submit.attempt > 0);
  const refused = (name: string) => submit.problems.find(({ id }) => id === `customer-${name}`)?.message ?? null;
  return (
    <>
      {twins.found.length > 0 ? <TwinNote name={twins.found[0]?.customer.name ?? ''} onCompare={() => setComparing('asked')} /> : null}
      <CustomerForm
        fields={fields} now={now} autoFocus={fresh}
        onChange={(patch) => editor.change(patch)}
        onLeave={(name) => {
          shown.leave(name);
          if (['firstName', 'lastName', 'dob', 'email', 'idNumber'].includes(name)) void twins.look();
        }}
        errorOf={(name) => shown.errorOf(name) ?? (submit.attempt > 0 ? refused(name) : null)}
      />
    </>
  );
}

function TwinNote({ name, onCompare }: { readonly name: string; readonly onCompare: () => void }): ReactElement {
  return (
    <div className={c('twin')} role="status" data-card="">
      <Users size={16} strokeWidth={1.75} aria-hidden />
      <p>{t('This may be {name}, who is a customer already.', { name })}</p>
      <Button size="small" onPress={onCompare}>{t('Compare')}</Button>
    </div>
  );
}

function Right({ work, frozen }: { readonly work: Work; readonly frozen: boolean }): ReactElement {
  const { editor, customer, submit, capturing } = work;
  const { online } = useApp().connection;
  const idType = useCustomerEditor(editor, (state) => state.fields.idType);
  const documents = customer?.documents ?? [];
  const [wanted, choose] = useState<DocumentSlot>('identity');
  const chosen = slotsFor(idType).some(({ slot }) => slot === wanted) ? wanted : 'identity';
  const goOn = useCallback(() => submit.run(), [submit]);
  const missing = submit.attempt === 0 ? [] : submit.problems.map(({ id }) => id.replace(/^customer-/, ''));
  return (
    <CaptureSide
      customerId={customer?.id ?? null} idType={idType} documents={documents} chosen={chosen} capturing={capturing} frozen={frozen}
      cards={(
        <SlotCards
          idType={idType} documents={documents} chosen={chosen} onChoose={choose} busy={capturing.busy} missing={new Set(missing)}
          onStop={(slot) => submit.stop(slot)} onContinue={frozen || !online ? null : goOn}
        />
      )}
      strip={<SubmitStrip customer={customer} error={submit.problems.length > 0 ? null : submit.error} started={submit.busy} onStop={() => submit.stop(null)} />}
    />
  );
}
