import type { ReactElement } from 'react';
import type { PayoutDraft } from '../../../preload/contract/payouts.ts';
import { FormSection } from '../../components/layout.tsx';
import { useAppPart } from '../../state/app-state.ts';
import type { PayoutEditor } from '../../state/payout-editor.ts';
import { t } from '../../text.ts';
import { draftProblems } from './draft-problems.ts';
import { EditorAmount } from './editor-amount.tsx';
import { EditorDetails } from './editor-details.tsx';
import { EditorFrame } from './editor-frame.tsx';
import { EditorFrom } from './editor-from.tsx';
import { useSubmit } from './editor-submit.ts';
import { EditorTo } from './editor-to.tsx';
import { KiraEditor } from './kira-editor.tsx';
import { MoneyPanel } from './money-panel.tsx';
import { useBankCode } from './use-bank-code.ts';
import { useDraftPrice, useEditor, useHeld } from './use-editor.ts';

/** The payout editor: form at the left, its money at the right. Everything typed is saved as it is typed. The provider decides what is asked. */
export function Editor({ editor }: { readonly editor: PayoutEditor }): ReactElement {
  const provider = useAppPart((app) => app.profile?.provider);
  return provider === 'kira' ? <KiraEditor editor={editor} /> : <BlaaizEditor editor={editor} />;
}

function BlaaizEditor({ editor }: { readonly editor: PayoutEditor }): ReactElement {
  useHeld(editor);
  const draft = useEditor(editor, (state) => state.draft);
  const payout = useEditor(editor, (state) => state.payout);
  const price = useDraftPrice(editor);
  const bankCode = useBankCode(draft);
  const submit = useSubmit(editor, draftProblems(draft, bankCode));
  const part = { editor, problemOf: submit.problemOf };
  return (
    <EditorFrame
      editor={editor} submit={submit} empty={firstEmpty}
      inspector={<MoneyPanel draft={draft} payout={payout} price={price.state} onAgain={price.again} />}
    >
      <FormSection title={t('From')}><EditorFrom {...part} /></FormSection>
      <FormSection title={t('To')}><EditorTo {...part} /></FormSection>
      <FormSection title={t('Amount')}><EditorAmount {...part} price={price.state} /></FormSection>
      <FormSection title={t('Details')}><EditorDetails {...part} /></FormSection>
    </EditorFrame>
  );
}

/** The first thing that is not filled in yet. */
function firstEmpty(draft: PayoutDraft): string | null {
  const empty = [
    ['customerId', draft.customerId === null], ['walletId', draft.walletId === null], ['payeeName', draft.payeeName === ''],
    ['toCurrency', draft.toCurrency === null], ['amountMinor', draft.amountText === ''],
  ] as const;
  return empty.find(([, missing]) => missing)?.[0] ?? null;
}
