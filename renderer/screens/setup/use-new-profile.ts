import { useState, type FormEvent } from 'react';
import type { Request } from '../../../preload/contract/api.ts';
import type { Profile } from '../../../preload/contract/app.ts';
import type { AppError, FieldIssue } from '../../../preload/contract/errors.ts';
import { useAct } from '../../api.ts';
import type { FormProblem } from '../../components/form-summary.tsx';

/** What a form of a new profile is given. */
export type NewProfileProps<Draft, Key extends keyof Draft & string> = {
  readonly empty: Draft;
  readonly labelOf: (key: Key) => string;
  /** What is missing before main is asked; main looks closer. */
  readonly missing: (draft: Draft) => readonly { readonly key: Key; readonly message: string }[];
  readonly toRequest: (draft: Draft) => Request<'profiles.add'>;
  readonly onAdded: (profile: Profile) => void;
};

/** A form of a new profile: its draft, what is wrong with it, and its way to main. The secrets are forgotten once they are added. */
export type NewProfile<Draft, Key extends keyof Draft & string> = {
  readonly draft: Draft;
  readonly set: (change: Partial<Draft>) => void;
  readonly errorOf: (key: Key) => string | undefined;
  /** Props that each text field of the form has. */
  readonly field: (key: Key) => { readonly id: string; readonly label: string; readonly value: string; readonly error: string | undefined; readonly onChange: (value: string) => void; readonly onBlur: () => void };
  readonly problems: readonly FormProblem[];
  readonly attempt: number;
  readonly busy: boolean;
  /** What main said that belongs to no field. */
  readonly error: AppError | null;
  readonly submit: (event: FormEvent) => void;
};

/** The id of a form's field on the page. */
export const profileFieldId = (key: string): string => `profile-${key}`;

/** Keeps a new profile's form and sends it to main. */
export function useNewProfile<Draft extends object, Key extends keyof Draft & string>(props: NewProfileProps<Draft, Key>): NewProfile<Draft, Key> {
  const { empty, labelOf, missing, toRequest, onAdded } = props;
  const [draft, setDraft] = useState(empty);
  const [attempt, setAttempt] = useState(0);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const add = useAct('profiles.add');
  const own = missing(draft).map(({ key, message }): FormProblem => ({ id: profileFieldId(key), label: labelOf(key), message }));
  const theirs = fromIssues(add.error?.fields, labelOf);
  const problems = [...own, ...theirs.filter((one) => !own.some((mine) => mine.id === one.id))];
  const set = (change: Partial<Draft>) => {
    setDraft((now) => ({ ...now, ...change }));
    add.reset();
  };
  const errorOf = (key: Key) => (attempt > 0 || left.has(key) ? problems.find((one) => one.id === profileFieldId(key))?.message : undefined);
  const leave = (key: Key) => { if (draft[key] !== '') setLeft((now) => new Set([...now, key])); };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt((now) => now + 1);
    if (own.length > 0 || add.isPending) return;
    add.mutate(toRequest(draft), {
      onSuccess: (profile) => {
        setDraft(empty);
        onAdded(profile);
      },
    });
  };
  return {
    draft, set, errorOf, problems, attempt, busy: add.isPending, error: add.error && !add.error.fields ? add.error : null, submit,
    field: (key) => ({
      id: profileFieldId(key), label: labelOf(key), value: String(draft[key]), error: errorOf(key),
      onChange: (value) => set({ [key]: value } as Partial<Draft>), onBlur: () => leave(key),
    }),
  };
}

function fromIssues<Key extends string>(issues: readonly FieldIssue[] | undefined, labelOf: (key: Key) => string | undefined): FormProblem[] {
  return (issues ?? []).map(({ path, message }) => ({ id: profileFieldId(path), label: labelOf(path as Key) ?? path, message }));
}
