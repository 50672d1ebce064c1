import { useState, type ReactElement } from 'react';
import type { Preferences } from '../../../preload/contract/app.ts';
import { useAct } from '../../api.ts';
import { ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { Card, Page, Screen, WorkHeader } from '../../components/layout.tsx';
import { names } from '../../components/names.ts';
import { Segmented } from '../../components/radio-cards.tsx';
import { TextField } from '../../components/text-field.tsx';
import { Switch } from '../../components/toggles.tsx';
import { useAppPart } from '../../state/app-state.ts';
import { setUi } from '../../state/ui.ts';
import { t } from '../../text.ts';
import { SettingRow } from './setting-row.tsx';
import css from './settings.module.css';

const c = names(css);

/** How it looks, who you are, and the keys. Everything is saved as it is set. */
export function GeneralPage(): ReactElement {
  const preferences = useAppPart((state) => state.preferences);
  const save = useAct('app.savePreferences');
  const set = (change: Partial<Preferences>) => save.mutate(change);
  return (
    <Screen header={<WorkHeader title={t('General')} />}>
      <Page>
        <div className={c('stack')}>
          <ErrorBanner error={save.error} />
          <Card title={t('Look')}>
            <SettingRow name={t('Theme')} note={t('System follows this computer.')}>
              <Segmented
                label={t('Theme')} value={preferences.theme} onChange={(theme: Preferences['theme']) => set({ theme })}
                choices={[{ id: 'system', label: t('System') }, { id: 'light', label: t('Light') }, { id: 'dark', label: t('Dark') }]}
              />
            </SettingRow>
            <SettingRow name={t('Density')} note={t('Comfortable has taller rows and larger words.')}>
              <Segmented
                label={t('Density')} value={preferences.density} onChange={(density: Preferences['density']) => set({ density })}
                choices={[{ id: 'standard', label: t('Standard') }, { id: 'comfortable', label: t('Comfortable') }]}
              />
            </SettingRow>
          </Card>
          <Card title={t('You')}>
            <NameRow name={preferences.userName} onSave={(userName) => set({ userName })} />
          </Card>
          <Card title={t('Keys')}>
            <SettingRow name={t('Single letters')} note={t('N for a new payout, J and K in lists. Keys with Ctrl or Cmd always work.')}>
              <Switch label={t('Single letters')} on={preferences.singleKeys} onChange={(singleKeys) => set({ singleKeys })} />
            </SettingRow>
            <SettingRow name={t('All keys')}>
              <Button size="small" onPress={() => setUi({ keysSheet: true })}>{t('Show the list')}</Button>
            </SettingRow>
          </Card>
        </div>
      </Page>
    </Screen>
  );
}

function NameRow({ name, onSave }: { readonly name: string; readonly onSave: (name: string) => void }): ReactElement {
  const [text, setText] = useState(name);
  return (
    <SettingRow name={t('Your name')} note={t('Stands in the history of what you do. It stays on this computer.')}>
      <div className={c('control')}>
        <TextField label={t('Your name')} hideLabel value={text} onChange={setText} maxLength={80} onBlur={() => { if (text.trim() !== name) onSave(text.trim()); }} />
      </div>
    </SettingRow>
  );
}
