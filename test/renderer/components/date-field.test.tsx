import { screen } from '@testing-library/react';
import { useState, type ReactElement } from 'react';
import { expect, it } from 'vitest';
import { DateField } from '../../../renderer/components/date-field.tsx';
import { show } from '../stage.tsx';

function Form({ onValue }: { readonly onValue: (value: string) => void }): ReactElement {
  const [value, setValue] = useState('');
  return <DateField label="Birth date" value={value} onChange={(next) => { setValue(next); onValue(next); }} />;
}

it('hands over the day and shows it in words after leaving', async () => {
  const values: string[] = [];
  const { user } = show(<Form onValue={(value) => values.push(value)} />);
  await user.type(screen.getByLabelText('Birth date'), '14/03/1991');
  await user.tab();
  expect(values.at(-1)).toBe('1991-03-14');
  expect(screen.getByLabelText('Birth date')).toHaveProperty('value', '14 Mar 1991');
});

it('complains on leaving, never while typing, and calms down when mended', async () => {
  const { user } = show(<Form onValue={() => undefined} />);
  const field = screen.getByLabelText('Birth date');
  await user.type(field, '03/04/1991');
  expect(screen.queryByText(/two ways/)).toBeNull();
  await user.tab();
  expect(screen.getByText(/two ways/)).toBeDefined();
  expect(field.getAttribute('aria-invalid')).toBe('true');
  await user.clear(field);
  await user.type(field, '3 Apr 1991');
  expect(screen.queryByText(/two ways/)).toBeNull();
});
