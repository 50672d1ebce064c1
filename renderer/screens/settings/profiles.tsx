import { Link, useNavigate } from '@tanstack/react-router';
import { FlaskConical, Landmark, Plus } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Profile } from '../../../preload/contract/app.ts';
import { useAct, useCall } from '../../api.ts';
import { ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { shortDateOf } from '../../components/clock.ts';
import { Empty, Skeleton } from '../../components/empty.tsx';
import { Card, CardRow, Page, Screen, WorkHeader } from '../../components/layout.tsx';
import { names } from '../../components/names.ts';
import { EnvChip } from '../../shell/env-chip.tsx';
import { useAppPart } from '../../state/app-state.ts';
import { t } from '../../text.ts';
import css from './settings.module.css';

const c = names(css);

/** Every profile: an account with its keys, and the sandbox. */
export function ProfilesPage(): ReactElement {
  const go = useNavigate();
  const list = useCall('profiles.list', {});
  const sandbox = useAct('profiles.useSandbox');
  const chosen = useAppPart((state) => state.profile?.id);
  const profiles = list.data ?? [];
  const add = <Button kind="primary" icon={Plus} onPress={() => void go({ to: '/settings/profiles/new' })}>{t('Connect a Blaaiz account')}</Button>;
  return (
    <Screen header={<WorkHeader title={t('Profiles')} actions={add} />}>
      <Page>
        <div className={c('stack')}>
          <ErrorBanner error={list.error ?? sandbox.error} />
          {list.isPending ? <Skeleton /> : null}
          {list.data && profiles.length === 0 ? <Empty icon={Landmark}>{t('No profile yet.')}</Empty> : null}
          {profiles.length > 0 ? <Card>{profiles.map((profile) => <Row key={profile.id} profile={profile} chosen={profile.id === chosen} />)}</Card> : null}
          {list.data && !profiles.some((one) => one.builtIn) ? (
            <div><Button icon={FlaskConical} busy={sandbox.isPending} onPress={() => sandbox.mutate({}, { onSuccess: () => void go({ to: '/today' }) })}>{t('Try the sandbox')}</Button></div>
          ) : null}
        </div>
      </Page>
    </Screen>
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
