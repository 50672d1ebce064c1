import { Check, CircleDashed, TriangleAlert } from 'lucide-react';
import { useId, useState, type ReactElement } from 'react';
import { t } from '../text.ts';
import css from './checklist.module.css';
import { names } from './names.ts';

const c = names(css);

/** One condition: met, unmet with its remedy, or not known yet. */
export type ChecklistItem = { readonly id: string; readonly state: 'met' | 'unmet' | 'open'; readonly label: string; readonly remedy: string | null };

/** What must hold before something can go: "Before it can go  6 of 6". In low windows it folds when all is met. */
export function Checklist({ title, items }: { readonly title: string; readonly items: readonly ChecklistItem[] }): ReactElement {
  const met = items.filter((item) => item.state === 'met').length;
  const whole = met === items.length;
  const [open, setOpen] = useState<boolean | null>(null);
  const list = useId();
  return (
    <section aria-label={title}>
      <div className={c('head')}>
        <h3 className={c('title')}>{title}</h3>
        <button type="button" className={c('fold')} aria-expanded={open ?? !whole} aria-controls={list} onClick={() => setOpen((now) => !(now ?? !whole))}>
          <span className={c('count', whole && 'whole')}>{t('{met} of {all}', { met, all: items.length })}</span>
        </button>
        <span className={c('count', 'shown', whole && 'whole')}>{t('{met} of {all}', { met, all: items.length })}</span>
      </div>
      <ul id={list} className={c('list', !(open ?? !whole) && 'folded')}>
        {items.map((item) => (
          <li key={item.id} className={c('item', item.state)}>
            {iconOf(item.state)}
            <div>
              <span>{item.label}</span>
              {item.state === 'unmet' && item.remedy ? <span className={c('remedy')}>{item.remedy}</span> : null}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function iconOf(state: ChecklistItem['state']): ReactElement {
  if (state === 'met') return <Check size={14} strokeWidth={2} role="img" aria-label={t('Met')} />;
  if (state === 'unmet') return <TriangleAlert size={14} strokeWidth={2} role="img" aria-label={t('Not met')} />;
  return <CircleDashed size={14} strokeWidth={2} role="img" aria-label={t('Not known yet')} />;
}
