import { useNavigate } from '@tanstack/react-router';
import { ArrowUpRight, UserPlus } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import type { Recipient } from '../../../preload/contract/recipients.ts';
import { useCall } from '../../api.ts';
import { Button } from '../../components/button.tsx';
import { ComboBox } from '../../components/combo-box.tsx';
import { names } from '../../components/names.ts';
import { chooseRecipient, letRecipientGo } from '../../state/kira-edits.ts';
import type { PayoutEditor } from '../../state/payout-editor.ts';
import { t } from '../../text.ts';
import { Caution } from './caution.tsx';
import { fieldId } from './draft-problems.ts';
import type { EditorPart } from './editor-part.ts';
import css from './kira-editor.module.css';
import { railTime, recipientDetail, recipientDoubt, recipientStateWords } from './kira-words.ts';
import { useEditor } from './use-editor.ts';

const c = names(css);

/** Who receives: a recipient of the book, or a new one made on its own screen. */
export function KiraTo(part: EditorPart): ReactElement {
  const { editor } = part;
  const navigate = useNavigate();
  const payeeId = useEditor(editor, (state) => state.draft.payeeId);
  const all = useCall('recipients.list', { query: '', fresh: false }).data ?? [];
  const chosen = all.find((one) => one.id === payeeId);
  const toBook = async (id: string | null) => {
    const back = await keptId(editor);
    if (back === null) return;
    if (id === null) await navigate({ to: '/recipients/new', search: { for: back } });
    else await navigate({ to: '/recipients/$id', params: { id }, search: { for: back } });
  };
  return (
    <div className={c('beside')}>
      <RecipientField {...part} chosen={chosen} />
      <div className={c('low')}>
        {chosen && chosen.state !== 'there'
          ? <Button icon={ArrowUpRight} onPress={() => void toBook(chosen.id)}>{t('Open the recipient')}</Button>
          : <Button icon={UserPlus} onPress={() => void toBook(null)}>{t('New recipient…')}</Button>}
      </div>
    </div>
  );
}

/** The id of the draft, kept first when it is new: the way back leads to it. Null when it can't be saved. */
async function keptId(editor: PayoutEditor): Promise<string | null> {
  if (editor.store.getState().id === null) editor.change((draft) => ({ ...draft }));
  const safe = await editor.flush();
  return safe ? editor.store.getState().id : null;
}

function RecipientField({ editor, problemOf, chosen }: EditorPart & { readonly chosen: Recipient | undefined }): ReactElement {
  const name = useEditor(editor, (state) => state.draft.payeeName);
  const walletId = useEditor(editor, (state) => state.draft.walletId);
  const [typed, setTyped] = useState<string | null>(null);
  const query = typed === null || typed === name ? '' : typed;
  const book = useCall('recipients.list', { query, fresh: false }, { keep: true });
  const found = book.data ?? [];
  const userId = useCall('accounts.list', { fresh: false }).data?.accounts.find((one) => one.id === walletId)?.userId;
  // Kira pays a user's own recipients only.
  const fitting = found.filter((one) => userId === undefined || one.fields.userId === userId);
  const doubt = chosen ? recipientDoubt(chosen) : null;
  const line = !chosen ? { hint: userId === undefined ? t('Only recipients that Kira has can be paid.') : t('Only recipients that this account can pay are shown.') }
    : doubt ? { hint: <Caution>{doubt}</Caution> } : { good: t('{where}. {time}.', { where: recipientDetail(chosen), time: railTime(chosen.fields.rail) }) };
  return (
    <ComboBox
      id={fieldId('payeeId')} label={t('Recipient')} text={typed ?? name} error={problemOf('payeeId')} opensOnPress none={noneWords(book.isPending, query)}
      options={fitting.map((one) => ({ id: one.id, label: one.name, detail: [recipientDetail(one), recipientStateWords(one)].filter((words) => words !== '').join(', ') }))}
      onText={setTyped}
      onChoose={(id) => {
        const next = found.find((one) => one.id === id);
        if (next) editor.change(chooseRecipient(next));
        setTyped(null);
      }}
      onBlur={() => {
        if (typed?.trim() === '' && name !== '') editor.change(letRecipientGo);
        setTyped(null);
      }}
      {...line}
    />
  );
}

/** What stands in the list when it is empty. */
function noneWords(reading: boolean, query: string): string {
  if (reading) return t('The recipients are being read.');
  return query.trim() === '' ? t('This account has no recipient yet. Make a new one.') : t('No recipient fits “{query}”.', { query: query.trim() });
}
