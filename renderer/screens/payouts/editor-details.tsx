import type { ReactElement } from 'react';
import { payoutPurposes } from '../../../preload/contract/payouts.ts';
import { FieldWide, Fields } from '../../components/field.tsx';
import { Select } from '../../components/select.tsx';
import { TextField } from '../../components/text-field.tsx';
import { choosePurpose, typeReference } from '../../state/draft-edits.ts';
import { t } from '../../text.ts';
import { fieldId } from './draft-problems.ts';
import { EditorInvoice } from './editor-invoice.tsx';
import type { EditorPart } from './editor-part.ts';
import { useEditor } from './use-editor.ts';

/** What it is: the reference that the payee reads, the purpose, and the invoice that it pays. */
export function EditorDetails({ editor, problemOf }: EditorPart): ReactElement {
  const reference = useEditor(editor, (state) => state.draft.reference);
  const purpose = useEditor(editor, (state) => state.draft.purpose);
  return (
    <Fields>
      <TextField
        id={fieldId('reference')} label={t('Reference')} qualifier={t('payee sees this')} mono maxLength={140} spellCheck={false}
        value={reference} onChange={(text) => editor.change(typeReference(text))} error={problemOf('reference')}
      />
      <Select
        id={fieldId('purpose')} label={t('Purpose')} empty={t('Choose a purpose')} value={purpose || null} error={problemOf('purpose')}
        options={payoutPurposes.map((one) => ({ id: one as string, label: t(one) }))} onChange={(one) => editor.change(choosePurpose(one))}
      />
      <FieldWide><EditorInvoice editor={editor} /></FieldWide>
    </Fields>
  );
}
