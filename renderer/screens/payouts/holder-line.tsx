import { Check, LoaderCircle, TriangleAlert } from 'lucide-react';
import { useEffect, type ReactElement } from 'react';
import { compareHolder } from '../../../preload/contract/holder-name.ts';
import { useCall } from '../../api.ts';
import { Button } from '../../components/button.tsx';
import field from '../../components/field.module.css';
import { names } from '../../components/names.ts';
import { Checkbox } from '../../components/toggles.tsx';
import { acceptHolder, keepHolder, lookupQuestion, namePayee } from '../../state/draft-edits.ts';
import { t } from '../../text.ts';
import { fieldId } from './draft-problems.ts';
import type { EditorPart } from './editor-part.ts';
import css from './holder-line.module.css';
import { useEditor } from './use-editor.ts';

const c = names({ ...field, ...css });

/** Whose account it is, asked by itself once bank and number are there, and what the person decides when the names differ. */
export function HolderLine({ editor, problemOf }: EditorPart): ReactElement {
  const draft = useEditor(editor, (state) => state.draft);
  const question = lookupQuestion(draft);
  const known = draft.holderName;
  const answer = useCall('banks.lookup', question ?? { bankId: '-', accountNumber: '0000000000' }, { enabled: question !== null, staleTime: 600_000 });
  const found = question === null ? null : (answer.data?.accountName ?? null);
  useEffect(() => {
    if (found !== null && found !== known) editor.change(keepHolder(found));
  }, [editor, found, known]);
  return (
    <div aria-live="polite">
      {question && answer.isFetching && draft.holderName === null ? <p className={c('line', 'holder')}><LoaderCircle size={14} strokeWidth={2} aria-hidden />{t('Asking the bank whose account this is')}</p> : null}
      {question && draft.holderName !== null ? <Compared editor={editor} holder={draft.holderName} problemOf={problemOf} /> : null}
      {question && answer.error && draft.holderName === null ? <p className={c('line', 'holder', 'doubt')}><TriangleAlert size={14} strokeWidth={2} aria-hidden />{`${answer.error.message} ${answer.error.fix ?? ''}`.trim()}</p> : null}
    </div>
  );
}

function Compared({ editor, holder, problemOf }: EditorPart & { readonly holder: string }): ReactElement {
  const payee = useEditor(editor, (state) => state.draft.payeeName);
  const accepted = useEditor(editor, (state) => state.draft.holderAccepted);
  if (payee.trim() === '') {
    return (
      <p className={c('line', 'holder')}>
        {t('Bank says: {holder}.', { holder })}
        <Button kind="quiet" size="small" onPress={() => editor.change(namePayee(holder))}>{t('Use this name')}</Button>
      </p>
    );
  }
  const match = compareHolder(payee, holder);
  if (match === 'same') {
    return <p className={c('line', 'holder', 'good')}><Check size={14} strokeWidth={2} aria-hidden />{t('Bank says: {holder}. Matches the payee.', { holder })}</p>;
  }
  const tone = accepted ? null : match === 'close' ? 'doubt' : 'error';
  const words = match === 'close' ? t('Bank says: {holder}. Close to the payee, not the same.', { holder }) : t('Bank says: {holder}. This differs from the payee.', { holder });
  const missing = problemOf('holderAccepted');
  return (
    <>
      <p className={c('line', 'holder', tone)}><TriangleAlert size={14} strokeWidth={2} aria-hidden />{words}</p>
      <div className={c('decide')}>
        <Checkbox
          id={fieldId('holderAccepted')} label={t('I know this holder, the account is right')} on={accepted} onChange={(on) => editor.change(acceptHolder(on))}
          note={missing ? <span className={c('error')}>{missing}</span> : undefined}
        />
      </div>
    </>
  );
}
