import { Eye, EyeOff } from 'lucide-react';
import { useState, type ReactElement, type ReactNode, type Ref } from 'react';
import { Button } from 'react-aria-components/Button';
import { Input } from 'react-aria-components/Input';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField as AriaTextField } from 'react-aria-components/TextField';
import { t } from '../text.ts';
import { FieldLabel, FieldLine, Padlock, type FieldBase } from './field.tsx';
import css from './field.module.css';
import { given } from './given.ts';
import { names } from './names.ts';

const c = names(css);

/** Props of {@link TextField}. */
export type TextFieldProps = FieldBase & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly type?: 'text' | 'email' | 'tel' | 'password' | 'url' | 'search';
  /** For what is compared character by character: account numbers, references, hashes. */
  readonly mono?: boolean;
  /** Lines of a longer text. */
  readonly lines?: number;
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly autoComplete?: string;
  readonly autoFocus?: boolean;
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel';
  /** After the value, inside the field: "days". */
  readonly unit?: ReactNode;
  readonly spellCheck?: boolean;
  /** The label is read out, not shown: something beside the field says it. */
  readonly hideLabel?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
};

/** One line (or a few) of text. Passwords get an eye to look at them. */
export function TextField(props: TextFieldProps): ReactElement {
  const { value, onChange, onBlur, type = 'text', locked, error, id, label, qualifier, hint, good, hideLabel = false, maxLength, autoFocus, inputMode } = props;
  const [shown, setShown] = useState(false);
  return (
    <AriaTextField
      className={c('field')} value={value} onChange={onChange} isInvalid={Boolean(error)} isReadOnly={Boolean(locked)}
      type={type === 'password' && shown ? 'text' : type} autoComplete={props.autoComplete ?? 'off'} spellCheck={props.spellCheck ? 'true' : 'false'}
      {...given({ 'aria-label': hideLabel ? label : undefined, onBlur, id, maxLength, autoFocus, inputMode })}
    >
      {hideLabel ? null : <FieldLabel label={label} {...given({ qualifier })} />}
      <div className={c('box')} data-invalid={error ? '' : undefined} data-locked={locked ? '' : undefined}>
        <Typed {...props} />
        {type === 'password' && !locked ? <Reveal shown={shown} onChange={setShown} /> : null}
        {locked ? <Padlock /> : null}
      </div>
      <FieldLine hint={hint} error={error} doubt={props.doubt} good={good} locked={locked} />
    </AriaTextField>
  );
}

function Typed({ mono, lines, placeholder, inputRef, unit }: TextFieldProps): ReactElement {
  const look = { className: c('input', mono && 'mono'), ...given({ placeholder }) };
  return (
    <>
      {lines ? <TextArea {...look} rows={lines} /> : <Input {...look} {...given({ ref: inputRef })} />}
      {unit ? <span className={c('unit')}>{unit}</span> : null}
    </>
  );
}

function Reveal({ shown, onChange }: { readonly shown: boolean; readonly onChange: (shown: boolean) => void }): ReactElement {
  const Icon = shown ? EyeOff : Eye;
  return (
    <Button className={c('reveal')} aria-label={shown ? t('Hide what is typed') : t('Show what is typed')} onPress={() => onChange(!shown)}>
      <Icon size={16} strokeWidth={1.75} aria-hidden />
    </Button>
  );
}
