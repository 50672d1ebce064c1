import { Link, useNavigate } from '@tanstack/react-router';
import { FlaskConical, Landmark, Plus } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Profile } from '../../../preload/contract/app.ts';
import { providerIds, providerNames } from '../../../preload/contract/provider.ts';
import { useCall } from '../../api.ts';
import { ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { shortDateOf } from '../../components/clock.ts';
import { Empty, Skeleton } from '../../components/empty.tsx';
import { Card, CardRow, Page, Screen, WorkHeader } from '../../components/layout.tsx';
import { names } from '../../components/names.ts';
import { EnvChip } from '../../shell/env-chip.tsx';
import { practiceWords } from '../../shell/profile-words.ts';
import { useSwitching, useSwitchProfile } from '../../shell/switch-profile.ts';
import { useAppPart } from '../../state/app-state.ts';
import { t } from '../../text.ts';
import css from './settings.module.css';

const c = names(css);

/** Every profile by provider: an account with its keys, and the practice ones. */
export function ProfilesPage(): ReactElement {
  const go = useNavigate();
  const list = useCall('profiles.list', {});
  const chosen = useAppPart((state) => state.profile?.id);
  const profiles = list.data ?? [];
  const add = <Button kind="primary" icon={Plus} onPress={() => void go({ to: '/settings/profiles/new' })}>{t('Connect an account')}</Button>;
  return (
    <Screen header={<WorkHeader title={t('Profiles')} actions={add} />}>
      <Page>
        <div className={c('stack')}>
          <ErrorBanner error={list.error} />
          {list.isPending ? <Skeleton /> : null}
          {list.data && profiles.length === 0 ? <Empty icon={Landmark}>{t('No profile yet.')}</Empty> : null}
          {providerIds.map((provider) => {
            const own = profiles.filter((one) => one.provider === provider);
            return own.length === 0 ? null : (
              <Card key={provider} title={providerNames[provider]}>{own.map((profile) => <Row key={profile.id} profile={profile} chosen={profile.id === chosen} />)}</Card>
            );
          })}
          {list.data ? <PracticeButtons profiles={profiles} /> : null}
        </div>
      </Page>
    </Screen>
  );
}

/** A way to each practice provider that isn't here yet. */
function PracticeButtons({ profiles }: { readonly profiles: readonly Profile[] }): ReactElement | null {
  const busy = useSwitching((state) => state.busy);
  const { practise } = useSwitchProfile();
  const missing = providerIds.filter((provider) => !profiles.some((one) => one.builtIn && one.provider === provider));
  if (missing.length === 0) return null;
  return (
    <div className={c('practice')}>
      {missing.map((provider) => <Button key={provider} icon={FlaskConical} busy={busy} onPress={() => void practise(provider)}>{practiceWords(provider)}</Button>)}
    </div>
  );
}

function Row({ profile, chosen }: { readonly profile: Profile; readonly chosen: boolean }): ReactElement {
  const added = profile.secretAddedAt === null ? null : t('keys added {date}', { date: shortDateOf(profile.secretAddedAt) });
  return (
    <CardRow>
      <Link to="/settings/profiles/$id" params={{ id: profile.id }} className={c('profile')}>
        <EnvChip env={profile.env} />
        <span className={c('profileName')}>{profile.name}</span>
        <span className={c('quiet')}>{chosen ? t('in use') : null}</span>
        <span className={c('quiet')}>{profile.builtIn ? t('on this computer') : added}</span>
      </Link>
    </CardRow>
  );
}
