import { afterEach, expect, it } from 'vitest';
import { locale, speak, t } from '../../renderer/text.ts';

afterEach(() => speak('en'));

it('fills values in and chooses plurals', () => {
  expect(t('Saved {time}', { time: '14:06' })).toBe('Saved 14:06');
  const source = '{n, plural, one {# payout} other {# payouts}}';
  expect([1, 7].map((n) => t(source, { n }))).toEqual(['1 payout', '7 payouts']);
});

it('keeps speaking English in a language it has no texts for, and takes over its way of writing figures', () => {
  speak('fr');
  expect([locale(), t('Lock now')]).toEqual(['fr', 'Lock now']);
});
