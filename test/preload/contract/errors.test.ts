import { describe, expect, it } from 'vitest';
import { appError, appErrorSchema, errorCodes } from '../../../preload/contract/errors.ts';

describe('errors that cross to the screen', () => {
  it('have a code each, once', () => { expect(new Set(errorCodes).size).toBe(errorCodes.length); });

  it('carry only the parts that were given', () => {
    expect(appError('offline', 'No network.')).toEqual({ code: 'offline', message: 'No network.' });
    expect(Object.keys(appError('validation', 'Wrong.', { fields: [{ path: 'dob', message: 'Missing.' }] }))).toEqual(['code', 'message', 'fields']);
  });

  it('are refused with anything more in them', () => {
    expect(appErrorSchema.safeParse(appError('offline', 'x', { fix: 'y', reference: 'z' })).success).toBe(true);
    expect(appErrorSchema.safeParse({ ...appError('offline', 'x'), stack: 'at main' }).success).toBe(false);
    expect(appErrorSchema.safeParse({ code: 'nonsense', message: 'x' }).success).toBe(false);
  });
});
