import { CircleCheck, X } from 'lucide-react';
import { useEffect, useState, type ReactElement } from 'react';
import { Button, IconButton } from '../components/button.tsx';
import { names } from '../components/names.ts';
import { dismissToast, useToasts, type Toast } from '../state/toasts.ts';
import { t } from '../text.ts';
import css from './toasts.module.css';

const c = names(css);
/** How long a toast stays, in ms; the clock stands still while it is pointed at or focused. */
const stays = 6_000;

/** Done things, at the bottom right. */
export function Toasts(): ReactElement {
  const toasts = useToasts((store) => store.toasts);
  return (
    <div className={c('region')} role="status" aria-live="polite" data-react-aria-top-layer="true">
      {toasts.map((one) => <Line key={one.id} toast={one} />)}
    </div>
  );
}

function Line({ toast }: { readonly toast: Toast }): ReactElement {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismissToast(toast.id), stays);
    return () => clearTimeout(timer);
  }, [held, toast.id]);
  return (
    <div className={c('toast')} onPointerEnter={() => setHeld(true)} onPointerLeave={() => setHeld(false)} onFocus={() => setHeld(true)} onBlur={() => setHeld(false)}>
      <CircleCheck size={16} strokeWidth={2} aria-hidden />
      <span className={c('words')}>{toast.text}</span>
      {toast.action ? (
        <Button kind="quiet" size="small" onPress={() => { toast.action?.run(); dismissToast(toast.id); }}>{toast.action.label}</Button>
      ) : null}
      <IconButton icon={X} label={t('Close')} onPress={() => dismissToast(toast.id)} />
    </div>
  );
}
