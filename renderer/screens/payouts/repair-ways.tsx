import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { formatMoney } from '../../../preload/contract/money.ts';
import type { Repair } from '../../../preload/contract/repairs.ts';
import { useCall } from '../../api.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { locale, t } from '../../text.ts';

/** Leads to the repair of a payout, or to all of them where it has none of its own. */
export function ToRepair({ id }: { readonly id: string | null }): ReactElement {
  const navigate = useNavigate();
  const known = useRepair(id) !== undefined;
  return <Button size="small" onPress={() => void (known && id !== null ? navigate({ to: '/repairs/$id', params: { id } }) : navigate({ to: '/repairs' }))}>{t('Open the repair')}</Button>;
}

/** On a corrected copy that is ready: it waits for the money of the payout it corrects. Nothing on other payouts. */
export function CopyWaits({ clonedFrom }: { readonly clonedFrom: string | null }): ReactElement | null {
  const repair = useRepair(clonedFrom);
  if (repair === undefined || repair.kind === 'sum' || repair.released) return null;
  const { owed } = repair.money;
  return (
    <Banner family="wait" head={t('It waits for the money of the payout it corrects')} actions={<ToRepair id={clonedFrom} />}>
      {owed === null ? t('It goes out once that is back, or somebody writes in the repair why not to wait.')
        : t('It goes out once {owed} is back, or somebody writes in the repair why not to wait.', { owed: formatMoney(owed, locale()) })}
    </Banner>
  );
}

/** On a payout whose figures do not close: what of them, and the way to clear it up. Nothing on other payouts. */
export function OpenSum({ id }: { readonly id: string }): ReactElement | null {
  const repair = useRepair(id);
  if (repair === undefined || repair.kind !== 'sum' || repair.closed !== null) return null;
  return <Banner family="wait" head={t('The figures do not close')} actions={<ToRepair id={id} />}>{repair.sums.join(' ')}</Banner>;
}

function useRepair(id: string | null): Repair | undefined {
  return useCall('repairs.get', { id: id ?? '' }, { enabled: id !== null }).data;
}
