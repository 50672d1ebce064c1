import { expect, test } from 'vitest';
import { habitsOf } from '../../../main/scanner/habits.ts';

test('knows the devices that ask for more than the protocol', () => {
  expect(habitsOf('Specimen', null)).toEqual({ host: null, pauseMs: 0, feelFirst: false });
  expect(habitsOf('Brother MFC-L2710DW', null)).toMatchObject({ pauseMs: 1_000 });
  expect(habitsOf('HP LaserJet MFP M630', 'HP_Compact_Server')).toMatchObject({ host: 'localhost' });
  expect(habitsOf('Canon MF410 Series', null)).toMatchObject({ feelFirst: true });
});
