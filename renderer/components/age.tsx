import { RefreshCw } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from 'react-aria-components/Button';
import { t } from '../text.ts';
import css from './age.module.css';
import { agoOf } from './clock.ts';
import { names } from './names.ts';
import turn from './turn.module.css';
import { useNow } from './use-now.ts';

const c = names({ ...turn, ...css });

/** A figure older than this turns amber, in ms. */
const oldAfter = 15 * 60_000;

/** Props of {@link Age}. */
export type AgeProps = {
  /** When it was read (epoch ms); null says "not read yet". */
  readonly at: number | null;
  /** Reads it again; without it the age is only words. */
  readonly onRefresh?: () => void;
  readonly busy?: boolean;
  /** Before the age: "Fees and rate from Blaaiz, ". */
  readonly before?: string;
  /** Shows the refresh mark also while the figure is young. */
  readonly always?: boolean;
};

/** How old a figure is: "1 min ago"; over 15 min amber, with a refresh. */
export function Age({ at, onRefresh, busy = false, before = '', always = false }: AgeProps): ReactElement {
  const now = useNow();
  const old = at === null || now - at > oldAfter;
  const words = before + (at === null ? t('not read yet') : agoOf(at, now));
  if (!onRefresh || (!old && !always)) return <span className={c('age', old && 'old')}>{words}</span>;
  return (
    <Button className={c('age', 'refresh', old && 'old')} aria-label={t('{age}. Read again', { age: words })} onPress={() => { if (!busy) onRefresh(); }}>
      <RefreshCw size={12} strokeWidth={2} aria-hidden className={c(busy && 'turn')} />
      {words}
    </Button>
  );
}
