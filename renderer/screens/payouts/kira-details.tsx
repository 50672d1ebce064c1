import type { ReactElement } from 'react';
import { FieldWide, Fields } from '../../components/field.tsx';
import { names } from '../../components/names.ts';
import { TextField } from '../../components/text-field.tsx';
import { kiraLimits, kiraOf, lengthOf, typeInternalNotes, typeInvoiceNumber, typeMemo } from '../../state/kira-edits.ts';
import { t } from '../../text.ts';
import { Caution } from './caution.tsx';
import { fieldId } from './draft-problems.ts';
import type { EditorPart } from './editor-part.ts';
import css from './kira-editor.module.css';
import { useEditor } from './use-editor.ts';

const c = names(css);

/** From this length on, banks on the way often cut a memo. */
const oftenCut = 140;

/** What it is: the memo that the payee's bank sees, the invoice it pays, notes that stay here and at Kira. */
export function KiraDetails({ editor, problemOf }: EditorPart): ReactElement {
  const draft = useEditor(editor, (state) => state.draft);
  const { invoiceNumber, internalNotes } = kiraOf(draft);
  const long = lengthOf(draft.reference);
  return (
    <Fields>
      <FieldWide>
        <TextField
          id={fieldId('reference')} label={t('Memo')} qualifier={t('the payee’s bank sees this')} spellCheck={false}
          value={draft.reference} onChange={(text) => editor.change(typeMemo(text))} error={problemOf('reference')}
          unit={<span className={c('counter')}>{t('{n} of {most}', { n: long, most: kiraLimits.memo })}</span>}
          hint={long > oftenCut ? <Caution>{t('Banks often cut a memo after {n} characters. Put what matters first.', { n: oftenCut })}</Caution> : undefined}
        />
      </FieldWide>
      <TextField
        id={fieldId('kira.invoiceNumber')} label={t('Invoice number')} qualifier={t('optional')} mono spellCheck={false}
        value={invoiceNumber} onChange={(text) => editor.change(typeInvoiceNumber(text))} error={problemOf('kira.invoiceNumber')}
      />
      <TextField
        id={fieldId('kira.internalNotes')} label={t('Internal notes')} qualifier={t('not for the payee')} spellCheck
        value={internalNotes} onChange={(text) => editor.change(typeInternalNotes(text))} error={problemOf('kira.internalNotes')}
      />
    </Fields>
  );
}
