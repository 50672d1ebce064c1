import { ChevronsUpDown } from 'lucide-react';
import { useContext, type ReactElement } from 'react';
import { Button } from 'react-aria-components/Button';
import { ComboBox as AriaComboBox, ComboBoxStateContext } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { ListBox } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import field from './field.module.css';
import { FieldLabel, FieldLine, Padlock, type FieldBase } from './field.tsx';
import { given } from './given.ts';
import { names } from './names.ts';
import { OptionRow, type Option } from './select.tsx';
import css from './select.module.css';

const c = names({ ...field, ...css });

/** Props of {@link ComboBox}. */
export type ComboBoxProps<Id extends string> = FieldBase & {
  readonly options: readonly Option<Id>[];
  /** The text in the field. */
  readonly text: string;
  readonly onText: (text: string) => void;
  /** An option was taken from the list; the text follows by `onText`. */
  readonly onChoose: (id: Id) => void;
  readonly onBlur?: () => void;
  readonly autoFocus?: boolean;
  /** The list opens when the field is pressed, not only when something is typed: where only what is in it can be chosen. */
  readonly opensOnPress?: boolean;
  /** What stands in the open list while nothing is in it; without these words an empty list stays shut. */
  readonly none?: string;
};

/** A text that may be taken from a list or be new: a payee known or unknown. */
export function ComboBox<Id extends string>(props: ComboBoxProps<Id>): ReactElement {
  const { options, text, onText, onChoose, onBlur, locked, error, id, label, qualifier, hint, good, autoFocus, opensOnPress = false, none } = props;
  return (
    <AriaComboBox
      className={c('field')} allowsCustomValue inputValue={text} onInputChange={onText} items={options} menuTrigger="input" allowsEmptyCollection={none !== undefined}
      onSelectionChange={(key) => { if (typeof key === 'string') onChoose(key as Id); }} isInvalid={Boolean(error)} isReadOnly={Boolean(locked)}
      {...given({ onBlur, id, autoFocus })}
    >
      <FieldLabel label={label} {...given({ qualifier })} />
      <div className={c('box')} data-invalid={error ? '' : undefined} data-locked={locked ? '' : undefined}>
        <Typed opens={opensOnPress} />
        {locked ? <Padlock /> : <Button className={c('comboButton')}><ChevronsUpDown size={16} strokeWidth={1.75} aria-hidden /></Button>}
      </div>
      <FieldLine hint={hint} error={error} doubt={props.doubt} good={good} locked={locked} />
      <Popover className={c('popover')} offset={4}>
        <ListBox className={c('list')} renderEmptyState={() => <div className={c('nothing')}>{none}</div>}>{(option: Option<Id>) => <OptionRow option={option} plain />}</ListBox>
      </Popover>
    </AriaComboBox>
  );
}

/** Where it is typed. Opening on focus alone would open the list by itself when a page puts the focus here. */
function Typed({ opens }: { readonly opens: boolean }): ReactElement {
  const state = useContext(ComboBoxStateContext);
  return <Input className={c('comboInput')} onClick={() => { if (opens && state && !state.isOpen) state.open(null, 'manual'); }} />;
}
