import { Check } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox';
import { Switch as AriaSwitch } from 'react-aria-components/Switch';
import css from './choices.module.css';
import { given } from './given.ts';
import { names } from './names.ts';

const c = names(css);

/** Props of {@link Checkbox} and {@link Switch}. */
export type ToggleProps = {
  readonly label: string;
  /** Quiet words under the label. */
  readonly note?: ReactNode;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  readonly disabled?: boolean;
  readonly id?: string;
};

/** Something agreed to, or one of several that may all be chosen. */
export function Checkbox({ label, note, on, onChange, disabled, id }: ToggleProps): ReactElement {
  return (
    <AriaCheckbox className={c('check')} isSelected={on} onChange={onChange} isDisabled={disabled ?? false} {...given({ id })}>
      <span className={c('box2')} aria-hidden>{on ? <Check size={12} strokeWidth={3} /> : null}</span>
      <span>
        {label}
        {note ? <span className={c('cardNote')}>{note}</span> : null}
      </span>
    </AriaCheckbox>
  );
}

/** A preference that works at once; its words stand beside it, so the label is only read out. */
export function Switch({ label, on, onChange, disabled }: Omit<ToggleProps, 'note' | 'id'>): ReactElement {
  return (
    <AriaSwitch className={c('switch')} isSelected={on} onChange={onChange} isDisabled={disabled ?? false} aria-label={label}>
      <span className={c('track')} aria-hidden><span className={c('knob')} /></span>
    </AriaSwitch>
  );
}
