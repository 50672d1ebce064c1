import { CircleCheck, CircleMinus, CircleX, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Reply } from '../../../preload/contract/api.ts';
import type { ConnectionCheck } from '../../../preload/contract/app.ts';
import { providerNames, type ProviderId } from '../../../preload/contract/provider.ts';
import { exactTimeOf } from '../../components/clock.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { Card, CardRow } from '../../components/layout.tsx';
import { names } from '../../components/names.ts';
import { t } from '../../text.ts';
import css from './connection-lines.module.css';

const c = names(css);

const icons = { ok: CircleCheck, warn: TriangleAlert, failed: CircleX, skipped: CircleMinus } as const;

/** The connection test as a card: each line with its value, what is wrong with its remedy and the note to send. */
export function ConnectionLines({ report, provider }: { readonly report: Reply<'profiles.test'>; readonly provider: ProviderId }): ReactElement {
  const wrong = report.checks.filter((check) => check.state === 'warn' || check.state === 'failed');
  const first = wrong[0]?.id;
  return (
    <Card title={t('Connection')} mark={<Verdict checks={report.checks} />} note={t('tested {time}', { time: exactTimeOf(report.at) })}>
      {report.checks.map((check) => (
        <CardRow key={check.id} tight>
          <Line check={check} note={check.id === first ? report.note : null} provider={provider} />
        </CardRow>
      ))}
    </Card>
  );
}

function Verdict({ checks }: { readonly checks: readonly ConnectionCheck[] }): ReactElement {
  const failed = checks.filter((check) => check.state === 'failed').length;
  const warned = checks.filter((check) => check.state === 'warn').length;
  const token = checks.find((check) => check.id === 'token')?.state === 'ok';
  const family = failed > 0 && !token ? 'bad' : failed + warned > 0 ? 'wait' : 'ok';
  const words = family === 'ok' ? t('Works')
    : family === 'wait' ? t('Works, {n, plural, one {one thing} other {# things}} to fix', { n: failed + warned })
      : t('Does not work yet');
  const Icon = family === 'ok' ? CircleCheck : family === 'wait' ? TriangleAlert : CircleX;
  return <span className={c('verdict', family)} role="status"><Icon size={14} strokeWidth={2} aria-hidden />{words}</span>;
}

function Line({ check, note, provider }: { readonly check: ConnectionCheck; readonly note: string | null; readonly provider: ProviderId }): ReactElement {
  const Icon = icons[check.state];
  const calm = check.state === 'ok' || check.state === 'skipped';
  return (
    <div className={c('line', check.state, !calm && 'tall')}>
      <Icon size={16} strokeWidth={1.75} role="img" aria-label={stateWords(check.state)} />
      <div className={c('words')}>
        <span className={c('label')}>{check.label}</span>
        {check.fix && !calm ? <span className={c('fix')}>{check.fix}</span> : null}
      </div>
      <span className={c('value')}>{check.state === 'skipped' ? check.value || t('not reached') : check.value}</span>
      {note ? <CopyButton text={note} label={t('Copy the note to {provider}', { provider: providerNames[provider] })}>{t('Copy the note')}</CopyButton> : null}
    </div>
  );
}

function stateWords(state: ConnectionCheck['state']): string {
  switch (state) {
    case 'ok': return t('Right');
    case 'warn': return t('To fix');
    case 'failed': return t('Failed');
    case 'skipped': return t('Not reached');
  }
}
