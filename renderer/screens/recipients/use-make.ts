import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { AppError } from '../../../preload/contract/errors.ts';
import { recipientIssues } from '../../../preload/contract/recipient-checks.ts';
import type { RecipientFields } from '../../../preload/contract/recipients.ts';
import { ask } from '../../call.ts';
import type { FormProblem } from '../../components/form-summary.tsx';
import { toast } from '../../state/toasts.ts';
import { t } from '../../text.ts';
import type { RecipientEditor } from './recipient-editor.ts';
import { fieldId, fieldLabel } from './recipient-words.ts';
import { useRecipientEditor } from './use-recipient-editor.ts';

/** Making a recipient at Kira. */
export type Make = {
  /** Shows what is missing, and tells whether nothing is. */
  readonly check: () => boolean;
  /** Makes it, once however often it is pressed. */
  readonly run: () => void;
  readonly busy: boolean;
  readonly attempt: number;
  /** What keeps it from being made: ours first, else what main or Kira found. */
  readonly problems: readonly FormProblem[];
  readonly error: AppError | null;
};

/** Everything in the form that keeps a recipient from being made, in form order. */
export function recipientProblems(fields: RecipientFields): readonly FormProblem[] {
  return recipientIssues(fields).flatMap(({ path, level, message }) => (level === 'error' ? [{ id: fieldId(path), label: fieldLabel(path, fields), message: besideLabel(path, message, fields) }] : []));
}

/** "Company is missing." beside a link that already says "Company". */
function besideLabel(path: string, message: string, fields: RecipientFields): string {
  const start = `${fieldLabel(path, fields)} is missing.`;
  return message.startsWith(start) ? `${t('it is missing.')}${message.slice(start.length)}` : message;
}

/** Makes a recipient at Kira; once it is there the way leads back to the payout that it was made for. */
export function useMake(editor: RecipientEditor): Make {
  const fields = useRecipientEditor(editor, (state) => state.fields);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<{ readonly error: AppError; readonly fields: RecipientFields } | null>(null);
  const done = useDone();
  // A ref, not state: the second press of a double click comes before the next render.
  const making = useRef(false);
  const error = refusal?.fields === fields ? refusal.error : null;
  const own = recipientProblems(fields);
  const theirs = (error?.fields ?? []).map(({ path, message }): FormProblem => ({ id: fieldId(path), label: fieldLabel(path, fields), message }));

  const make = async (): Promise<void> => {
    const id = await editor.flush() ? editor.store.getState().id : null;
    if (id === null) return;
    setRefusal(null);
    const answer = await ask('recipients.create', { id });
    if (answer.ok) {
      editor.follow(answer.value);
      return answer.value.state === 'there' ? done(id) : undefined;
    }
    setRefusal({ error: answer.error, fields: editor.store.getState().fields });
    if (answer.error.fields) setAttempt((count) => count + 1);
  };
  return {
    check: () => {
      if (own.length > 0) setAttempt((count) => count + 1);
      return own.length === 0;
    },
    run: () => {
      if (making.current) return;
      making.current = true;
      setBusy(true);
      void make().finally(() => {
        making.current = false;
        setBusy(false);
      });
    },
    busy, attempt, problems: own.length > 0 ? own : theirs, error,
  };
}

/** Where it goes once it is made; somebody who has left the screen meanwhile stays where they are. */
function useDone(): (id: string) => void {
  const navigate = useNavigate();
  const search = useSearch({ strict: false });
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => { here.current = false; };
  }, []);
  return (id) => {
    toast(t('Made at Kira'));
    if (!here.current) return;
    if (search.for) void navigate({ to: '/payouts/$id', params: { id: search.for }, search: { recipient: id } });
    else void navigate({ to: '/recipients/$id', params: { id }, replace: true });
  };
}
