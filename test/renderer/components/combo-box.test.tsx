import { screen } from '@testing-library/react';
import { useState, type ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { ComboBox } from '../../../renderer/components/combo-box.tsx';
import { show } from '../stage.tsx';

const people = [{ id: 'a', label: 'Anna Reed' }, { id: 'b', label: 'Ben Ito' }];

function Form({ opens, none, all = people }: { readonly opens: boolean; readonly none?: string; readonly all?: readonly { readonly id: string; readonly label: string }[] }): ReactElement {
  const [text, setText] = useState('');
  const options = all.filter(({ label }) => label.toLowerCase().includes(text.toLowerCase()));
  return <ComboBox label="Recipient" options={options} text={text} onText={setText} onChoose={() => undefined} autoFocus opensOnPress={opens} {...(none === undefined ? {} : { none })} />;
}

const field = () => screen.getByRole('combobox', { name: 'Recipient' });

describe('a combo box', () => {
  it('opens when it is pressed, where only what is listed can be chosen', async () => {
    const { user } = show(<Form opens />);
    expect(screen.queryByRole('listbox')).toBeNull();
    await user.click(field());
    expect((await screen.findAllByRole('option')).map((option) => option.textContent)).toEqual(['Anna Reed', 'Ben Ito']);
  });

  it('stays shut when it is pressed, where something new may be typed', async () => {
    const { user } = show(<Form opens={false} />);
    await user.click(field());
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  it('says why its list is empty', async () => {
    const { user } = show(<Form opens none="Nobody fits" />);
    await user.type(field(), 'zzz');
    expect(await screen.findByText('Nobody fits')).toBeDefined();
  });
});
