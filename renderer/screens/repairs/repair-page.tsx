import { useNavigate } from '@tanstack/react-router';
import { Copy } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import type { AppError } from '../../../preload/contract/errors.ts';
import type { Payout } from '../../../preload/contract/payouts.ts';
import type { Repair } from '../../../preload/contract/repairs.ts';
import { ask } from '../../call.ts';
import { Banner, ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { momentOf } from '../../components/clock.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { InspectorLayout, InspectorPart, Screen, WorkHeader } from '../../components/layout.tsx';
import { names } from '../../components/names.ts';
import { StatusPill } from '../../components/status-pill.tsx';
import { payoutStatus } from '../../components/status-words.ts';
import stack from '../../components/stack.module.css';
import { Timeline } from '../../components/timeline.tsx';
import { useNow } from '../../components/use-now.ts';
import { useKey } from '../../keys.ts';
import { t } from '../../text.ts';
import { FiguresCard } from '../payouts/figures-card.tsx';
import { timelineStatus } from '../payouts/timeline-status.ts';
import { CauseCard } from './cause-card.tsx';
import { MoneyCard } from './money-card.tsx';
import { againWords, happened } from './repair-words.ts';
import { supportText } from './support-text.ts';
import { WaysCard } from './ways-card.tsx';

const c = names(stack);
type PageProps = { readonly repair: Repair; readonly payout: Payout | undefined };

/** A payout to repair: why in their words and in ours, what to correct, whether its money is back, and what to do. */
export function RepairPage({ repair, payout }: PageProps): ReactElement {
  const now = useNow();
  const copying = useCopy(repair);
  return (
    <Screen
      header={(
        <WorkHeader
          focus crumbs={[{ label: t('Repairs'), to: '/repairs' }]} title={repair.payout.reference || repair.payout.payeeName}
          pill={<StatusPill status={payoutStatus(repair.payout.state)} place="header" />} actions={<Actions repair={repair} payout={payout} copying={copying} now={now} />}
        />
      )}
    >
      <InspectorLayout label={t('Timeline')} inspector={<InspectorPart title={t('Timeline')}><Timeline entries={payout?.timeline ?? []} statusOf={timelineStatus} exact now={now} /></InspectorPart>}>
        <div className={c('page')}>
          <ErrorBanner error={copying.error} />
          <Head repair={repair} />
          <CauseCard repair={repair} payout={payout} />
          {payout && repair.sums.length > 0 ? <FiguresCard payout={payout} /> : null}
          {repair.kind === 'sum' ? null : <MoneyCard repair={repair} />}
          <WaysCard repair={repair} />
        </div>
      </InspectorLayout>
    </Screen>
  );
}

function Head({ repair }: { readonly repair: Repair }): ReactElement {
  const { closed } = repair;
  if (closed) return <Banner family="ok" head={t('This repair is done')}>{t('{by}, {time}: {reason}', { by: closed.by, time: momentOf(closed.at), reason: closed.reason })}</Banner>;
  if (repair.kind === 'sum') return <Banner family="wait" head={happened(repair)}>{t('Nothing is held. Find out which figures are right.')}</Banner>;
  const again = againWords(repair);
  return (
    <Banner family="bad" head={again ? `${happened(repair)}. ${again}` : happened(repair)}>
      {again ? `${t('Pay this account no more before you have spoken with the payee.')} ` : ''}{copyWords(repair)}
    </Banner>
  );
}

/** Where the corrected copy stands: to be made, or made; waiting for the money, or free to go. */
function copyWords({ copyId, released, money }: Repair): string {
  if (released) return t('The corrected copy may go.');
  if (money.seen === null) return copyId === null ? t('The corrected copy can be made now; it goes out once somebody writes below why.') : t('The corrected copy is made; it goes out once somebody writes below why.');
  return copyId === null ? t('The corrected copy can be made now; it goes out once the money is back.') : t('The corrected copy is made; it goes out once the money is back.');
}

type Copying = { readonly busy: boolean; readonly error: AppError | null; readonly make: () => void };

function useCopy({ payout: { id }, copyId }: Repair): Copying {
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const open = (to: string) => void navigate({ to: '/payouts/$id', params: { id: to } });
  const make = async () => {
    setBusy(true);
    const answer = await ask('payouts.clone', { id });
    setBusy(false);
    if (answer.ok) open(answer.value.id);
    else setError(answer.error);
  };
  return { busy, error, make: () => (copyId === null ? void make() : open(copyId)) };
}

function Actions({ repair, payout, copying, now }: PageProps & { readonly copying: Copying; readonly now: number }): ReactElement {
  const navigate = useNavigate();
  const { copyId, closed, kind } = repair;
  const offers = kind !== 'sum' && (copyId !== null || closed === null);
  useKey('primary', copying.make, offers && !copying.busy);
  return (
    <>
      <CopyButton text={supportText(repair, payout, now)} label={t('Copy for support')} size="medium">{t('Copy for support')}</CopyButton>
      <Button onPress={() => void navigate({ to: '/payouts/$id', params: { id: repair.payout.id } })}>{t('Open the payout')}</Button>
      {offers ? <Button kind="primary" icon={Copy} busy={copying.busy} onPress={copying.make}>{copyId === null ? t('Make the corrected copy') : t('Open the copy')}</Button> : null}
    </>
  );
}
