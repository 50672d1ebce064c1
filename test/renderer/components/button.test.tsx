import { screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { Button } from '../../../renderer/components/button.tsx';
import { show } from '../stage.tsx';

it('stays in reach and says why while it is not possible yet, but does nothing', async () => {
  const press = vi.fn();
  const { user } = show(<Button kind="primary" notYet="Choose a wallet first." onPress={press}>Review payout</Button>);
  const button = screen.getByRole('button', { name: 'Review payout' });
  await user.tab();
  expect(document.activeElement).toBe(button);
  expect(button.getAttribute('aria-disabled')).toBe('true');
  expect((await screen.findByRole('tooltip')).textContent).toBe('Choose a wallet first.');
  await user.keyboard('{Enter}');
  await user.click(button);
  expect(press).not.toHaveBeenCalled();
});

it('takes no further press while it is busy', async () => {
  const press = vi.fn();
  const { user, rerender } = show(<Button onPress={press}>Look now</Button>);
  await user.click(screen.getByRole('button', { name: 'Look now' }));
  rerender(<Button busy onPress={press}>Look now</Button>);
  await user.click(screen.getByRole('button', { name: 'Look now' }));
  await user.keyboard('{Enter}');
  expect(press).toHaveBeenCalledTimes(1);
});

it('does not submit a form while it is not possible yet', async () => {
  const submit = vi.fn((event: { preventDefault: () => void }) => event.preventDefault());
  const { user } = show(<form onSubmit={submit}><Button type="submit" notYet="Enter a name.">Save</Button></form>);
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(submit).not.toHaveBeenCalled();
});
