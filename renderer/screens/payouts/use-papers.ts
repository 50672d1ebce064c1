import { useCallback, useRef, useState } from 'react';
import type { PayoutDocument } from '../../../preload/contract/deposit.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import { ask } from '../../call.ts';
import { pageOpeners } from '../../capture/open-file.ts';
import type { PayoutEditor } from '../../state/payout-editor.ts';
import { t } from '../../text.ts';
import { readPaper, tooMany } from './paper-files.ts';

/** Takes files into the draft. */
export type Papers = {
  readonly busy: boolean;
  readonly refusal: AppError | null;
  /** What was done last, in words for a screen reader. */
  readonly said: string;
  readonly take: (files: readonly File[]) => void;
  readonly describe: (document: PayoutDocument, change: Partial<Pick<PayoutDocument, 'kind' | 'description'>>) => void;
  readonly remove: (document: PayoutDocument) => void;
};

/** Files of the draft in the editor: opened first, then kept, one after the other. `taker` is who takes them, in the words of a refusal. */
export function usePapers(editor: PayoutEditor, taker: string): Papers {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<AppError | null>(null);
  const [said, setSaid] = useState('');
  // A ref, not state: a second drop may come before the next render.
  const working = useRef(false);
  const alone = useCallback(async (work: () => Promise<AppError | null>) => {
    if (working.current) return;
    working.current = true;
    setBusy(true);
    setRefusal(null);
    setRefusal(await work());
    working.current = false;
    setBusy(false);
  }, []);

  const take = useCallback((files: readonly File[]) => void alone(async () => {
    const kept = editor.store.getState().payout?.documents.length ?? 0;
    const over = tooMany(files.length, kept, taker);
    if (over) return over;
    for (const file of files) {
      const paper = await readPaper(file, pageOpeners, taker);
      if (!paper.ok) return paper.error;
      const { name, bytes } = paper.value;
      const answer = await editor.beside((id) => ask('payouts.attach', { id, name: name.slice(0, 255), bytes: bytes as Uint8Array<ArrayBuffer>, kind: 'invoice' }));
      if (!answer.ok) return answer.error;
      setSaid(t('{name} is kept with this payout.', { name }));
    }
    return null;
  }), [alone, editor, taker]);

  const describe = useCallback(({ id: documentId, kind, description }: PayoutDocument, change: Partial<Pick<PayoutDocument, 'kind' | 'description'>>) => {
    void editor.beside((id) => ask('payouts.describeDocument', { id, documentId, kind, description, ...change })).then((answer) => setRefusal(answer.ok ? null : answer.error));
  }, [editor]);

  const remove = useCallback(({ id: documentId, name }: PayoutDocument) => void alone(async () => {
    const answer = await editor.beside((id) => ask('payouts.detach', { id, documentId }));
    if (answer.ok) setSaid(t('{name} is removed.', { name }));
    return answer.ok ? null : answer.error;
  }), [alone, editor]);

  return { busy, refusal, said, take, describe, remove };
}
