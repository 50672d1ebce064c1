import type { ReactElement } from 'react';
import { FieldWide, Fields } from '../../components/field.tsx';
import { Select } from '../../components/select.tsx';
import { TextField } from '../../components/text-field.tsx';
import { Checkbox } from '../../components/toggles.tsx';
import { t } from '../../text.ts';
import { Caution } from '../payouts/caution.tsx';
import { baseUrlOf, kiraClientIdProblem, versionOf, versionOptions, type Env } from './addresses.ts';
import { EnvironmentField, FormFrame, type ProviderFormProps } from './form-frame.tsx';
import { profileFieldId, useNewProfile } from './use-new-profile.ts';

type Draft = {
  readonly name: string; readonly env: Env; readonly baseUrl: string; readonly clientId: string; readonly password: string; readonly apiKey: string;
  readonly codeNeeded: boolean; readonly codeMailbox: string; readonly version: string;
};
type Key = 'name' | 'baseUrl' | 'clientId' | 'password' | 'apiKey' | 'codeMailbox';

const empty: Draft = {
  name: '', env: 'sandbox', baseUrl: baseUrlOf('kira', 'sandbox'), clientId: '', password: '', apiKey: '', codeNeeded: true, codeMailbox: '', version: '',
};

function labelOf(key: Key): string {
  switch (key) {
    case 'name': return t('Profile name');
    case 'baseUrl': return t('Provider address');
    case 'clientId': return t('Client ID');
    case 'password': return t('Password');
    case 'apiKey': return t('API key');
    case 'codeMailbox': return t('Who gets the codes');
  }
}

function missing(draft: Draft) {
  const problem = (key: Key, wrong: boolean, message: string) => (wrong ? [{ key, message }] : []);
  const clientId = kiraClientIdProblem(draft.clientId);
  return [
    ...problem('name', draft.name.trim() === '', t('Give it a name you will recognise.')),
    ...problem('baseUrl', !/^https?:\/\/./.test(draft.baseUrl.trim()), t('It begins with https.')),
    ...problem('clientId', clientId !== null, clientId ?? ''),
    ...problem('password', draft.password.trim() === '', t('It came from Kira with the client ID.')),
    ...problem('apiKey', draft.apiKey.trim() === '', t('It came from Kira with the client ID.')),
  ];
}

/** Kira's keys work at only one of its two addresses, and which isn't written on them: the other one is worth a try. */
function AddressHint({ draft }: { readonly draft: Draft }): ReactElement {
  const address = draft.baseUrl.trim().replace(/\/$/, '');
  const [sandbox, live] = [baseUrlOf('kira', 'sandbox'), baseUrlOf('kira', 'live')];
  if (address === live && draft.env === 'sandbox') return <Caution>{t('This is Kira’s live address: with live keys real money moves, whatever this profile is called.')}</Caution>;
  return <span>{t('Kira’s keys work at one address only. When it refuses them, try {other}.', { other: address === sandbox ? live : sandbox })}</span>;
}

/** Connects a Kira account. Password and API key leave this form for the vault and never come back. */
export function KiraForm({ onAdded, back }: ProviderFormProps): ReactElement {
  const form = useNewProfile<Draft, Key>({
    empty, labelOf, missing, onAdded,
    toRequest: ({ name, env, baseUrl, clientId, password, apiKey, codeNeeded, codeMailbox, version }) => ({
      provider: 'kira', name: name.trim(), env, baseUrl: baseUrl.trim().replace(/\/$/, ''), clientId: clientId.trim(), password: password.trim(), apiKey: apiKey.trim(),
      kira: { codeNeeded, codeMailbox: codeMailbox.trim(), apiVersion: versionOf(version) },
    }),
  });
  const { draft, set, field } = form;
  return (
    <FormFrame form={form} back={back}>
      <Fields>
        <FieldWide><TextField {...field('name')} maxLength={60} /></FieldWide>
        <FieldWide>
          <EnvironmentField provider="kira" env={draft.env} baseUrl={draft.baseUrl} onChange={set} notes={{ sandbox: t('Kira test keys, no real money'), live: t('Real money leaves the account') }} />
        </FieldWide>
        <FieldWide>
          <TextField {...field('baseUrl')} mono hint={<AddressHint draft={draft} />} />
        </FieldWide>
        <FieldWide><TextField {...field('clientId')} mono /></FieldWide>
        <TextField {...field('password')} type="password" mono hint={t('Kept in the vault. It can be replaced, never shown.')} />
        <TextField {...field('apiKey')} type="password" mono hint={t('Kept in the vault. It can be replaced, never shown.')} />
        <FieldWide>
          <Checkbox
            id={profileFieldId('codeNeeded')} label={t('Releasing a payout asks for a code')} on={draft.codeNeeded} onChange={(codeNeeded) => set({ codeNeeded })}
            note={t('Kira mails six digits before a payout leaves a dollar balance. Switch it off only if Kira has done so for your account.')}
          />
        </FieldWide>
        {draft.codeNeeded ? <TextField {...field('codeMailbox')} maxLength={120} qualifier={t('optional')} hint={t('A note for your team, like “payments@…, ask Femke”. Kira never says where it mails the code.')} /> : null}
        <Select
          id={profileFieldId('version')} label={t('API version')} options={versionOptions(null)} value={draft.version} onChange={(version) => set({ version })}
          hint={t('Leave it unless Kira asks for one.')}
        />
      </Fields>
    </FormFrame>
  );
}
