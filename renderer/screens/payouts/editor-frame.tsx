import { Trash2 } from 'lucide-react';
import { useEffect, useState, type ReactElement, type ReactNode } from 'react';
import { ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { focusField, FormSummary } from '../../components/form-summary.tsx';
import { InspectorLayout, Screen, WorkHeader } from '../../components/layout.tsx';
import { names } from '../../components/names.ts';
import { StatusPill } from '../../components/status-pill.tsx';
import { payoutStatus } from '../../components/status-words.ts';
import { useKey } from '../../keys.ts';
import type { PayoutDraft } from '../../../preload/contract/payouts.ts';
import type { PayoutEditor } from '../../state/payout-editor.ts';
import { t } from '../../text.ts';
import { DiscardDialog } from '../discard-dialog.tsx';
import { CopyNote } from './copy-note.tsx';
import { fieldId } from './draft-problems.ts';
import type { Submit } from './editor-submit.ts';
import css from './editor.module.css';
import { SavedNote } from './saved-note.tsx';
import { useEditor } from './use-editor.ts';

const c = names(css);

/** Props of {@link EditorFrame}: `empty` names the first field that is not filled in yet, null when all are; `inspector` is the money. */
export type EditorFrameProps = {
  readonly editor: PayoutEditor;
  readonly submit: Submit;
  readonly empty: (draft: PayoutDraft) => string | null;
  readonly inspector: ReactNode;
  readonly children: ReactNode;
};

/** What every payout editor has around its form: the header that goes on to review, what is wrong on top, and the way to throw it away. */
export function EditorFrame({ editor, submit, empty, inspector, children }: EditorFrameProps): ReactElement {
  const named = useEditor(editor, (state) => (state.payout && state.draft.reference !== '' ? state.draft.reference : null));
  const copied = useEditor(editor, (state) => state.payout?.clonedFrom ?? null);
  useKey('primary', submit.run);
  const [first] = useState(() => empty(editor.store.getState().draft));
  useEffect(() => {
    // Puts the focus where the work goes on.
    if (first) focusField(fieldId(first));
  }, [first]);
  return (
    <Screen
      header={(
        <WorkHeader
          crumbs={[{ label: t('Payouts'), to: '/payouts' }]} title={named ?? t('New payout')}
          pill={<StatusPill status={payoutStatus('draft')} place="header" />}
          note={<SavedNote editor={editor} />}
          actions={<Button kind="primary" hint="primary" busy={submit.busy} onPress={submit.run}>{t('Review payout')}</Button>}
        />
      )}
    >
      <InspectorLayout always label={t('Money')} inspector={inspector}>
        <div className={c('form')}>
          {submit.attempt > 0 && (submit.problems.length > 0 || submit.error) ? (
            <div className={c('top')}>
              {submit.problems.length === 0 ? <ErrorBanner error={submit.error} /> : <FormSummary problems={submit.problems} attempt={submit.attempt} />}
            </div>
          ) : null}
          {copied ? <div className={c('top')}><CopyNote clonedFrom={copied} /></div> : null}
          {children}
          <ThrowAway editor={editor} />
        </div>
      </InspectorLayout>
    </Screen>
  );
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
