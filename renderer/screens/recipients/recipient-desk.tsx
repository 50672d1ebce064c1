import { useNavigate } from '@tanstack/react-router';
import { Trash2 } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { recipientName, type Recipient } from '../../../preload/contract/recipients.ts';
import { Banner, ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { FormSummary } from '../../components/form-summary.tsx';
import { InspectorLayout, InspectorPart, Screen, WorkHeader } from '../../components/layout.tsx';
import { names } from '../../components/names.ts';
import { StatusPill } from '../../components/status-pill.tsx';
import { useKey } from '../../keys.ts';
import { useAppPart } from '../../state/app-state.ts';
import { t } from '../../text.ts';
import { SavedNote } from '../payouts/saved-note.tsx';
import { LatinPart } from './latin-part.tsx';
import { MakeDialog } from './make-dialog.tsx';
import css from './recipient-desk.module.css';
import type { RecipientEditor } from './recipient-editor.ts';
import { RecipientForm } from './recipient-form.tsx';
import { recipientStatus } from './recipient-words.ts';
import { RemoveDialog } from './remove-dialog.tsx';
import type { Make } from './use-make.ts';
import { useRecipientEditor, useShownIssues } from './use-recipient-editor.ts';

const c = names(css);

/** What a recipient's pages share; `recipient` is null until the form is first kept. */
export type RecipientWork = { readonly editor: RecipientEditor; readonly recipient: Recipient | null; readonly make: Make };

/** Where a recipient is filled in: form at the left, what the bank will see at the right. Everything typed is saved as it is typed. */
export function RecipientDesk(work: RecipientWork): ReactElement {
  const { editor, make } = work;
  const fields = useRecipientEditor(editor, (state) => state.fields);
  return (
    <Screen header={<DeskHeader {...work} />}>
      <InspectorLayout label={t('About this recipient')} always inspector={<><LatinPart fields={fields} /><Steps /></>}>
        <fieldset className={c('form')} disabled={make.busy} aria-label={t('Form')}>
          <div className={c('top')}>
            <Trouble {...work} />
            <FormSummary problems={make.problems} attempt={make.attempt} />
          </div>
          <Form {...work} />
        </fieldset>
      </InspectorLayout>
    </Screen>
  );
}

function Form({ editor, recipient, make }: RecipientWork): ReactElement {
  const fields = useRecipientEditor(editor, (state) => state.fields);
  const refused = recipient?.state === 'refused' ? (recipient.problem?.fields ?? []) : [];
  const shown = useShownIssues(fields, make.attempt > 0, make.error?.fields ?? refused);
  return <RecipientForm fields={fields} shown={shown} onChange={editor.change} onPreset={editor.preset} />;
}

/** Why it wasn't made, where that belongs to no field. */
function Trouble({ recipient, make }: RecipientWork): ReactElement | null {
  if (make.error) return make.problems.length > 0 ? null : <ErrorBanner error={make.error} />;
  if (recipient?.state !== 'refused') return null;
  return (
    <Banner family="bad" head={recipient.problem?.message ?? t('Kira refused this recipient.')}>
      {recipient.problem?.fix ?? t('It was not made. Correct it and make it again.')}
    </Banner>
  );
}

function DeskHeader(work: RecipientWork): ReactElement {
  const { editor, recipient } = work;
  const name = useRecipientEditor(editor, (state) => recipientName(state.fields));
  return (
    <WorkHeader
      crumbs={[{ label: t('Recipients'), to: '/recipients' }]} title={name === '' ? t('New recipient') : name}
      pill={<StatusPill status={recipientStatus(recipient?.state ?? 'draft')} place="header" />} note={<SavedNote editor={editor} />} actions={<DeskActions {...work} />}
    />
  );
}

function DeskActions({ editor, recipient, make }: RecipientWork): ReactElement {
  const navigate = useNavigate();
  const online = useAppPart((state) => state.connection.online);
  const fields = useRecipientEditor(editor, (state) => state.fields);
  const [asking, setAsking] = useState<'make' | 'remove' | null>(null);
  const missing = notYetWords(make);
  const offline = online ? null : t('You are offline. It stays here, and nothing is sent by itself.');
  const start = () => { if (make.check()) setAsking('make'); };
  useKey('primary', start, !make.busy && (missing !== null || online));
  return (
    <>
      {recipient && !make.busy ? <Button kind="quiet" icon={Trash2} onPress={() => setAsking('remove')}>{t('Throw away')}</Button> : null}
      <Button kind="primary" hint="primary" busy={make.busy} notYet={missing ?? offline} onNotYet={missing === null ? () => undefined : start} onPress={start}>{t('Make it at Kira')}</Button>
      {asking === 'make' ? <MakeDialog fields={fields} onClose={() => setAsking(null)} onMake={() => { setAsking(null); make.run(); }} /> : null}
      {asking === 'remove' && recipient ? (
        <RemoveDialog recipient={recipient} onClose={() => setAsking(null)} onRemoved={() => { editor.stop(); void navigate({ to: '/recipients' }); }} />
      ) : null}
    </>
  );
}

/** Why it can't be made yet, in one sentence; what Kira said is no reason not to try again. */
function notYetWords({ problems, error }: Make): string | null {
  const [first] = problems;
  if (!first || error?.fields) return null;
  const rest = problems.length - 1;
  const what = `${first.label}: ${first.message}`;
  return rest === 0 ? what : t('{what} {rest, plural, one {One more thing is} other {# more things are}} missing or wrong.', { what, rest });
}

/** What comes of the form. */
function Steps(): ReactElement {
  return (
    <InspectorPart title={t('Before it is made')}>
      <div className={c('steps')}>
        <p>{t('What you type is kept here, also half filled in and without a line.')}</p>
        <p>{t('Kira checks hardly any of it, the bank all of it: a wrong account comes back days later, without the fees.')}</p>
        <p>{t('Once it is made, Kira can neither change nor delete it.')}</p>
      </div>
    </InspectorPart>
  );
}
