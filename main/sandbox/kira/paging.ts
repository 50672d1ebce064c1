import { Refusal } from '../errors.ts';
import { e10, e2 } from './respond.ts';

const USUAL = 10;
const MOST = 100;

/** A part of a list by offset, with what is told about the whole. */
export interface OffsetPage<T> {
  readonly data: readonly T[];
  readonly pagination: { readonly total: number; readonly limit: number; readonly offset: number; readonly has_more: boolean };
}

/** What is told about a list by pages. */
export interface PageFacts {
  readonly total: number;
  readonly page: number;
  readonly limit: number;
  readonly total_pages: number;
}

/** Cuts a list by `limit` and `offset`; more than 100 at once breaks the provider, which answers 500 (seen live). */
export function byOffset<T>(rows: readonly T[], limitText: string | undefined, offsetText: string | undefined): OffsetPage<T> {
  const limit = limitOf(limitText);
  const offset = whole('offset', offsetText, 0, 0);
  const data = rows.slice(offset, offset + limit);
  return { data, pagination: { total: rows.length, limit, offset, has_more: offset + data.length < rows.length } };
}

/** Cuts a list by `page` (from 1) and `limit`; the same limit holds. */
export function byPage<T>(rows: readonly T[], limitText: string | undefined, pageText: string | undefined): { readonly rows: readonly T[]; readonly facts: PageFacts } {
  const limit = limitOf(limitText);
  const page = whole('page', pageText, 1, 1);
  const facts = { total: rows.length, page, limit, total_pages: Math.ceil(rows.length / limit) };
  return { rows: rows.slice((page - 1) * limit, page * limit), facts };
}

/** Cuts a list by a limit that is pulled into 1 to 100 instead. */
export function clamped<T>(rows: readonly T[], limitText: string | undefined, offsetText: string | undefined): readonly T[] {
  const limit = Math.min(Math.max(wholeOr(limitText, USUAL), 1), MOST);
  const offset = Math.max(wholeOr(offsetText, 0), 0);
  return rows.slice(offset, offset + limit);
}

function limitOf(value: string | undefined): number {
  const limit = whole('limit', value, USUAL, 1);
  if (limit > MOST) throw new Refusal(e10());
  return limit;
}

function whole(name: string, value: string | undefined, otherwise: number, least: number): number {
  const parsed = value === undefined ? otherwise : Number(value);
  if (Number.isInteger(parsed) && parsed >= least) return parsed;
  throw new Refusal(e2('validation_error', `${name} must be a whole number of at least ${least}`, 400));
}

function wholeOr(value: string | undefined, otherwise: number): number {
  const parsed = Number(value ?? otherwise);
  return Number.isInteger(parsed) ? parsed : otherwise;
}
