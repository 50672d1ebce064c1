import { CircleAlert } from 'lucide-react';
import { useEffect, useRef, type ReactElement } from 'react';
import { t } from '../text.ts';
import css from './form-summary.module.css';
import { names } from './names.ts';

const c = names(css);

/** One wrong field: the id given to the field, and what is wrong. */
export type FormProblem = { readonly id: string; readonly label: string; readonly message: string };

/** Moves the focus into a field by its id: the input itself, or the first control inside. `nearest` scrolls no further than it must. */
export function focusField(id: string, block: 'center' | 'nearest' = 'center'): void {
  const place = document.getElementById(id);
  const inside = place?.matches('input, button, textarea') ? place : place?.querySelector<HTMLElement>('input, button, textarea');
  inside?.focus();
  inside?.scrollIntoView({ block });
}

/** The list on top of a form after a submit that could not go on: each line leads to its field. `attempt` grows with each submit; the
 *  first wrong field then takes the focus. Nothing wrong shows nothing. */
export function FormSummary({ problems, attempt }: { readonly problems: readonly FormProblem[]; readonly attempt: number }): ReactElement | null {
  const first = problems[0]?.id;
  const target = useRef(first);
  useEffect(() => {
    target.current = first;
  });
  useEffect(() => {
    if (attempt > 0 && target.current) focusField(target.current);
  }, [attempt]);
  if (attempt === 0 || problems.length === 0) return null;
  return (
    <div className={c('summary')} role="alert">
      <CircleAlert size={20} strokeWidth={2} aria-hidden />
      <div>
        <p className={c('head')}>{t('{n, plural, one {One thing is} other {# things are}} not right yet', { n: problems.length })}</p>
        <ul>
          {problems.map((problem) => (
            <li key={problem.id}>
              <button type="button" className={c('link')} onClick={() => focusField(problem.id)}>{problem.label}</button>
              <span>: {problem.message}</span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
