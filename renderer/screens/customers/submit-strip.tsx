import { LoaderCircle, Unplug } from 'lucide-react';
import { useEffect, useRef, type ReactElement } from 'react';
import type { Customer } from '../../../preload/contract/customers.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import { Banner } from '../../components/banner.tsx';
import { Button } from '../../components/button.tsx';
import { names } from '../../components/names.ts';
import turn from '../../components/turn.module.css';
import { t } from '../../text.ts';
import { submitStep } from './submit-step.ts';
import css from './submit-strip.module.css';

const c = names({ ...turn, ...css });

/** Props of {@link SubmitStrip}; `started` is set when it was begun on this screen. */
export type SubmitStripProps = { readonly customer: Customer | null; readonly error: AppError | null; readonly started: boolean; readonly onStop: () => void };

/** How a submission goes: its step while it runs, why it stopped when it did. */
export function SubmitStrip({ customer, error, started, onStop }: SubmitStripProps): ReactElement | null {
  if (customer?.state === 'submitting') return <Running customer={customer} started={started} onStop={onStop} />;
  const problem = customer?.state === 'cut' ? customer.problem : error;
  if (!problem) return null;
  const refused = problem.code === 'validation' || problem.code === 'conflict';
  return <Banner family={refused ? 'bad' : 'wait'} {...(refused ? {} : { icon: Unplug })} head={problem.message} live>{problem.fix}</Banner>;
}

function Running({ customer, started, onStop }: Omit<SubmitStripProps, 'customer' | 'error'> & { readonly customer: Customer }): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  // What had the focus can't be used while this runs.
  useEffect(() => { if (started) place.current?.focus(); }, [started]);
  return (
    <div ref={place} tabIndex={-1} className={c('strip')} data-card="">
      <LoaderCircle size={16} strokeWidth={2} aria-hidden className={c('turn')} />
      <p className={c('step')} role="status">{submitStep(customer)}</p>
      <Button size="small" onPress={onStop}>{t('Stop all')}</Button>
    </div>
  );
}
