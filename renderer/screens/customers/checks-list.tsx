import { Check, MessageSquareText, OctagonX, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { isLetGo } from '../../../preload/contract/judge/verdict.ts';
import type { Finding, Override } from '../../../preload/contract/preflight.ts';
import { names } from '../../components/names.ts';
import { t } from '../../text.ts';
import css from './checks-list.module.css';

const c = names(css);

/** Props of {@link ChecksList}; `label` says whose checks they are. */
export type ChecksListProps = { readonly label: string; readonly findings: readonly Finding[]; readonly overrides: readonly Override[]; readonly narrow?: boolean };

/** Every check with its value and limit: the picture’s marks in words. What doesn't pass says so in colour, weight and icon. */
export function ChecksList({ label, findings, overrides, narrow = false }: ChecksListProps): ReactElement {
  return (
    <div className={c('place')}>
      <ul className={c('list', narrow && 'narrow')} aria-label={label}>
        {findings.map((finding) => <Line key={finding.id} finding={finding} letGo={isLetGo(finding, overrides)} />)}
      </ul>
    </div>
  );
}

function Line({ finding, letGo }: { readonly finding: Finding; readonly letGo: boolean }): ReactElement {
  const { verdict, label, value } = finding;
  return (
    <li className={c('line', verdict === 'pass' ? 'fine' : verdict === 'stop' ? 'stopped' : 'again')}>
      <Mark verdict={verdict} letGo={letGo && verdict !== 'pass'} />
      <span className={c('label')}>{label}</span>
      <span className={c('value')}>{value}</span>
    </li>
  );
}

function Mark({ verdict, letGo }: { readonly verdict: Finding['verdict']; readonly letGo: boolean }): ReactElement {
  const look = { size: 14, strokeWidth: 2, role: 'img' } as const;
  if (letGo) return <MessageSquareText {...look} aria-label={t('Kept with a reason')} />;
  switch (verdict) {
    case 'pass': return <Check {...look} aria-label={t('Passes')} />;
    case 'look-again': return <TriangleAlert {...look} aria-label={t('Look again')} />;
    case 'stop': return <OctagonX {...look} aria-label={t('Stopped')} />;
  }
}
