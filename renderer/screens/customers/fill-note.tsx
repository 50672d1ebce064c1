import { ScanText } from 'lucide-react';
import type { ReactElement } from 'react';
import { dayOf } from '../../../preload/contract/calendar.ts';
import type { CustomerFields } from '../../../preload/contract/customers.ts';
import type { DocumentInfo } from '../../../preload/contract/documents.ts';
import { fillFrom } from '../../../preload/contract/judge/fill.ts';
import { Button } from '../../components/button.tsx';
import { names } from '../../components/names.ts';
import { toast } from '../../state/toasts.ts';
import { t } from '../../text.ts';
import type { CustomerEditor } from './customer-editor.ts';
import css from './fill-note.module.css';
import { fieldLabel, type FieldName } from './form-issues.ts';
import { bySlot } from './judged.ts';
import { useCustomerEditor } from './use-customer-editor.ts';

const c = names(css);

/** Props of {@link FillNote}; a locked field is not filled. */
export type FillNoteProps = { readonly editor: CustomerEditor; readonly documents: readonly DocumentInfo[]; readonly now: number; readonly lockedOf: (name: FieldName) => string | null };

/** Offers what the document says for the form’s empty fields; what is typed stays. */
export function FillNote({ editor, documents, now, lockedOf }: FillNoteProps): ReactElement | null {
  const fields = useCustomerEditor(editor, (state) => state.fields);
  const said = fillFrom(bySlot(documents, fields.idType), fields, dayOf(now));
  const patch = Object.fromEntries(Object.entries(said).filter(([name, value]) => lockedOf(name as FieldName) === null && fields[name as FieldName] !== value)) as Partial<CustomerFields>;
  const filled = Object.keys(patch) as FieldName[];
  if (filled.length === 0) return null;
  const fill = () => {
    editor.change(patch);
    toast(t('{count, plural, one {One field is} other {# fields are}} filled from the document', { count: filled.length }), { label: t('Undo'), run: () => editor.change(undone(editor, patch, fields)) });
  };
  return (
    <div className={c('note')} role="status" data-card="">
      <ScanText size={16} strokeWidth={1.75} aria-hidden />
      <p>{t('The document says: {fields}.', { fields: filled.map((name) => fieldLabel(name, fields.idType).toLowerCase()).join(', ') })}</p>
      <Button size="small" onPress={fill}>{t('Fill the form from this document')}</Button>
    </div>
  );
}

/** What was filled and not changed since, as it was before. */
function undone(editor: CustomerEditor, patch: Partial<CustomerFields>, before: CustomerFields): Partial<CustomerFields> {
  const now = editor.store.getState().fields;
  return Object.fromEntries((Object.keys(patch) as FieldName[]).filter((name) => now[name] === patch[name]).map((name) => [name, before[name]]));
}
