import countries from 'i18n-iso-countries/index.js';
import { z } from 'zod';
import { parseDecimal } from './money.ts';

/** Text of at most 255 characters, Laravel's usual column. */
export const text = z.string().max(255);

/** An identifier that may be sent as a number or as text. */
export const id = z.union([z.string(), z.number()]).transform(String);

/** An ISO 3166 alpha-2 country code. */
export const country = z.string().refine(isCountry, { message: 'The selected :attribute is invalid.' });

/** A calendar day, `YYYY-MM-DD`. */
export const day = z.string().refine(isDay, { message: 'The :attribute field must be a valid date.' });

/** A positive amount with at most two decimals, sent as a number or as text. */
export const amount = z.union([z.number(), z.string()])
  .refine((value) => parseDecimal(value) !== undefined, { message: 'The :attribute field must be a number.', abort: true })
  .refine((value) => parseDecimal(value)?.gt(0) === true, { message: 'The :attribute field must be greater than 0.' })
  .refine(hasTwoDecimals, { message: 'The :attribute field must have 0-2 decimal places.' });

/** Whether the text names a country in ISO 3166 alpha-2. */
export function isCountry(value: string): boolean {
  return /^[A-Z]{2}$/.test(value) && countries.alpha2ToAlpha3(value) !== undefined;
}

/** Whether the text is a real calendar day. */
function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

function hasTwoDecimals(value: string | number): boolean {
  const decimal = parseDecimal(value);
  return decimal === undefined || decimal.round(2).eq(decimal);
}
