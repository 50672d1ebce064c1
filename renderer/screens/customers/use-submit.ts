import { useRef, useState } from 'react';
import type { DocumentInfo, DocumentSlot } from '../../../preload/contract/documents.ts';
import type { CustomerFields, LikelyTwin } from '../../../preload/contract/customers.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import { ask } from '../../call.ts';
import type { FormProblem } from '../../components/form-summary.tsx';
import type { CustomerEditor } from './customer-editor.ts';
import { asProblems, submitIssues } from './form-issues.ts';
import type { Against } from './judged.ts';
import type { Twins } from './use-twins.ts';

/** Submitting the form. */
export type Submit = {
  /** Checks, compares with likely twins, and sends; what is missing is shown and led to. */
  readonly run: () => void;
  /** Goes on after the person said that it is nobody else. */
  readonly goOn: () => void;
  readonly stop: (slot: DocumentSlot | null) => void;
  readonly busy: boolean;
  readonly attempt: number;
  readonly problems: readonly FormProblem[];
  /** What main answered, while the form is as it was sent. */
  readonly error: AppError | null;
};

/** What submitting needs to know. `onTwins` shows the people to compare with. */
export type SubmitInput = {
  readonly editor: CustomerEditor;
  readonly fields: CustomerFields;
  readonly documents: readonly DocumentInfo[];
  readonly against: Against;
  readonly twins: Twins;
  readonly onTwins: (found: readonly LikelyTwin[]) => void;
  readonly onPending: (id: string) => void;
};

/** Submits a customer once per press; what stops it stands beside its field. */
export function useSubmit({ editor, fields, documents, against, twins, onTwins, onPending }: SubmitInput): Submit {
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<{ readonly error: AppError; readonly fields: CustomerFields } | null>(null);
  const own = asProblems(submitIssues(documents, against), fields);
  const error = refusal?.fields === fields ? refusal.error : null;
  const problems = own.length > 0 ? own : asProblems(error?.code === 'cancelled' ? [] : (error?.fields ?? []), fields);
  // A ref, not state: the second press of a double click comes before the next render.
  const sending = useRef(false);

  /** True when it is with the provider now: then this form never sends again. */
  const send = async (): Promise<boolean> => {
    const id = await editor.ensureId();
    if (id === null) return false;
    setRefusal(null);
    const answer = await ask('customers.submit', { id });
    if (answer.ok) {
      const there = answer.value.state === 'pending' || answer.value.state === 'verified';
      if (there) onPending(id);
      return there;
    }
    // What main tidied before it sent is the form now.
    const kept = await ask('customers.get', { id });
    if (kept.ok) editor.follow(kept.value);
    setRefusal({ error: answer.error, fields: editor.store.getState().fields });
    setAttempt((count) => count + 1);
    return false;
  };
  const once = (work: () => Promise<boolean>) => {
    if (sending.current) return;
    sending.current = true;
    setBusy(true);
    void finish(work);
  };
  const finish = async (work: () => Promise<boolean>) => {
    const done = await work();
    sending.current = done;
    setBusy(done);
  };
  const run = () => {
    if (own.length > 0) return setAttempt((count) => count + 1);
    once(async () => {
      const found = await twins.look();
      if (found.length === 0) return send();
      onTwins(found);
      return false;
    });
  };
  const stop = (slot: DocumentSlot | null) => {
    const { id } = editor.store.getState();
    if (id !== null) void ask('customers.cancelUpload', { id, slot });
  };
  return { run, goOn: () => once(send), stop, busy, attempt, problems, error };
}
