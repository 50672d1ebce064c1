import { Search } from 'lucide-react';
import { useRef, type ReactElement } from 'react';
import { Input } from 'react-aria-components/Input';
import { SearchField } from 'react-aria-components/SearchField';
import { useKey } from '../keys.ts';
import { KeyHint } from './kbd.tsx';
import { names } from './names.ts';
import css from './search-box.module.css';

const c = names(css);

/** Props of {@link SearchBox}: `label` says what is searched and stands in the empty box: "Payee, reference, amount". */
export type SearchBoxProps = { readonly label: string; readonly value: string; readonly onChange: (value: string) => void };

/** The search of a list; `/` goes there, Esc empties it. */
export function SearchBox({ label, value, onChange }: SearchBoxProps): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  useKey('search', () => input.current?.focus());
  return (
    <SearchField className={c('box')} aria-label={label} value={value} onChange={onChange}>
      <Search size={14} strokeWidth={2} aria-hidden />
      <Input ref={input} className={c('input')} placeholder={label} />
      {value === '' ? <KeyHint name="search" /> : null}
    </SearchField>
  );
}
