import { LoaderCircle, type LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import type { KeyName } from '../keys.ts';
import css from './button.module.css';
import { given } from './given.ts';
import { KeyHint } from './kbd.tsx';
import { names } from './names.ts';
import turn from './turn.module.css';
import tip from './tooltip.module.css';

const c = names({ ...turn, ...css });

/** Props of {@link Button}. */
export type ButtonProps = {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  /** primary: one a screen. danger: only words in red. destroy: filled red, only inside a confirm dialog. */
  readonly kind?: 'primary' | 'secondary' | 'quiet' | 'danger' | 'destroy';
  /** 28, 32 (default) or 40 px. */
  readonly size?: 'small' | 'medium' | 'decisive';
  readonly icon?: LucideIcon;
  /** The label stays, the icon turns, presses do nothing. */
  readonly busy?: boolean;
  /** Not possible yet: stays focusable, and says why in the tooltip and to a screen reader. */
  readonly notYet?: string | null | undefined;
  /** Pressed while not possible yet: shows in full what is missing. */
  readonly onNotYet?: () => void;
  /** Shows the key on the button; the screen registers it with `useKey`. */
  readonly hint?: KeyName;
  readonly wide?: boolean;
  readonly type?: 'button' | 'submit';
  readonly form?: string;
  readonly id?: string;
  readonly label?: string;
  readonly autoFocus?: boolean;
};

/** A button with words: verb and object. */
export function Button(props: ButtonProps): ReactElement {
  const { onPress, kind = 'secondary', size = 'medium', busy = false, notYet, onNotYet, wide, type = 'button', form, id, label, autoFocus } = props;
  const blocked = isBlocked(props);
  const still = blocked || busy;
  const button = (
    <AriaButton
      type={still ? 'button' : type}
      className={c('button', kind, size, wide && 'wide', blocked && 'blocked', busy && 'busy')}
      onPress={() => { if (!busy) (blocked ? onNotYet : onPress)?.(); }}
      {...given({ 'aria-disabled': still ? ('true' as const) : undefined, form: still ? undefined : form, id, 'aria-label': label, autoFocus })}
    >
      <Inner {...props} />
    </AriaButton>
  );
  if (!blocked) return button;
  return (
    <TooltipTrigger delay={400}>
      {button}
      <Tooltip className={tip['tip'] ?? ''} offset={6}>{notYet}</Tooltip>
    </TooltipTrigger>
  );
}

function isBlocked({ notYet }: ButtonProps): boolean {
  return typeof notYet === 'string' && notYet !== '';
}

function Inner(props: ButtonProps): ReactElement {
  const { children, icon, busy, hint, kind } = props;
  const Icon = busy ? LoaderCircle : icon;
  return (
    <>
      {Icon ? <Icon size={16} strokeWidth={1.75} aria-hidden className={c(busy && 'turn')} /> : null}
      <span className={c('words')}>{children}</span>
      {hint && !isBlocked(props) ? <KeyHint name={hint} on={kind === 'primary' ? 'accent' : 'page'} /> : null}
    </>
  );
}

/** Props of {@link IconButton}. */
export type IconButtonProps = {
  readonly icon: LucideIcon;
  /** What it does; shown as a tooltip after 400 ms and read out. */
  readonly label: string;
  readonly onPress?: () => void;
  readonly size?: number;
};

/** A button without words, for the few that need none: close, lock, window controls, copy. 28 px square. */
export function IconButton({ icon: Icon, label, onPress, size = 16 }: IconButtonProps): ReactElement {
  return (
    <TooltipTrigger delay={400}>
      <AriaButton className={c('icon')} aria-label={label} onPress={() => onPress?.()}>
        <Icon size={size} strokeWidth={1.75} aria-hidden />
      </AriaButton>
      <Tooltip className={tip['tip'] ?? ''} offset={6}>{label}</Tooltip>
    </TooltipTrigger>
  );
}
