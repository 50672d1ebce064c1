import { Check, ChevronsUpDown, Search } from 'lucide-react';
import { useEffect, useRef, type ReactElement } from 'react';
import { Autocomplete, useFilter } from 'react-aria-components/Autocomplete';
import { Button } from 'react-aria-components/Button';
import { Input } from 'react-aria-components/Input';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { SearchField } from 'react-aria-components/SearchField';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { t } from '../text.ts';
import field from './field.module.css';
import { FieldLabel, FieldLine, Padlock, type FieldBase } from './field.tsx';
import { given } from './given.ts';
import lines from './list-lines.module.css';
import { names } from './names.ts';
import css from './select.module.css';

const c = names({ ...field, ...lines, ...css });

/** One thing to choose: `label` in ink, `detail` quieter after it, `search` more words to find it by. */
export type Option<Id extends string = string> = {
  readonly id: Id;
  readonly label: string;
  readonly detail?: string;
  readonly search?: string;
  readonly disabled?: boolean;
};

/** Props of {@link Select}; `value` null shows `empty`. */
export type SelectProps<Id extends string> = FieldBase & {
  readonly options: readonly Option<Id>[];
  readonly value: Id | null;
  readonly onChange: (id: Id) => void;
  readonly onBlur?: () => void;
  /** What stands there while nothing is chosen: "Choose a bank". */
  readonly empty?: string;
  readonly disabled?: boolean;
  readonly mono?: boolean;
  /** The label is read out, not shown: something beside the field says it. */
  readonly hideLabel?: boolean;
};

/** A choice of one; lists longer than eight carry a box that filters as you type. */
export function Select<Id extends string>(props: SelectProps<Id>): ReactElement {
  const { options, value, onChange, onBlur, empty, disabled, locked, error, id, label, qualifier, hint, good, mono, hideLabel = false } = props;
  const chosen = options.find((option) => option.id === value);
  return (
    <AriaSelect
      className={c('field')} allowsEmptyCollection value={value} onChange={(key) => { if (typeof key === 'string') onChange(key as Id); }}
      isDisabled={disabled === true || Boolean(locked)} isInvalid={Boolean(error)} {...given({ onBlur, 'aria-label': hideLabel ? label : undefined })}
    >
      {hideLabel ? null : <FieldLabel label={label} {...given({ qualifier })} />}
      <Button className={c('trigger')} data-invalid={error ? '' : undefined} data-locked={locked ? '' : undefined} {...given({ id })}>
        <SelectValue className={c('cut', mono && 'mono')}>
          {chosen ? <Shown option={chosen} /> : <span className={c('none')}>{empty ?? t('Choose')}</span>}
        </SelectValue>
        {locked ? <Padlock /> : <ChevronsUpDown size={16} strokeWidth={1.75} aria-hidden className={c('arrows')} />}
      </Button>
      <FieldLine hint={hint} error={error} doubt={props.doubt} good={good} locked={locked} />
      <Popover className={c('popover')} offset={4}>
        <Options options={options} />
      </Popover>
    </AriaSelect>
  );
}

function Options<Id extends string>({ options }: { readonly options: readonly Option<Id>[] }): ReactElement {
  const { contains } = useFilter({ sensitivity: 'base' });
  const filter = useRef<HTMLInputElement>(null);
  const long = options.length > 8;
  // Options may come only once the list is open, and the filter with them.
  useEffect(() => {
    if (long) filter.current?.focus();
  }, [long]);
  const list = (
    <ListBox className={c('list')} items={options} renderEmptyState={() => <div className={c('nothing')}>{options.length === 0 ? t('Nothing to choose from yet') : t('Nothing matches')}</div>}>
      {(option: Option<Id>) => <OptionRow option={option} />}
    </ListBox>
  );
  if (!long) return list;
  return (
    <Autocomplete filter={contains}>
      <SearchField className={c('search')} aria-label={t('Filter')}>
        <Search size={14} strokeWidth={2} aria-hidden />
        <Input ref={filter} className={c('searchInput')} />
      </SearchField>
      {list}
    </Autocomplete>
  );
}

/** One row of a choice list; shared by Select and ComboBox. `plain` rows are found, and put into the field, by their label alone. */
export function OptionRow<Id extends string>({ option, plain = false }: { readonly option: Option<Id>; readonly plain?: boolean }): ReactElement {
  return (
    <ListBoxItem id={option.id} textValue={plain ? option.label : `${option.label} ${option.detail ?? ''} ${option.search ?? ''}`.trim()} className={c('entry')} isDisabled={option.disabled ?? false}>
      {({ isSelected }) => (
        <>
          <Shown option={option} />
          {isSelected ? <Check size={14} strokeWidth={2} aria-hidden className={c('tick')} /> : null}
        </>
      )}
    </ListBoxItem>
  );
}

function Shown({ option }: { readonly option: Option }): ReactElement {
  return (
    <span className={c('cut')}>
      {option.label}
      {option.detail ? <span className={c('detail')}> {option.detail}</span> : null}
    </span>
  );
}
