import { useImperativeHandle, useRef, useState, type ReactElement, type Ref } from 'react';
import { Input } from 'react-aria-components/Input';
import { TextField } from 'react-aria-components/TextField';
import css from './code-field.module.css';
import field from './field.module.css';
import { FieldLabel, FieldLine, type FieldBase } from './field.tsx';
import { names } from './names.ts';

const c = names({ ...field, ...css });

/** How many digits a code has. */
export const codeLength = 6;

/** The code in what was pasted: alone, or the only run of six digits in a longer text. Spaces and dashes inside it don't count. Null when there is none. */
export function codeIn(text: string): string | null {
  const bare = text.replace(/[\s\p{Pd}\p{Cf}]/gu, '');
  if (/^\d{6}$/.test(bare)) return bare;
  const runs = text.match(/(?<!\d)\d{3}[\s\p{Pd}]?\d{3}(?!\d)/gu) ?? [];
  const found = new Set(runs.map((run) => run.replace(/\D/g, '')));
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

/** What a screen may do with a {@link CodeField}. */
export type CodeFieldHandle = { readonly focus: () => void };

/** Props of {@link CodeField}. */
export type CodeFieldProps = Pick<FieldBase, 'label' | 'qualifier' | 'error' | 'hint'> & {
  readonly value: string;
  readonly onChange: (digits: string) => void;
  readonly disabled?: boolean;
  readonly handle?: Ref<CodeFieldHandle>;
};

/** Six digits in one real input, drawn as three and three boxes. It never submits by itself. */
export function CodeField({ value, onChange, label, qualifier, error, hint, disabled = false, handle }: CodeFieldProps): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  const [inside, setInside] = useState(false);
  useImperativeHandle(handle, () => ({ focus: () => input.current?.focus() }), []);
  return (
    <TextField
      className={c('field')} value={value} isInvalid={Boolean(error)} isDisabled={disabled} inputMode="numeric" autoComplete="one-time-code" spellCheck="false"
      onChange={(text) => onChange(text.replace(/\D/g, '').slice(0, codeLength))} onFocus={() => setInside(true)} onBlur={() => setInside(false)}
    >
      <FieldLabel label={label} {...(qualifier ? { qualifier } : {})} />
      <div className={c('code')} data-invalid={error ? '' : undefined}>
        <Boxes value={value} inside={inside} />
        {/* The digits are drawn in the boxes, so the place for typing is always behind the last. */}
        <Input ref={input} className={c('real')} onSelect={(event) => toEnd(event.currentTarget)} />
      </div>
      <FieldLine hint={hint} error={error} />
    </TextField>
  );
}

function toEnd(input: HTMLInputElement): void {
  const { selectionStart, selectionEnd, value } = input;
  if (selectionStart === selectionEnd && selectionEnd !== value.length) input.setSelectionRange(value.length, value.length);
}

function Boxes({ value, inside }: { readonly value: string; readonly inside: boolean }): ReactElement {
  const next = Math.min(value.length, codeLength - 1);
  return (
    <div className={c('boxes')} aria-hidden>
      {Array.from({ length: codeLength }, (_, index) => (
        <span key={index} className={c('digit', inside && index === next && 'next', index === 3 && 'second')}>
          {value[index] ?? (inside && index === next ? <span className={c('caret')} /> : null)}
        </span>
      ))}
    </div>
  );
}
