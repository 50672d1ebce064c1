import { useState, type ReactElement } from 'react';
import { Input } from 'react-aria-components/Input';
import { TextField } from 'react-aria-components/TextField';
import field from '../../components/field.module.css';
import { names } from '../../components/names.ts';
import { t } from '../../text.ts';
import { SettingRow } from './setting-row.tsx';
import css from './settings.module.css';

const c = names({ ...field, ...css });

/** Props of {@link HundredthsSetting}: whole hundredths from 0 to `to`; `unit` is what stands behind the figure. */
export type HundredthsSettingProps = {
  readonly name: string;
  readonly note: string;
  readonly unit: string;
  readonly value: number;
  readonly to: number;
  readonly onChange: (value: number) => void;
};

/** A figure with at most two decimals, saved on leaving the field; what doesn't fit is said, and not saved. */
export function HundredthsSetting({ name, note, unit, value, to, onChange }: HundredthsSettingProps): ReactElement {
  const [text, setText] = useState(shown(value));
  const [wrong, setWrong] = useState(false);
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    setText(shown(value));
  }
  const leave = () => {
    const read = hundredths(text);
    const fits = read !== null && read <= to;
    setWrong(!fits);
    if (!fits) return;
    setText(shown(read));
    if (read !== value) onChange(read);
  };
  const rule = t('A figure from 0 to {to}, with at most two decimals.', { to: shown(to) });
  return (
    <SettingRow name={name} note={wrong ? <span className={c('error')} role="alert">{rule}</span> : note}>
      <TextField
        aria-label={[name, unit].filter((part) => part !== '').join(', ')} className={c('number')} value={text} onBlur={leave} isInvalid={wrong} inputMode="decimal"
        onChange={(next) => {
          setText(next);
          if (hundredths(next) !== null) setWrong(false);
        }}
      >
        <div className={c('box')} data-invalid={wrong ? '' : undefined}>
          <Input className={c('input', 'figure')} onKeyDown={(event) => { if (event.key === 'Enter') leave(); }} />
          {unit === '' ? null : <span className={c('unit')}>{unit}</span>}
        </div>
      </TextField>
    </SettingRow>
  );
}

/** Hundredths as a figure: 50 is "0.50". */
function shown(value: number): string {
  const digits = String(value).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** A typed figure in hundredths, read digit by digit; a comma is a point. Null when it is none. */
function hundredths(text: string): number | null {
  const [, whole, part = ''] = /^(\d{1,4})(?:[.,](\d{0,2}))?$/.exec(text.trim()) ?? [];
  return whole === undefined ? null : Number(`${whole}${part.padEnd(2, '0')}`);
}
