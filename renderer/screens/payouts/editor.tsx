import { useNavigate } from '@tanstack/react-router';
import { Trash2 } from 'lucide-react';
import { useEffect, useState, type ReactElement } from 'react';
import type { AppError } from '../../../preload/contract/errors.ts';
import { ask } from '../../call.ts';
import { ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { focusField, FormSummary } from '../../components/form-summary.tsx';
import { FormSection, InspectorLayout, Screen, WorkHeader } from '../../components/layout.tsx';
import { names } from '../../components/names.ts';
import { StatusPill } from '../../components/status-pill.tsx';
import { payoutStatus } from '../../components/status-words.ts';
import { useKey } from '../../keys.ts';
import type { PayoutEditor } from '../../state/payout-editor.ts';
import { t } from '../../text.ts';
import { DiscardDialog } from '../discard-dialog.tsx';
import { draftProblems, fieldId, mainProblems } from './draft-problems.ts';
import { EditorAmount } from './editor-amount.tsx';
import { EditorDetails } from './editor-details.tsx';
import { EditorFrom } from './editor-from.tsx';
import { EditorTo } from './editor-to.tsx';
import css from './editor.module.css';
import { MoneyPanel } from './money-panel.tsx';
import { SavedNote } from './saved-note.tsx';
import { useBankCode } from './use-bank-code.ts';
import { useDraftPrice, useEditor, useHeld } from './use-editor.ts';

const c = names(css);

/** The payout editor: form at the left, its money at the right. Everything typed is saved as it is typed. */
export function Editor({ editor }: { readonly editor: PayoutEditor }): ReactElement {
  useHeld(editor);
  const draft = useEditor(editor, (state) => state.draft);
  const payout = useEditor(editor, (state) => state.payout);
  const price = useDraftPrice(editor);
  const submit = useSubmit(editor);
  useKey('primary', submit.run);
  const part = { editor, problemOf: submit.problemOf };
  useEffect(() => focusFirst(editor), [editor]);
  return (
    <Screen
      header={(
        <WorkHeader
          crumbs={[{ label: t('Payouts'), to: '/payouts' }]}
          title={payout && draft.reference !== '' ? draft.reference : t('New payout')}
          pill={<StatusPill status={payoutStatus('draft')} place="header" />}
          note={<SavedNote editor={editor} />}
          actions={<Button kind="primary" hint="primary" busy={submit.busy} onPress={submit.run}>{t('Review payout')}</Button>}
        />
      )}
    >
      <InspectorLayout always label={t('Money')} inspector={<MoneyPanel draft={draft} payout={payout} price={price.state} onAgain={price.again} />}>
        <div className={c('form')}>
          {submit.attempt > 0 && (submit.problems.length > 0 || submit.error) ? (
            <div className={c('top')}>
              {submit.problems.length === 0 ? <ErrorBanner error={submit.error} /> : <FormSummary problems={submit.problems} attempt={submit.attempt} />}
            </div>
          ) : null}
          <FormSection title={t('From')}><EditorFrom {...part} /></FormSection>
          <FormSection title={t('To')}><EditorTo {...part} /></FormSection>
          <FormSection title={t('Amount')}><EditorAmount {...part} price={price.state} /></FormSection>
          <FormSection title={t('Details')}><EditorDetails {...part} /></FormSection>
          <ThrowAway editor={editor} />
        </div>
      </InspectorLayout>
    </Screen>
  );
}

/** Puts the focus where the work goes on: the first thing that is not filled in yet. */
function focusFirst(editor: PayoutEditor): void {
  const { draft } = editor.store.getState();
  const empty = [
    ['customerId', draft.customerId === null], ['walletId', draft.walletId === null], ['payeeName', draft.payeeName === ''],
    ['toCurrency', draft.toCurrency === null], ['amountMinor', draft.amountText === ''],
  ] as const;
  const first = empty.find(([, missing]) => missing);
  if (first) focusField(fieldId(first[0]));
}

function ThrowAway({ editor }: { readonly editor: PayoutEditor }): ReactElement | null {
  const [asking, setAsking] = useState(false);
  const id = useEditor(editor, (state) => state.id);
  if (id === null) return null;
  return (
    <div className={c('end')}>
      <Button kind="danger" icon={Trash2} onPress={() => setAsking(true)}>{t('Throw this draft away')}</Button>
      <DiscardDialog of="payouts" id={id} editor={editor} open={asking} onClose={() => setAsking(false)}>
        {t('It was never sent. It can’t be brought back.')}
      </DiscardDialog>
    </div>
  );
}

type Submit = {
  readonly run: () => void;
  readonly busy: boolean;
  readonly attempt: number;
  readonly problems: ReturnType<typeof draftProblems>;
  readonly error: AppError | null;
  readonly problemOf: (path: string) => string | null;
};

/** Goes on to review: checks the form, saves it, marks it ready. What stops it leads to its field. */
function useSubmit(editor: PayoutEditor): Submit {
  const navigate = useNavigate();
  const draft = useEditor(editor, (state) => state.draft);
  const bankCode = useBankCode(draft);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<{ readonly error: AppError; readonly draft: typeof draft } | null>(null);
  const own = draftProblems(draft, bankCode);
  // What main said holds until the form changes.
  const error = refusal?.draft === draft ? refusal.error : null;
  const problems = own.length > 0 ? own : mainProblems(error);

  const go = async () => {
    if (!(await editor.flush())) return;
    const { id, revision, draft: saved } = editor.store.getState();
    if (id === null) return;
    const answer = await ask('payouts.ready', { id, revision });
    if (answer.ok) return await navigate({ to: '/payouts/$id/review', params: { id } });
    setRefusal({ error: answer.error, draft: saved });
    setAttempt((count) => count + 1);
  };
  const run = () => {
    if (busy) return;
    if (own.length > 0) return setAttempt((count) => count + 1);
    setBusy(true);
    void go().finally(() => setBusy(false));
  };
  const problemOf = (path: string) => (attempt === 0 ? null : (problems.find(({ id }) => id === fieldId(path))?.message ?? null));
  return { run, busy, attempt, problems, error, problemOf };
}
