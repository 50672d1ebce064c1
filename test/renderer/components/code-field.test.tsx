import { screen } from '@testing-library/react';
import fc from 'fast-check';
import { useState, type ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { CodeField, codeIn } from '../../../renderer/components/code-field.tsx';
import { show } from '../stage.tsx';

function Field(): ReactElement {
  const [value, setValue] = useState('');
  return <CodeField label="Code" value={value} onChange={setValue} />;
}
const input = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Code' });

describe('a code in what was pasted', () => {
  it('is found with spaces and dashes inside it, and alone in a longer text', () => {
    for (const text of ['481902', ' 481 902\n', '481-902', '4 8 1 9 0 2', '481\u2013902', '\u200e481902', 'Your code is 481902. It is good for 5 minutes.', 'Code: 481 902']) expect(codeIn(text)).toBe('481902');
  });

  it('is not guessed where there is none, or more than one', () => {
    for (const text of ['', '48190', '4819021', 'invoice 5517', '481902 or 113355', 'IBAN DE89370400440532014417']) expect(codeIn(text)).toBeNull();
  });

  it('is six digits or nothing, whatever was pasted', () => {
    fc.assert(fc.property(fc.string(), (text) => {
      const code = codeIn(text);
      return code === null || /^\d{6}$/.test(code);
    }));
    fc.assert(fc.property(fc.stringMatching(/^\d{6}$/), fc.integer({ min: 1, max: 5 }), (code, at) => codeIn(`${code.slice(0, at)} ${code.slice(at)}`) === code));
  });
});

describe('the code field', () => {
  it('is one field for numbers that a filler of one-time codes knows', () => {
    show(<Field />);
    expect(input().getAttribute('autocomplete')).toBe('one-time-code');
    expect(input().inputMode).toBe('numeric');
    expect(screen.getAllByRole('textbox')).toHaveLength(1);
  });

  it('takes six digits and nothing else', async () => {
    const { user } = show(<Field />);
    await user.type(input(), '4a8-1 9027');
    expect(input().value).toBe('481902');
    await user.type(input(), '{Backspace}');
    expect(input().value).toBe('48190');
  });
});
