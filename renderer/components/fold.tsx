import { ChevronRight } from 'lucide-react';
import { useId, useState, type ReactElement, type ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import css from './fold.module.css';
import { names } from './names.ts';

const c = names(css);

/** Something that is seldom needed, behind its heading: `summary` says what stands inside while it is folded. */
export function Fold({ title, summary, children, open: first = false }: { readonly title: string; readonly summary?: string; readonly children: ReactNode; readonly open?: boolean }): ReactElement {
  const [open, setOpen] = useState(first);
  const inside = useId();
  return (
    <div className={c('fold')}>
      <Button className={c('head')} aria-expanded={open} aria-controls={inside} onPress={() => setOpen(!open)}>
        <ChevronRight size={14} strokeWidth={2} aria-hidden className={c('mark', open && 'down')} />
        <span className={c('title')}>{title}</span>
        {summary && !open ? <span className={c('summary')}>{summary}</span> : null}
      </Button>
      <div id={inside} hidden={!open} className={c('inside')}>{open ? children : null}</div>
    </div>
  );
}
