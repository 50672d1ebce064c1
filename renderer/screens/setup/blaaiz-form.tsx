import type { ReactElement } from 'react';
import { FieldWide, Fields } from '../../components/field.tsx';
import { names } from '../../components/names.ts';
import { TextField } from '../../components/text-field.tsx';
import { Checkbox } from '../../components/toggles.tsx';
import { t } from '../../text.ts';
import { baseUrlOf, type Env } from './addresses.ts';
import { EnvironmentField, FormFrame, type ProviderFormProps } from './form-frame.tsx';
import { defaultScopes, scopes } from './scopes.ts';
import css from './setup.module.css';
import { profileFieldId, useNewProfile } from './use-new-profile.ts';

const c = names(css);

type Draft = { readonly name: string; readonly env: Env; readonly baseUrl: string; readonly clientId: string; readonly clientSecret: string; readonly scopes: readonly string[] };
type Key = 'name' | 'baseUrl' | 'clientId' | 'clientSecret' | 'scopes';

const empty: Draft = { name: '', env: 'sandbox', baseUrl: baseUrlOf('blaaiz', 'sandbox'), clientId: '', clientSecret: '', scopes: defaultScopes };

function labelOf(key: Key): string {
  switch (key) {
    case 'name': return t('Profile name');
    case 'baseUrl': return t('Provider address');
    case 'clientId': return t('Client ID');
    case 'clientSecret': return t('Client secret');
    case 'scopes': return t('Permissions');
  }
}

function missing(draft: Draft) {
  const problem = (key: Key, wrong: boolean, message: string) => (wrong ? [{ key, message }] : []);
  return [
    ...problem('name', draft.name.trim() === '', t('Give it a name you will recognise.')),
    ...problem('baseUrl', !/^https?:\/\/./.test(draft.baseUrl.trim()), t('It begins with https.')),
    ...problem('clientId', draft.clientId.trim() === '', t('Copy it from the Blaaiz dashboard.')),
    ...problem('clientSecret', draft.clientSecret.trim() === '', t('Copy it from the Blaaiz dashboard.')),
    ...problem('scopes', draft.scopes.length === 0, t('Choose at least one.')),
  ];
}

/** Connects a Blaaiz account. The secret leaves this form for the vault and never comes back. */
export function BlaaizForm({ onAdded, back }: ProviderFormProps): ReactElement {
  const form = useNewProfile<Draft, Key>({
    empty, labelOf, missing, onAdded,
    toRequest: (draft) => ({ ...draft, provider: 'blaaiz', name: draft.name.trim(), baseUrl: draft.baseUrl.trim().replace(/\/$/, ''), scopes: [...draft.scopes] }),
  });
  const { draft, set, field } = form;
  return (
    <FormFrame form={form} back={back}>
      <Fields>
        <FieldWide><TextField {...field('name')} maxLength={60} /></FieldWide>
        <FieldWide>
          <EnvironmentField provider="blaaiz" env={draft.env} baseUrl={draft.baseUrl} onChange={set} notes={{ sandbox: t('Blaaiz test keys, no real money'), live: t('Real money leaves the wallet') }} />
        </FieldWide>
        <FieldWide><TextField {...field('baseUrl')} mono hint={t('Belongs to these keys. Another address needs another profile.')} /></FieldWide>
        <TextField {...field('clientId')} mono />
        <TextField {...field('clientSecret')} type="password" mono hint={t('Kept in the vault. It can be replaced, never shown.')} />
        <FieldWide><Permissions chosen={draft.scopes} onChange={(chosen) => set({ scopes: chosen })} error={form.errorOf('scopes')} /></FieldWide>
      </Fields>
    </FormFrame>
  );
}

function Permissions({ chosen, onChange, error }: { readonly chosen: readonly string[]; readonly onChange: (chosen: readonly string[]) => void; readonly error: string | undefined }): ReactElement {
  return (
    <fieldset className={c('permissions')} id={profileFieldId('scopes')}>
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
