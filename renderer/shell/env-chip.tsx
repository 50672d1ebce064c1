import { FlaskConical } from 'lucide-react';
import type { ReactElement } from 'react';
import { names } from '../components/names.ts';
import { t } from '../text.ts';
import css from './env-chip.module.css';

const c = names(css);

/** SANDBOX with its flask, or LIVE with a dot: always the word, never colour alone. */
export function EnvChip({ env }: { readonly env: 'sandbox' | 'live' }): ReactElement {
  return (
    <span className={c('chip', env)} data-pill="">
      {env === 'sandbox' ? <FlaskConical size={12} strokeWidth={2} aria-hidden /> : <span className={c('dot')} aria-hidden />}
      {env === 'sandbox' ? t('SANDBOX') : t('LIVE')}
    </span>
  );
}
