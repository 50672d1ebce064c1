import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import type { AuditLine } from '../../../preload/contract/audit-log.ts';
import { dateOf, exactTimeOf } from '../../components/clock.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { Sheet } from '../../components/dialog.tsx';
import { names } from '../../components/names.ts';
import { t } from '../../text.ts';
import { subjectWords } from './audit-words.ts';
import css from './audit.module.css';

const c = names(css);

/** One entry with everything that was written down with it. */
export function AuditEntry({ line, onClose }: { readonly line: AuditLine; readonly onClose: () => void }): ReactElement {
  return (
    <Sheet open onClose={onClose} title={line.words} subtitle={t('Entry {number}, {date} {time}', { number: line.number, date: dateOf(line.at), time: exactTimeOf(line.at) })}>
      <dl className={c('sheet')}>
        <Fact name={t('Who')}>{line.actor}</Fact>
        <Fact name={subjectWords(line.subjectKind)}><Subject line={line} /></Fact>
        {line.facts.map(({ name, value }) => <Fact key={name} name={name}>{value}</Fact>)}
        <Fact name={t('Code')}><span className={c('hash')}>{line.what}</span></Fact>
        <Fact name={t('Hash')}><span className={c('hash')} data-copyable="">{line.hash}</span> <CopyButton text={line.hash} label={t('Copy the hash')} /></Fact>
      </dl>
    </Sheet>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement {
  return <><dt>{name}</dt><dd data-copyable="">{children}</dd></>;
}

/** The way to what an entry is about, where there is a screen for it. */
function Subject({ line: { subjectKind, subjectId } }: { readonly line: AuditLine }): ReactElement {
  const params = { id: subjectId };
  switch (subjectKind) {
    case 'payout': return <Link to="/payouts/$id" params={params}>{t('Open the payout')}</Link>;
    case 'customer': return <Link to="/customers/$id" params={params}>{t('Open the customer')}</Link>;
    case 'recipient': return <Link to="/recipients/$id" params={params}>{t('Open the recipient')}</Link>;
    default: return <span className={c('hash')}>{subjectId}</span>;
  }
}
