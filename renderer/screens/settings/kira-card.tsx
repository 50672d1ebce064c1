import { useState, type ReactElement } from 'react';
import type { KiraSettings, Profile } from '../../../preload/contract/app.ts';
import { useAct } from '../../api.ts';
import { ErrorBanner } from '../../components/banner.tsx';
import { Card } from '../../components/layout.tsx';
import { names } from '../../components/names.ts';
import { Select } from '../../components/select.tsx';
import { TextField } from '../../components/text-field.tsx';
import { Switch } from '../../components/toggles.tsx';
import { t } from '../../text.ts';
import { versionOf, versionOptions } from '../setup/addresses.ts';
import { SettingRow } from './setting-row.tsx';
import css from './settings.module.css';

const c = names(css);

/** What a Kira profile holds beside its keys: the codes, and the version of the API. Everything is saved as it is set. */
export function KiraCard({ profile, settings }: { readonly profile: Profile; readonly settings: KiraSettings }): ReactElement {
  const save = useAct('profiles.saveKira');
  const set = (change: Partial<KiraSettings>) => save.mutate({ id: profile.id, settings: { ...settings, ...change } });
  return (
    <>
      <ErrorBanner error={save.error} />
      <Card title={t('Codes and version')}>
        <SettingRow name={t('Releasing asks for a code')} note={t('Kira mails six digits before a payout leaves a dollar balance. Switch it off only if Kira has done so for your account.')}>
          <Switch label={t('Releasing asks for a code')} on={settings.codeNeeded} onChange={(codeNeeded) => set({ codeNeeded })} />
        </SettingRow>
        {settings.codeNeeded ? <MailboxRow mailbox={settings.codeMailbox} onSave={(codeMailbox) => set({ codeMailbox })} /> : null}
        <SettingRow name={t('API version')} note={t('Leave it unless Kira asks for one.')}>
          <div className={c('control')}>
            <Select
              label={t('API version')} hideLabel options={versionOptions(settings.apiVersion)} value={settings.apiVersion ?? ''}
              onChange={(version) => set({ apiVersion: versionOf(version) })}
            />
          </div>
        </SettingRow>
      </Card>
    </>
  );
}

function MailboxRow({ mailbox, onSave }: { readonly mailbox: string; readonly onSave: (mailbox: string) => void }): ReactElement {
  const [text, setText] = useState(mailbox);
  const [seen, setSeen] = useState(mailbox);
  if (seen !== mailbox) {
    setSeen(mailbox);
    setText(mailbox);
  }
  const leave = () => { if (text.trim() !== mailbox) onSave(text.trim()); };
  return (
    <SettingRow name={t('Who gets the codes')} note={t('A note for your team, shown when a code is asked for. Kira never says where it mails it.')}>
      <div className={c('control')}>
        <TextField label={t('Who gets the codes')} hideLabel value={text} onChange={setText} maxLength={120} onBlur={leave} />
      </div>
    </SettingRow>
  );
}
