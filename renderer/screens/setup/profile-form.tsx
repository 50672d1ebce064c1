import { useState, type FormEvent, type ReactElement, type ReactNode } from 'react';
import type { Profile } from '../../../preload/contract/app.ts';
import type { FieldIssue } from '../../../preload/contract/errors.ts';
import { useAct } from '../../api.ts';
import { ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { FieldWide, Fields } from '../../components/field.tsx';
import { FormSummary, type FormProblem } from '../../components/form-summary.tsx';
import { names } from '../../components/names.ts';
import { RadioCards } from '../../components/radio-cards.tsx';
import { TextField } from '../../components/text-field.tsx';
import { Checkbox } from '../../components/toggles.tsx';
import { t } from '../../text.ts';
import css from './setup.module.css';
import { baseUrlOf, defaultScopes, scopes } from './scopes.ts';

const c = names(css);

type Env = 'sandbox' | 'live';
type Draft = { readonly name: string; readonly env: Env; readonly baseUrl: string; readonly clientId: string; readonly clientSecret: string; readonly scopes: readonly string[] };
type Key = 'name' | 'baseUrl' | 'clientId' | 'clientSecret' | 'scopes';

const empty: Draft = { name: '', env: 'sandbox', baseUrl: baseUrlOf('sandbox'), clientId: '', clientSecret: '', scopes: defaultScopes };
const idOf = (key: Key) => `profile-${key}`;

function labelOf(key: Key): string {
  switch (key) {
    case 'name': return t('Profile name');
    case 'baseUrl': return t('Provider address');
    case 'clientId': return t('Client ID');
    case 'clientSecret': return t('Client secret');
    case 'scopes': return t('Permissions');
  }
}

/** What is missing before main is asked; main looks closer. */
function missing(draft: Draft): FormProblem[] {
  const problem = (key: Key, wrong: boolean, message: string) => (wrong ? [{ id: idOf(key), label: labelOf(key), message }] : []);
  return [
    ...problem('name', draft.name.trim() === '', t('Give it a name you will recognise.')),
    ...problem('baseUrl', !/^https?:\/\/./.test(draft.baseUrl.trim()), t('It begins with https.')),
    ...problem('clientId', draft.clientId.trim() === '', t('Copy it from the Blaaiz dashboard.')),
    ...problem('clientSecret', draft.clientSecret.trim() === '', t('Copy it from the Blaaiz dashboard.')),
    ...problem('scopes', draft.scopes.length === 0, t('Choose at least one.')),
  ];
}

function fromIssues(issues: readonly FieldIssue[] | undefined): FormProblem[] {
  return (issues ?? []).map(({ path, message }) => ({ id: idOf(path as Key), label: labelOf(path as Key) ?? path, message }));
}

/** Props of {@link ProfileForm}. */
export type ProfileFormProps = { readonly onAdded: (profile: Profile) => void; readonly back?: ReactNode };

/** Connects a Blaaiz account. The secret leaves this form for the vault and never comes back. */
export function ProfileForm({ onAdded, back }: ProfileFormProps): ReactElement {
  const [draft, setDraft] = useState(empty);
  const [attempt, setAttempt] = useState(0);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const add = useAct('profiles.add');
  const own = missing(draft);
  const problems = [...own, ...fromIssues(add.error?.fields).filter((one) => !own.some((mine) => mine.id === one.id))];
  const set = (change: Partial<Draft>) => {
    setDraft((now) => ({ ...now, ...change }));
    add.reset();
  };
  const errorOf = (key: Key) => (attempt > 0 || left.has(idOf(key)) ? problems.find((one) => one.id === idOf(key))?.message : undefined);
  const field = (key: 'name' | 'baseUrl' | 'clientId' | 'clientSecret') => ({
    id: idOf(key), label: labelOf(key), value: draft[key], error: errorOf(key),
    onChange: (value: string) => set({ [key]: value }), onBlur: () => setLeft((now) => (draft[key] === '' ? now : new Set([...now, idOf(key)]))),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt((now) => now + 1);
    if (own.length > 0 || add.isPending) return;
    add.mutate({ ...draft, name: draft.name.trim(), baseUrl: draft.baseUrl.trim().replace(/\/$/, ''), scopes: [...draft.scopes] }, {
      onSuccess: (profile) => {
        setDraft(empty);
        onAdded(profile);
      },
    });
  };
  return (
    <form onSubmit={submit} noValidate>
      <FormSummary problems={attempt > 0 ? problems : []} attempt={attempt} />
      {add.error && !add.error.fields ? <ErrorBanner error={add.error} /> : null}
      <Fields>
        <FieldWide><TextField {...field('name')} maxLength={60} /></FieldWide>
        <FieldWide>
          <RadioCards
            label={t('Environment')} value={draft.env} onChange={(env: Env) => set({ env, baseUrl: draft.baseUrl === baseUrlOf(draft.env) ? baseUrlOf(env) : draft.baseUrl })}
            choices={[{ id: 'sandbox', label: t('Sandbox'), note: t('Blaaiz test keys, no real money') }, { id: 'live', label: t('Live'), note: t('Real money leaves the wallet') }]}
          />
        </FieldWide>
        <FieldWide><TextField {...field('baseUrl')} mono hint={t('Belongs to these keys. Another address needs another profile.')} /></FieldWide>
        <TextField {...field('clientId')} mono />
        <TextField {...field('clientSecret')} type="password" mono hint={t('Kept in the vault. It can be replaced, never shown.')} />
        <FieldWide><Permissions chosen={draft.scopes} onChange={(chosen) => set({ scopes: chosen })} error={errorOf('scopes')} /></FieldWide>
      </Fields>
      <div className={c('foot')}>
        {back}
        <Button kind="primary" type="submit" busy={add.isPending}>{t('Connect and test')}</Button>
      </div>
    </form>
  );
}

function Permissions({ chosen, onChange, error }: { readonly chosen: readonly string[]; readonly onChange: (chosen: readonly string[]) => void; readonly error: string | undefined }): ReactElement {
  return (
    <fieldset className={c('permissions')} id={idOf('scopes')}>
      <legend className={c('legend')}>{t('Permissions to ask for')} <span className={c('quiet')}>{t('the smallest set that does everything')}</span></legend>
      {error ? <p className={c('error')} role="alert">{error}</p> : null}
      <div className={c('scopes')}>
        {scopes.map((scope) => {
          const on = chosen.includes(scope.id);
          return (
            <Checkbox
              key={scope.id} label={scope.words()} on={on} note={on ? scope.id : t('Without it: {what}', { what: scope.without() })}
              onChange={(next) => onChange(next ? [...chosen, scope.id] : chosen.filter((id) => id !== scope.id))}
            />
          );
        })}
      </div>
    </fieldset>
  );
}
