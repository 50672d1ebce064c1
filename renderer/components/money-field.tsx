import { useState, type ReactElement, type Ref } from 'react';
import { Input } from 'react-aria-components/Input';
import { TextField } from 'react-aria-components/TextField';
import type { CurrencyCode } from '../../preload/contract/currency.ts';
import { currencies } from '../../preload/contract/currency.ts';
import { parseMoneyInput } from '../../preload/contract/money-input.ts';
import { formatAmount, formatMoney, type Money, type MoneyProblem } from '../../preload/contract/money.ts';
import { locale, t } from '../text.ts';
import field from './field.module.css';
import { FieldLabel, FieldLine, type FieldBase } from './field.tsx';
import css from './money-field.module.css';
import { given } from './given.ts';
import { names } from './names.ts';

const c = names({ ...field, ...css });

/** Props of {@link MoneyField}. The screen keeps the text; `amount` is null while it can't be read. */
export type MoneyFieldProps = Omit<FieldBase, 'locked' | 'good'> & {
  readonly text: string;
  readonly currency: CurrencyCode;
  readonly onChange: (text: string, amount: Money | null) => void;
  /** Called on leaving the field with what was understood. */
  readonly onLeave?: (amount: Money | null) => void;
  /** The label is read out but not shown: the segmented switch above says it. */
  readonly hideLabel?: boolean;
  readonly autoFocus?: boolean;
  /** The amount is one of many and decides nothing by itself: as tall as other fields. */
  readonly small?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
};

/** What to say about an amount that can't be read. */
export function moneyProblemWords(problem: MoneyProblem | 'not-positive', currency: CurrencyCode): string {
  const { decimals } = currencies[currency];
  switch (problem) {
    case 'empty': return t('Enter an amount.');
    case 'not-a-number': return t('This is not an amount. Write it like {example}.', { example: formatAmount({ minor: 240_000, currency }, locale()) });
    case 'too-many-decimals': return t('{currency} has {n, plural, =0 {no decimals} one {# decimal} other {# decimals}}. Nothing is rounded.', { currency, n: decimals });
    case 'too-large': return t('This is more than can be sent.');
    case 'other-currency': return t('This is in another currency. The amount here is in {currency}.', { currency });
    case 'not-positive': return t('It must be more than zero.');
    case 'ambiguous': return decimals === 0 ? t('This can be read two ways. Leave the separators out.') : t('This can be read two ways. Write the decimals too, or leave the separators out.');
  }
}

/** How a typed text reads: the amount, how it is written out, what is wrong with it. */
function reading(text: string, currency: CurrencyCode) {
  const read = parseMoneyInput(text, currency, locale());
  const amount = read.ok ? read.value : null;
  const problem = read.ok ? (read.value.minor > 0 ? null : 'not-positive' as const) : read.error;
  const plain = amount && amount.minor > 0 ? formatAmount(amount, locale()) : null;
  return {
    amount, plain,
    wrong: problem === null || problem === 'empty' ? null : moneyProblemWords(problem, currency),
    words: amount && plain && plain !== text.trim() ? t('Read as {amount}', { amount: formatMoney(amount, locale()) }) : null,
  };
}

/** The amount that decides: 46 px (34 when small), figure right, code in its own cell. Says how it reads what is typed, never rounds. */
export function MoneyField(props: MoneyFieldProps): ReactElement {
  const { text, currency, onChange, onLeave, label, qualifier, hint, error, hideLabel = false, small = false, id, autoFocus, inputRef } = props;
  const [inside, setInside] = useState(false);
  const { amount, plain, wrong, words } = reading(text, currency);
  const shownError = inside ? null : (wrong ?? error);
  return (
    <TextField
      className={c('field')} value={text} isInvalid={Boolean(shownError)} inputMode="decimal" autoComplete="off"
      onChange={(next) => onChange(next, reading(next, currency).amount)}
      onFocus={() => setInside(true)}
      onBlur={() => {
        setInside(false);
        if (amount && plain && plain !== text) onChange(plain, amount);
        onLeave?.(amount);
      }}
      {...given({ 'aria-label': hideLabel ? label : undefined, id, autoFocus })}
    >
      {hideLabel ? null : <FieldLabel label={label} {...given({ qualifier })} />}
      <div className={c('box', !small && 'money')} data-invalid={shownError ? '' : undefined}>
        <Input className={c('amount', small && 'small')} {...given({ ref: inputRef })} />
        <span className={c('unitCell')} aria-hidden>{currency}</span>
      </div>
      <FieldLine hint={inside && words ? words : hint} error={shownError} />
    </TextField>
  );
}

/** Props of {@link MoneyRead}. */
export type MoneyReadProps = { readonly label: string; readonly qualifier?: string; readonly amount: Money | null; readonly currency: CurrencyCode; readonly hint?: string };

/** The other side of a price, read-only, with its qualifier: "They receive  indicative". */
export function MoneyRead({ label, qualifier, amount, currency, hint }: MoneyReadProps): ReactElement {
  return (
    <div className={c('field')}>
      <span className={c('label')}>{label}{qualifier ? <span className={c('qualifier')}>{qualifier}</span> : null}</span>
      <output className={c('box', 'money')} data-locked="" aria-label={label}>
        <span className={c('amount', 'read')}>{amount ? formatAmount(amount, locale()) : '–'}</span>
        <span className={c('unitCell')}>{currency}</span>
      </output>
      <FieldLine hint={hint} />
    </div>
  );
}
