import { useNavigate } from '@tanstack/react-router';
import { Trash2, Users } from 'lucide-react';
import { useEffect, useMemo, useState, type ReactElement } from 'react';
import type { Customer } from '../../../preload/contract/customers.ts';
import type { DocumentInfo } from '../../../preload/contract/documents.ts';
import { useCall } from '../../api.ts';
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
import { CustomerForm } from './customer-form.tsx';
import type { CustomerEditor } from './customer-editor.ts';
import { DeskDocuments } from './desk-documents.tsx';
import css from './desk.module.css';
import { FillNote } from './fill-note.tsx';
import { asProblems, formIssues, notYetWords, submitIssues } from './form-issues.ts';
import { toldFields } from './form-told.ts';
import { judgedNow, type Against, type Judgement } from './judged.ts';
import { lockedAfterRefusal } from './refusal-words.ts';
import { TwinsDialog } from './twins-dialog.tsx';
import { useCapture, type DeskCapture } from './use-capture.ts';
import { useCustomerEditor, useHeldCustomer, useShownIssues } from './use-customer-editor.ts';
import { useSubmit, type Submit } from './use-submit.ts';
import { useTwins, type Twins } from './use-twins.ts';
import { useUploadProgress } from './use-upload-progress.ts';

const c = names(css);

/** Everything the desk’s parts share. */
export type Work = {
  readonly editor: CustomerEditor;
  readonly customer: Customer | null;
  readonly documents: readonly DocumentInfo[];
  readonly submit: Submit;
  readonly twins: Twins;
  readonly capture: DeskCapture;
  /** What documents are weighed against, and what is found. */
  readonly against: Against;
  readonly judged: Judgement;
  /** Why people are being compared: somebody asked to, or a submit waits for the answer. */
  readonly comparing: 'asked' | 'submit' | null;
  readonly setComparing: (why: Work['comparing']) => void;
  readonly now: number;
};

/** Where a customer is made: form at the left, its documents at the right. Everything typed is saved as it is typed. */
export function Desk({ editor }: { readonly editor: CustomerEditor }): ReactElement {
  useHeldCustomer(editor);
  const work = useWork(editor);
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
        <DeskDocuments work={work} frozen={frozen} />
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

function useWork(editor: CustomerEditor): Work {
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
  const rejection = data?.rejection ?? null;
  const against = useMemo((): Against => ({ fields, rejection, now }), [fields, rejection, now]);
  const judged = judgedNow(documents, against);
  const submit = useSubmit({
    editor, fields, documents, against, twins,
    onTwins: () => setComparing('submit'),
    onPending: (done) => void navigate({ to: '/customers/$id', params: { id: done } }),
  });
  const capture = useCapture(editor, documents);
  return { editor, customer, documents, submit, twins, capture, against, judged, comparing, setComparing, now };
}

/** Why it can't be submitted yet; null when it can. */
function notYet({ documents, against }: Pick<Work, 'documents' | 'against'>): string | null {
  return notYetWords(asProblems(submitIssues(documents, against), against.fields));
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
  const { editor, customer, documents, submit, twins, setComparing, judged, now } = work;
  const fields = useCustomerEditor(editor, (state) => state.fields);
  const [fresh] = useState(() => editor.store.getState().id === null);
  const shown = useShownIssues(fields, formIssues(fields, now), submit.attempt > 0);
  const refused = (name: string) => submit.problems.find(({ id }) => id === `customer-${name}`)?.message ?? null;
  return (
    <>
      {twins.found.length > 0 ? <TwinNote name={twins.found[0]?.customer.name ?? ''} onCompare={() => setComparing('asked')} /> : null}
      <FillNote editor={editor} documents={documents} now={now} lockedOf={lockedAfterRefusal(customer)} />
      <CustomerForm
        fields={fields} now={now} autoFocus={fresh} lockedOf={lockedAfterRefusal(customer)} toldOf={toldFields(fields, judged)}
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
