import { useState, type ReactElement } from 'react';
import { Input } from 'react-aria-components/Input';
import { TextField } from 'react-aria-components/TextField';
import field from '../../components/field.module.css';
import { names } from '../../components/names.ts';
import { t } from '../../text.ts';
import { SettingRow } from './setting-row.tsx';
import css from './settings.module.css';

const c = names({ ...field, ...css });

/** Props of {@link NumberSetting}: whole numbers between `from` and `to`. */
export type NumberSettingProps = {
  readonly name: string;
  readonly note: string;
  readonly unit: string;
  readonly value: number;
  readonly from: number;
  readonly to: number;
  readonly onChange: (value: number) => void;
};

/** A whole number that is saved on leaving the field; what doesn't fit is said, and not saved. */
export function NumberSetting({ name, note, unit, value, from, to, onChange }: NumberSettingProps): ReactElement {
  const [text, setText] = useState(String(value));
  const [wrong, setWrong] = useState(false);
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    setText(String(value));
  }
  const fits = (typed: string) => /^\d{1,3}$/.test(typed.trim()) && Number(typed) >= from && Number(typed) <= to;
  const leave = () => {
    setWrong(!fits(text));
    if (fits(text) && Number(text) !== value) onChange(Number(text));
  };
  const rule = t('A whole number from {from} to {to}.', { from, to });
  return (
    <SettingRow name={name} note={wrong ? <span className={c('error')} role="alert">{rule}</span> : note}>
      <TextField aria-label={`${name}, ${unit}`} className={c('number')} value={text} onChange={(next) => { setText(next); if (fits(next)) setWrong(false); }} onBlur={leave} isInvalid={wrong} inputMode="numeric">
        <div className={c('box')} data-invalid={wrong ? '' : undefined}>
          <Input className={c('input', 'figure')} onKeyDown={(event) => { if (event.key === 'Enter') leave(); }} />
          <span className={c('unit')}>{unit}</span>
        </div>
      </TextField>
    </SettingRow>
  );
}
