import { useState, type ReactElement } from 'react';
import { FormSection } from '../../components/layout.tsx';
import { kiraOf } from '../../state/kira-edits.ts';
import type { PayoutEditor } from '../../state/payout-editor.ts';
import { t } from '../../text.ts';
import { EditorFrame } from './editor-frame.tsx';
import { useSubmit } from './editor-submit.ts';
import { KiraAmount } from './kira-amount.tsx';
import { KiraDetails } from './kira-details.tsx';
import { KiraDocuments } from './kira-documents.tsx';
import { KiraFrom } from './kira-from.tsx';
import { KiraFunding } from './kira-funding.tsx';
import { KiraMarkup } from './kira-markup.tsx';
import { KiraMoneyPanel } from './kira-money-panel.tsx';
import { firstEmpty, kiraProblems } from './kira-problems.ts';
import { useReturnedRecipient } from './kira-start.ts';
import { KiraTo } from './kira-to.tsx';
import { useDraftPrice, useEditor, useHeld } from './use-editor.ts';

/** The editor of a Kira payout: the account decides how it is paid for, the recipient on which rail it travels. */
export function KiraEditor({ editor }: { readonly editor: PayoutEditor }): ReactElement {
  useHeld(editor);
  useReturnedRecipient(editor);
  const draft = useEditor(editor, (state) => state.draft);
  const payout = useEditor(editor, (state) => state.payout);
  const price = useDraftPrice(editor);
  const documents = payout?.documents ?? [];
  // The fixed part is kept as an amount, so what can't be read as one lives only here.
  const [fixedProblem, setFixedProblem] = useState<string | null>(null);
  const submit = useSubmit(editor, kiraProblems(draft, documents, fixedProblem));
  const part = { editor, problemOf: submit.problemOf };
  return (
    <EditorFrame
      editor={editor} submit={submit} empty={firstEmpty}
      inspector={<KiraMoneyPanel draft={draft} payout={payout} price={price.state} onAgain={price.again} />}
    >
      <FormSection title={t('From')}><KiraFrom {...part} /></FormSection>
      {kiraOf(draft).mode === 'crypto' ? <FormSection title={t('Funding')}><KiraFunding {...part} /></FormSection> : null}
      <FormSection title={t('To')}><KiraTo {...part} /></FormSection>
      <FormSection title={t('Amount')}>
        <KiraAmount {...part} price={price.state} />
        <KiraMarkup {...part} onFixedProblem={setFixedProblem} />
      </FormSection>
      <FormSection title={t('Details')}><KiraDetails {...part} /></FormSection>
      <FormSection title={t('Supporting documents')}><KiraDocuments {...part} documents={documents} /></FormSection>
    </EditorFrame>
  );
}
