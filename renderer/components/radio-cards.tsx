import { Ban } from 'lucide-react';
import type { ReactElement } from 'react';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import field from './field.module.css';
import { FieldLabel, FieldLine, type FieldBase } from './field.tsx';
import css from './choices.module.css';
import { given } from './given.ts';
import { names } from './names.ts';

const c = names({ ...field, ...css });

/** One of a few: `note` explains it below the label; `refused` shows it struck out of choice, with the field's hint saying why. */
export type Choice<Id extends string = string> = { readonly id: Id; readonly label: string; readonly note?: string; readonly refused?: boolean };

/** Props of {@link RadioCards} and {@link Segmented}. */
export type ChoicesProps<Id extends string> = FieldBase & {
  readonly choices: readonly Choice<Id>[];
  readonly value: Id | null;
  readonly onChange: (id: Id) => void;
  readonly columns?: 1 | 2 | 3;
  readonly disabled?: boolean;
};

/** A choice among a few, each a card with a radio mark. */
export function RadioCards<Id extends string>(props: ChoicesProps<Id>): ReactElement {
  const { choices, value, onChange, columns = 2, disabled, label, qualifier, id, hint, error, good, locked } = props;
  return (
    <RadioGroup
      className={c('field')} value={value} onChange={(next) => onChange(next as Id)} isInvalid={Boolean(error)}
      isDisabled={disabled ?? false} isReadOnly={Boolean(locked)} {...given({ id })}
    >
      <FieldLabel label={label} {...given({ qualifier })} />
      <div className={c('cards', `columns${columns}`)}>
        {choices.map((choice) => (
          <Radio key={choice.id} value={choice.id} className={c('card')} isDisabled={choice.refused ?? false}>
            {choice.refused ? <Ban size={16} strokeWidth={1.75} aria-hidden /> : <span className={c('mark')} aria-hidden />}
            <span className={c('cardWords')}>
              {choice.label}
              {choice.note ? <span className={c('cardNote')}>{choice.note}</span> : null}
            </span>
          </Radio>
        ))}
      </div>
      <FieldLine hint={hint} error={error} doubt={props.doubt} good={good} locked={locked} />
    </RadioGroup>
  );
}

/** A switch between two or three ways of seeing the same thing: "You send / They receive". The label is read out, not shown. */
export function Segmented<Id extends string>({ choices, value, onChange, label, disabled }: Omit<ChoicesProps<Id>, 'columns'>): ReactElement {
  return (
    <RadioGroup className={c('segmented')} aria-label={label} orientation="horizontal" value={value} onChange={(next) => onChange(next as Id)} isDisabled={disabled ?? false}>
      {choices.map((choice) => (
        <Radio key={choice.id} value={choice.id} className={c('segment')} isDisabled={choice.refused ?? false}>{choice.label}</Radio>
      ))}
    </RadioGroup>
  );
}
