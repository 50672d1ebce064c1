import { OctagonX } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import type { AuditState } from '../../../preload/contract/audit-log.ts';
import { Banner, Note } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { listTimeOf, timeOf, dateOf } from '../../components/clock.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { names } from '../../components/names.ts';
import { locale, t } from '../../text.ts';
import { brokenHead, isUnread, mayHaveForgotten, needsReason, placeWords, verdictWords } from './audit-words.ts';
import css from './audit.module.css';

const c = names(css);

/** Props of {@link AuditSummary}. */
export type AuditSummaryProps = { readonly log: AuditState; readonly onShow: (number: number) => void; readonly onReason: () => void };

/** What is known about the log: in words, and how long it is, where it ends, when it was checked and where its end is noted. */
export function AuditSummary({ log, onShow, onReason }: AuditSummaryProps): ReactElement {
  return (
    <section className={c('top')} aria-label={t('State of the log')}>
      <State log={log} onShow={onShow} onReason={onReason} />
      <dl className={c('facts')}>
        <Fact name={t('Entries')}>{log.rows.toLocaleString(locale())}</Fact>
        <Fact name={t('Head')}>
          {log.head === '' ? t('none yet') : <><span className={c('mono')} data-copyable="" title={log.head}>{log.head.slice(0, 12)}…</span><CopyButton text={log.head} label={t('Copy the whole head')} /></>}
        </Fact>
        <Fact name={t('Checked')}>{log.checkedAt === null ? t('not yet') : listTimeOf(log.checkedAt)}</Fact>
        <Fact name={t('Noted')}>{notedWords(log)}</Fact>
      </dl>
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement {
  return <div className={c('fact')}><dt>{name}</dt><dd>{children}</dd></div>;
}

function notedWords({ anchored, place }: AuditState): string {
  if (anchored === null) return place === 'none' ? placeWords(place) : t('not {place}', { place: placeWords(place) });
  const words = t('entry {rows} {place}', { rows: anchored.rows.toLocaleString(locale()), place: placeWords(place) });
  return anchored.at === null ? words : t('{words}, {time}', { words, time: listTimeOf(anchored.at) });
}

function State({ log, onShow, onReason }: AuditSummaryProps): ReactElement {
  const show = log.brokenAt !== null && log.brokenAt <= log.rows ? <Button size="small" onPress={() => onShow(log.brokenAt ?? 0)}>{t('Show entry {number}', { number: log.brokenAt })}</Button> : null;
  if (needsReason(log)) {
    return (
      <Banner
        family="bad" icon={OctagonX} head={brokenHead(log)}
        actions={<>{show}<Button size="small" onPress={onReason}>{t('Go on with a reason')}</Button></>}
      >
        {verdictWords(log)} {mayHaveForgotten(log) ? t('Payouts may have left that this log knows nothing of.') : null} {t('Export it as it is, and find out who had access to this computer.')}
      </Banner>
    );
  }
  if (isUnread(log)) return <Banner family="wait" head={t('The note of where the log ends can’t be read or written now.')}>{log.words}</Banner>;
  return (
    <>
      {log.accepted ? <Note family="wait">{acceptedWords(log.accepted)}</Note> : null}
      <p className={c('words')}>{verdictWords(log)} {log.accepted ? show : null}</p>
    </>
  );
}

function acceptedWords({ by, at, reason }: NonNullable<AuditState['accepted']>): string {
  return t('{by} went on with a broken log on {date} at {time}: “{reason}”', { by, date: dateOf(at), time: timeOf(at), reason });
}
