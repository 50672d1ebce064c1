import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { AppError } from '../../../preload/contract/errors.ts';
import { ask } from '../../call.ts';
import type { FormProblem } from '../../components/form-summary.tsx';
import type { PayoutEditor } from '../../state/payout-editor.ts';
import { fieldId, mainProblems } from './draft-problems.ts';
import { useEditor } from './use-editor.ts';

/** Going on to review: how often it was tried, and what stopped it. */
export type Submit = {
  readonly run: () => void;
  readonly busy: boolean;
  readonly attempt: number;
  readonly problems: readonly FormProblem[];
  readonly error: AppError | null;
  readonly problemOf: (path: string) => string | null;
};

/** Goes on to review: checks the form, saves it, marks it ready. `own` is what the form itself finds wrong; what stops it leads to its field. */
export function useSubmit(editor: PayoutEditor, own: readonly FormProblem[]): Submit {
  const navigate = useNavigate();
  const draft = useEditor(editor, (state) => state.draft);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<{ readonly error: AppError; readonly draft: typeof draft } | null>(null);
  // What main said holds until the form changes.
  const error = refusal?.draft === draft ? refusal.error : null;
  const problems = own.length > 0 ? own : mainProblems(error);

  const go = async () => {
    if (!(await editor.flush())) return;
    const { id, revision, draft: saved } = editor.store.getState();
    if (id === null) return;
    const answer = await ask('payouts.ready', { id, revision });
    if (answer.ok) return await navigate({ to: '/payouts/$id/review', params: { id } });
    setRefusal({ error: answer.error, draft: saved });
    setAttempt((count) => count + 1);
  };
  const run = () => {
    if (busy) return;
    if (own.length > 0) return setAttempt((count) => count + 1);
    setBusy(true);
    void go().finally(() => setBusy(false));
  };
  const problemOf = (path: string) => (attempt === 0 ? null : (problems.find(({ id }) => id === fieldId(path))?.message ?? null));
  return { run, busy, attempt, problems, error, problemOf };
}
