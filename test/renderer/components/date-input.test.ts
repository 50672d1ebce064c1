import { describe, expect, it } from 'vitest';
import { parseDateInput, showDate } from '../../../renderer/components/date-input.ts';

describe('reading a typed date', () => {
  it.each([
    ['14 Mar 1991'], ['14 march 1991'], ['14th March, 1991'], ['March 14, 1991'], ['1991-03-14'], ['1991/3/14'], ['14/03/1991'], ['14.3.1991'], ['03/14/1991'], ['  14   mar  1991 '],
  ])('takes %s', (text) => {
    expect(parseDateInput(text)).toEqual({ ok: true, value: '1991-03-14' });
  });

  it('reads month names of the language in use, and English ones too', () => {
    expect(parseDateInput('14 mars 1991', 'fr')).toEqual({ ok: true, value: '1991-03-14' });
    expect(parseDateInput('14 August 1991', 'fr')).toEqual({ ok: true, value: '1991-08-14' });
  });

  it('refuses what can be read two ways instead of guessing', () => {
    expect(parseDateInput('03/04/1991')).toEqual({ ok: false, error: 'ambiguous' });
    expect(parseDateInput('04/04/1991')).toEqual({ ok: true, value: '1991-04-04' });
  });

  it.each([['31 Apr 2020'], ['29/02/2023'], ['2020-13-01'], ['32/13/1991'], ['1 Jan 1850']])('knows that %s does not exist', (text) => {
    expect(parseDateInput(text)).toEqual({ ok: false, error: 'no-such-day' });
  });

  it.each([[''], ['yesterday'], ['14 Ma 1991'], ['14 Mar'], ['14 Mar 91'], ['14 14 1991 2']])('says that "%s" is no date', (text) => {
    expect(parseDateInput(text)).toEqual({ ok: false, error: 'not-a-date' });
  });

  it('shows a date with its month as a word', () => {
    expect(showDate('1991-03-04')).toBe('4 Mar 1991');
    expect(showDate('soon')).toBe('soon');
  });
});
