import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Page, Screen, WorkHeader } from '../../components/layout.tsx';
import { t } from '../../text.ts';
import { ProfileForm } from '../setup/profile-form.tsx';

/** Another account; its page with the connection test comes next. */
export function NewProfilePage(): ReactElement {
  const go = useNavigate();
  return (
    <Screen header={<WorkHeader crumbs={[{ label: t('Profiles'), to: '/settings/profiles' }]} title={t('Connect an account')} />}>
      <Page narrow>
        <ProfileForm onAdded={(profile) => void go({ to: '/settings/profiles/$id', params: { id: profile.id }, replace: true })} />
      </Page>
    </Screen>
  );
}
