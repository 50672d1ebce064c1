import { FileDown, ShieldCheck } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import type { AuditState } from '../../../preload/contract/audit-log.ts';
import { useAct, useCall } from '../../api.ts';
import { ErrorBanner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { Screen, WorkHeader } from '../../components/layout.tsx';
import { names } from '../../components/names.ts';
import { StatusPill } from '../../components/status-pill.tsx';
import { toast } from '../../state/toasts.ts';
import { t } from '../../text.ts';
import { AuditReason } from './audit-reason.tsx';
import { AuditRows } from './audit-rows.tsx';
import { AuditSummary } from './audit-summary.tsx';
import { auditStatus } from './audit-words.ts';
import css from './audit.module.css';

const c = names(css);
/** Entries shown above the one that is looked for. */
const above = 10;

/** The audit log: whether it holds, and every entry, newest first. */
export function AuditPage(): ReactElement {
  const state = useCall('audit.state', {});
  const verify = useAct('audit.verify');
  const save = useAct('audit.export');
  const [asking, setAsking] = useState(false);
  const [from, setFrom] = useState<number | null>(null);
  const log = state.data;
  const error = state.error ?? verify.error ?? save.error;
  const actions = (
    <>
      <Button icon={FileDown} busy={save.isPending} onPress={() => save.mutate({}, { onSuccess: (file) => { if (file) toast(exportedWords(file.rows)); } })}>{t('Export')}</Button>
      <Button icon={ShieldCheck} busy={verify.isPending} onPress={() => verify.mutate({}, { onSuccess: (found) => toast(verifiedWords(found)) })}>{t('Verify now')}</Button>
    </>
  );
  return (
    <Screen header={<WorkHeader title={t('Audit log')} {...(log ? { pill: <StatusPill status={auditStatus(log)} place="header" /> } : {})} actions={actions} />}>
      {error ? <div className={c('top')}><ErrorBanner error={error} /></div> : null}
      {log ? <AuditSummary log={log} onShow={(number) => setFrom(number + above)} onReason={() => setAsking(true)} /> : null}
      <AuditRows key={from} from={from} total={log?.rows ?? 0} brokenAt={log?.brokenAt ?? null} onNewest={() => setFrom(null)} />
      {log && asking ? <AuditReason log={log} onClose={() => setAsking(false)} /> : null}
    </Screen>
  );
}

const exportedWords = (rows: number) => t('{n, plural, one {# entry} other {# entries}} exported', { n: rows });

function verifiedWords({ verdict, rows, brokenAt }: AuditState): string {
  if (verdict === 'broken') return brokenAt === null ? t('The note of where it ended is gone') : t('Broken at entry {number}', { number: brokenAt });
  return t('{n, plural, one {# entry fits} other {All # entries fit}}', { n: rows });
}
