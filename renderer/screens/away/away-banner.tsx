import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useCall } from '../../api.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { momentOf } from '../../components/clock.ts';
import { providerNames } from '../../../preload/contract/provider.ts';
import { useAppPart } from '../../state/app-state.ts';
import { t } from '../../text.ts';

/** Whether somebody has to look at what changed before anything is released; false while the provider is still out of reach. */
export function useAwayPending(): boolean {
  const { data } = useCall('away.sheet', {});
  return data?.pending === true && data.until !== null;
}

/** Says that somebody has to look first, and leads there; nothing while nobody has to. */
export function AwayBanner(): ReactElement | null {
  const { data } = useCall('away.sheet', {});
  const provider = providerNames[useAppPart((app) => app.profile?.provider ?? 'blaaiz')];
  if (data?.pending !== true || data.since === null || data.until === null) return null;
  const n = data.mattering;
  const found = data.readAt === null ? t('What changed is being read.')
    : t('{n, plural, =0 {Not everything could be read yet.} one {One change matters to what waits.} other {# changes matter to what waits.}}', { n });
  return (
    <Banner family="wait" head={t('{provider} was out of reach from {from} to {to}', { provider, from: momentOf(data.since), to: momentOf(data.until) })} actions={<ToAway />}>
      {t('{found} Nothing is released before you have looked.', { found })}
    </Banner>
  );
}

/** The way to what changed. */
export function ToAway(): ReactElement {
  const navigate = useNavigate();
  return <Button onPress={() => void navigate({ to: '/away' })}>{t('What changed')}</Button>;
}
