import { Building2, Eye, MonitorDot, PencilLine, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { providerNames, type ProviderId } from '../../preload/contract/provider.ts';
import type { TimelineEntry } from '../../preload/contract/timeline.ts';
import { t } from '../text.ts';
import { exactTimeOf, momentOf, timeOf } from './clock.ts';
import colours from './family.module.css';
import { names } from './names.ts';
import type { StatusWord } from './status-words.ts';
import css from './timeline.module.css';

const c = names({ ...colours, ...css });

/** Props of {@link Timeline}. */
export type TimelineProps = {
  readonly entries: readonly TimelineEntry[];
  /** The word for the state an entry led to; gives it its icon and colour. */
  readonly statusOf: (state: string) => StatusWord | null;
  /** Times to the second, for what is about sending. */
  readonly exact?: boolean;
  readonly now: number;
};

const sourceIcons: Readonly<Record<TimelineEntry['source'], LucideIcon>> = { you: PencilLine, bursar: MonitorDot, blaaiz: Building2, kira: Building2 };
const isProvider = (source: TimelineEntry['source']): source is ProviderId => Object.hasOwn(providerNames, source);

/** What happened, newest first; look-ups that found nothing new are folded into one line. */
export function Timeline({ entries, statusOf, exact = false, now }: TimelineProps): ReactElement {
  const ordered = [...entries].sort((a, b) => b.at - a.at);
  return (
    <ol className={c('timeline')}>
      {ordered.map((entry) => <Entry key={entry.id} entry={entry} status={entry.state ? statusOf(entry.state) : null} exact={exact} now={now} />)}
    </ol>
  );
}

function Entry({ entry, status, exact, now }: { readonly entry: TimelineEntry; readonly status: StatusWord | null; readonly exact: boolean; readonly now: number }): ReactElement {
  const folded = entry.count > 1;
  const Icon = status?.icon ?? (folded ? Eye : sourceIcons[entry.source]);
  const today = momentOf(entry.at, now) === timeOf(entry.at);
  const who = isProvider(entry.source) ? providerNames[entry.source] : (entry.actor ?? t('Bursar'));
  return (
    <li className={c('entry')}>
      <Icon size={16} strokeWidth={1.75} aria-hidden className={c('icon', status?.family ?? 'idle')} />
      <div className={c('words')}>
        <div className={c('first')}>
          <span className={c('what')}>{folded ? t('{n} looks, nothing new', { n: entry.count }) : entry.what}</span>
          <time className={c('time')}>{exact && today ? exactTimeOf(entry.at) : momentOf(entry.at, now)}</time>
        </div>
        <div className={c('who')}>{entry.detail ? t('{who}. {detail}', { who, detail: entry.detail }) : who}</div>
      </div>
    </li>
  );
}
