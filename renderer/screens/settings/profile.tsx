import { useParams } from '@tanstack/react-router';
import { FlaskConical, Landmark, PlugZap } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import type { Profile } from '../../../preload/contract/app.ts';
import { providerNames } from '../../../preload/contract/provider.ts';
import { useAct, useCall } from '../../api.ts';
import { ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { Empty, Skeleton } from '../../components/empty.tsx';
import { Fields } from '../../components/field.tsx';
import { Page, Screen, WorkHeader } from '../../components/layout.tsx';
import { names } from '../../components/names.ts';
import { Pill } from '../../components/status-pill.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useSwitching, useSwitchProfile } from '../../shell/switch-profile.ts';
import { useAppPart } from '../../state/app-state.ts';
import { t } from '../../text.ts';
import { ConnectionLines } from '../setup/connection-lines.tsx';
import { KeysCard } from './keys-card.tsx';
import { KiraCard } from './kira-card.tsx';
import { RemoveProfile } from './remove-profile.tsx';
import css from './settings.module.css';

const c = names(css);
const crumbs = () => [{ label: t('Profiles'), to: '/settings/profiles' }];

/** One profile: its name, its address, its keys (replaceable, never shown), what its provider asks for beside them, and its connection test. */
export function ProfilePage(): ReactElement {
  const { id } = useParams({ from: '/settings/profiles/$id' });
  const list = useCall('profiles.list', {});
  const profile = list.data?.find((one) => one.id === id);
  if (profile) return <Loaded key={profile.id} profile={profile} />;
  return (
    <Screen header={<WorkHeader crumbs={crumbs()} title={t('Profile')} />}>
      <Page>{list.isPending ? <Skeleton /> : <Empty icon={Landmark}>{t('This profile is not here any more.')}</Empty>}</Page>
    </Screen>
  );
}

function Loaded({ profile }: { readonly profile: Profile }): ReactElement {
  const test = useAct('profiles.test');
  const [removing, setRemoving] = useState(false);
  const provider = providerNames[profile.provider];
  const actions = (
    <>
      {profile.builtIn ? null : <Button kind="quiet" onPress={() => setRemoving(true)}>{t('Remove')}</Button>}
      <UseButton profile={profile} />
      <Button kind="primary" icon={PlugZap} busy={test.isPending} onPress={() => test.mutate({ id: profile.id })}>{t('Test connection')}</Button>
    </>
  );
  const pill = <Pill family={profile.env === 'sandbox' ? 'sand' : 'idle'} icon={profile.env === 'sandbox' ? FlaskConical : Landmark}>{profile.env === 'sandbox' ? t('{provider}, sandbox', { provider }) : t('{provider}, live', { provider })}</Pill>;
  return (
    <Screen header={<WorkHeader crumbs={crumbs()} title={profile.name} pill={pill} actions={actions} />}>
      <Page>
        <div className={c('stack')}>
          <Fields>
            <NameField profile={profile} />
            <TextField label={t('Provider address')} value={profile.baseUrl} onChange={() => undefined} mono locked={profile.builtIn ? t('The practice provider runs on this computer.') : t('Belongs to these keys. Another address needs another profile.')} />
          </Fields>
          {profile.builtIn ? null : <KeysCard profile={profile} />}
          {profile.kira && !profile.builtIn ? <KiraCard profile={profile} settings={profile.kira} /> : null}
          <ErrorBanner error={test.error} />
          {test.data ? <ConnectionLines report={test.data} provider={profile.provider} /> : null}
        </div>
      </Page>
      {removing ? <RemoveProfile profile={profile} onClose={() => setRemoving(false)} /> : null}
    </Screen>
  );
}

function NameField({ profile }: { readonly profile: Profile }): ReactElement {
  const rename = useAct('profiles.rename');
  const [name, setName] = useState(profile.name);
  const [seen, setSeen] = useState(profile.name);
  if (seen !== profile.name) {
    setSeen(profile.name);
    setName(profile.name);
  }
  const save = () => {
    const next = name.trim();
    if (next !== '' && next !== profile.name) rename.mutate({ id: profile.id, name: next });
  };
  return (
    <TextField
      label={t('Profile name')} value={name} onChange={setName} onBlur={save} maxLength={60} locked={profile.builtIn ? t('The built-in sandbox keeps its name.') : null}
      error={name.trim() === '' ? t('Give it a name you will recognise.') : rename.error?.message}
    />
  );
}

/** Choosing a live profile asks once, here as everywhere. */
function UseButton({ profile }: { readonly profile: Profile }): ReactElement | null {
  const chosen = useAppPart((state) => state.profile?.id === profile.id);
  const busy = useSwitching((state) => state.busy);
  const { pick } = useSwitchProfile();
  if (chosen) return null;
  return <Button busy={busy} onPress={() => pick(profile)}>{t('Use this profile')}</Button>;
}
