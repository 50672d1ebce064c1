import { useState, type ReactElement } from 'react';
import { locale, t } from '../text.ts';
import { parseDateInput, showDate, type DateProblem } from './date-input.ts';
import type { FieldBase } from './field.tsx';
import { TextField } from './text-field.tsx';

/** Props of {@link DateField}. `value` is YYYY-MM-DD, or what was typed when it can't be read; empty when not filled. */
export type DateFieldProps = FieldBase & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
};

/** What to say about a date that can't be read. */
function dateProblemWords(problem: DateProblem): string {
  switch (problem) {
    case 'ambiguous': return t('This can be read two ways. Write the month as a word: 3 Apr 1991.');
    case 'no-such-day': return t('There is no such day.');
    case 'not-a-date': return t('Write it like 14 Mar 1991.');
  }
}

/** A date that is typed: "14 Mar 1991", "1991-03-14" and "14/03/1991" all work; on leaving it shows as "14 Mar 1991". */
export function DateField({ value, onChange, onBlur, error, ...base }: DateFieldProps): ReactElement {
  const [text, setText] = useState(() => showDate(value, locale()));
  const [left, setLeft] = useState(false);
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    // The value changed from outside (a scan, another record): what is shown follows unless it already says the same.
    setSeen(value);
    if (readOr(text) !== value) setText(showDate(value, locale()));
  }

  const read = text.trim() === '' ? null : parseDateInput(text, locale());
  const own = left && read && !read.ok ? dateProblemWords(read.error) : null;
  return (
    <TextField
      {...base} value={text} error={own ?? error}
      onChange={(next) => {
        setText(next);
        setLeft(false);
        onChange(readOr(next));
      }}
      onBlur={() => {
        setLeft(true);
        if (read?.ok) setText(showDate(read.value, locale()));
        onBlur?.();
      }}
    />
  );
}

function readOr(text: string): string {
  const read = parseDateInput(text, locale());
  return read.ok ? read.value : text.trim();
}
