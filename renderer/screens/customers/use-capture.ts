import { useCallback, useRef, useState } from 'react';
import { slotLabel, type DocumentInfo, type DocumentSlot } from '../../../preload/contract/documents.ts';
import { appError, type AppError } from '../../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { ask } from '../../call.ts';
import { runChecks, verdictOf } from '../../capture/checks.ts';
import { openFile, pageOpeners, type OpenedFile, type Openers } from '../../capture/open-file.ts';
import type { Capture } from '../../capture/sources.ts';
import { t } from '../../text.ts';
import type { CustomerEditor } from './customer-editor.ts';

/** Why a file was not kept, and for which slot it came. */
export type Refusal = { readonly slot: DocumentSlot; readonly error: AppError };

/** Takes captures into slots: opened and checked first, then kept. */
export type Capturing = {
  /** The slot whose file is being looked at now. */
  readonly busy: DocumentSlot | null;
  readonly refusal: Refusal | null;
  /** What was kept last, in words for a screen reader. */
  readonly said: string;
  readonly take: (slot: DocumentSlot, capture: Promise<Result<Capture, AppError>>) => Promise<void>;
  readonly remove: (document: DocumentInfo) => Promise<void>;
};

/** Captures for the customer in the editor; the first file keeps the form, so that it has somewhere to belong. */
export function useCapture(editor: CustomerEditor, openers: Openers = pageOpeners): Capturing {
  const [busy, setBusy] = useState<DocumentSlot | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [said, setSaid] = useState('');
  // A ref, not state: a second drop may come before the next render.
  const working = useRef(false);

  const oneAtATime = useCallback(async (slot: DocumentSlot, work: () => Promise<Result<string, AppError>>) => {
    if (working.current) return;
    working.current = true;
    setBusy(slot);
    setRefusal(null);
    const done = await work();
    working.current = false;
    setBusy(null);
    if (done.ok) setSaid(done.value);
    else setRefusal({ slot, error: done.error });
  }, []);

  const take = useCallback((slot: DocumentSlot, capture: Promise<Result<Capture, AppError>>) => oneAtATime(slot, async () => {
    const file = await look(editor, slot, capture, openers);
    return file.ok ? keep(editor, slot, file.value) : file;
  }), [editor, openers, oneAtATime]);

  const remove = useCallback(({ id, slot, name }: DocumentInfo) => oneAtATime(slot, async () => {
    const customerId = editor.store.getState().id ?? '';
    const gone = await ask('documents.remove', { customerId, documentId: id });
    return gone.ok ? ok(t('{name} is removed.', { name })) : gone;
  }), [editor, oneAtATime]);

  return { busy, refusal, said, take, remove };
}

async function look(editor: CustomerEditor, slot: DocumentSlot, capture: Promise<Result<Capture, AppError>>, openers: Openers): Promise<Result<OpenedFile, AppError>> {
  const captured = await capture;
  if (!captured.ok) return captured;
  const file = await openFile(captured.value, openers);
  if (!file.ok) return file;
  const { fields } = editor.store.getState();
  const findings = await runChecks({ file: file.value, slot, idType: fields.idType, fields });
  const verdict = verdictOf(findings);
  const worst = findings.find((finding) => finding.verdict === verdict);
  return verdict === 'pass' || !worst ? file : fail(appError('validation', worst.cause, { fix: worst.remedy }));
}

async function keep(editor: CustomerEditor, slot: DocumentSlot, { name, bytes, pages }: OpenedFile): Promise<Result<string, AppError>> {
  const customerId = await editor.ensureId();
  if (customerId === null) {
    return fail(appError('storage', t('{name} was not kept: the form could not be saved.', { name }), { fix: t('Save the form first; the reason stands at the top.') }));
  }
  const kept = await ask('documents.add', { customerId, slot, name, bytes: bytes as Uint8Array<ArrayBuffer>, pages });
  const label = slotLabel(slot, editor.store.getState().fields.idType);
  return kept.ok ? ok(t('{name} is kept as {label}.', { name, label: label.toLowerCase() })) : kept;
}
