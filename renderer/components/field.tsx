import { CircleAlert, Check, Lock, TriangleAlert } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import css from './field.module.css';
import { names } from './names.ts';

const c = names(css);

/** What every field has: label above, qualifier after it, and one line below: error, else doubt, else good news, else hint. */
export type FieldBase = {
  readonly label: string;
  /** Quiet word after the label: "optional", "payee sees this". */
  readonly qualifier?: string;
  readonly hint?: ReactNode;
  /** What is wrong and what to do; the screen sets it on leaving the field or on submit. */
  readonly error?: string | null | undefined;
  /** Green line with a tick: "Matches". */
  readonly good?: string | null | undefined;
  /** Amber line: right as typed, but something else says otherwise. */
  readonly doubt?: string | null | undefined;
  /** Read-only since verified: "locked since 3 Nov". */
  readonly locked?: string | null | undefined;
  /** For the error summary's links; becomes the input's id. */
  readonly id?: string;
};

/** The label row. */
export function FieldLabel({ label, qualifier }: Pick<FieldBase, 'label' | 'qualifier'>): ReactElement {
  return (
    <Label className={c('label')}>
      {label}
      {qualifier ? <span className={c('qualifier')}>{qualifier}</span> : null}
    </Label>
  );
}

/** The line below a field. */
export function FieldLine({ hint, error, doubt, good, locked }: Pick<FieldBase, 'hint' | 'error' | 'doubt' | 'good' | 'locked'>): ReactElement | null {
  if (error) {
    return (
      <FieldError className={c('line', 'error')}>
        <CircleAlert size={14} strokeWidth={2} aria-hidden />
        <span>{error}</span>
      </FieldError>
    );
  }
  if (doubt) return <Text slot="description" elementType="div" className={c('line', 'doubt')}><TriangleAlert size={14} strokeWidth={2} aria-hidden /><span>{doubt}</span></Text>;
  if (good) return <Text slot="description" elementType="div" className={c('line', 'good')}><Check size={14} strokeWidth={2} aria-hidden /><span>{good}</span></Text>;
  const words = locked ?? hint;
  return words ? <Text slot="description" elementType="div" className={c('line')}>{words}</Text> : null;
}

/** The padlock inside a field that can't change. */
export function Padlock(): ReactElement {
  return <Lock size={14} strokeWidth={1.75} aria-hidden className={c('padlock')} />;
}

/** Lays fields out: two columns by default, one when narrow. `wide` children take both columns by `FieldWide`. */
export function Fields({ children, columns = 2 }: { readonly children: ReactNode; readonly columns?: 1 | 2 | 3 }): ReactElement {
  return <div className={c('fields', columns === 1 && 'one', columns === 3 && 'three')}>{children}</div>;
}

/** Takes the whole row inside {@link Fields}. */
export function FieldWide({ children }: { readonly children: ReactNode }): ReactElement {
  return <div className={c('whole')}>{children}</div>;
}
