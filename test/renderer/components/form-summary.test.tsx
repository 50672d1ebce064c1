import { screen } from '@testing-library/react';
import { useState, type ReactElement } from 'react';
import { expect, it } from 'vitest';
import { FormSummary } from '../../../renderer/components/form-summary.tsx';
import { TextField } from '../../../renderer/components/text-field.tsx';
import { show } from '../stage.tsx';

function Form(): ReactElement {
  const [attempt, setAttempt] = useState(0);
  const problems = [{ id: 'name', label: 'Name', message: 'Enter it.' }, { id: 'mail', label: 'E-mail', message: 'Enter it.' }];
  return (
    <>
      <FormSummary problems={problems} attempt={attempt} />
      <TextField id="name" label="Name" value="" onChange={() => undefined} error={attempt > 0 ? 'Enter it.' : null} />
      <TextField id="mail" label="E-mail" value="" onChange={() => undefined} />
      <button type="button" onClick={() => setAttempt((now) => now + 1)}>Save</button>
    </>
  );
}

it('appears on submit, takes the focus to the first wrong field, and leads to each', async () => {
  const { user } = show(<Form />);
  expect(screen.queryByRole('alert')).toBeNull();
  await user.click(screen.getByText('Save'));
  expect(document.activeElement).toBe(screen.getByLabelText('Name'));
  expect(screen.getByText('2 things are not right yet')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'E-mail' }));
  expect(document.activeElement).toBe(screen.getByLabelText('E-mail'));
});

it('ties the error to its field for a screen reader', async () => {
  const { user } = show(<Form />);
  await user.click(screen.getByText('Save'));
  const ids = screen.getByLabelText('Name').getAttribute('aria-describedby')?.split(' ') ?? [];
  expect(ids.map((id) => document.getElementById(id)?.textContent).join('')).toContain('Enter it.');
});
