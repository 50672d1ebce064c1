import type { ReactElement } from 'react';
import colours from './family.module.css';
import { names } from './names.ts';
import css from './status-pill.module.css';
import type { StatusWord } from './status-words.ts';

const c = names({ ...colours, ...css });

/** Props of {@link StatusPill}. */
export type StatusPillProps = {
  /** From `payoutStatus`, `customerStatus`, `documentStatus` or `rawStatus`. */
  readonly status: StatusWord;
  /** list: filled only when a person is needed. header: always filled. plain: never. */
  readonly place?: 'list' | 'header' | 'plain';
  /** A clone or a note has settled it: icon and word stay, the fill goes. */
  readonly settled?: boolean;
};

/** A state as icon, word and colour; it gets a fill when it needs a person. */
export function StatusPill({ status, place = 'list', settled = false }: StatusPillProps): ReactElement {
  const filled = place === 'header' || (place === 'list' && status.person && !settled);
  const Icon = status.icon;
  return (
    <span className={c('pill', status.family, filled && 'filled', place === 'header' && 'large')} data-pill={filled ? '' : undefined}>
      <Icon size={14} strokeWidth={2} aria-hidden />
      <span className={c('word', status.family === 'idle' && 'quiet')}>{status.word}</span>
    </span>
  );
}

/** A note in the shape of a pill, for what is no state: "Indicative". */
export function Pill({ family, icon: Icon, children }: { readonly family: StatusWord['family'] | 'sand'; readonly icon: StatusWord['icon']; readonly children: string }): ReactElement {
  return (
    <span className={c('pill', family, 'filled', 'large')} data-pill="">
      <Icon size={14} strokeWidth={2} aria-hidden />
      <span className={c('word')}>{children}</span>
    </span>
  );
}
