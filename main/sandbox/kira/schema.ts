import { z } from 'zod';
import { Refusal } from '../errors.ts';
import { e5, type FieldComplaint } from './respond.ts';

type Issue = z.core.$ZodIssue;

/** An identifier in the form the provider insists on. */
export const uuid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, { error: 'Invalid uuid' });

/** A text with something in it. */
export const filled = z.string().min(1);

/** Two letters; the provider looks no closer. */
export const twoLetters = z.string().length(2, { error: (issue) => (issue.code === 'too_big' || issue.code === 'too_small' ? 'Country must be a 2-character ISO code' : undefined) });

/** A map from text to text. */
export const metadata = z.record(z.string(), z.string());

/** Parses `value` by `schema`; throws the 400 with dotted paths when it doesn't fit (Kira guide: Recipients). */
export function parseE5<T extends z.ZodType>(schema: T, value: unknown): z.infer<T> {
  const result = schema.safeParse(value);
  if (!result.success) throw new Refusal(e5(...complaintsOf(result.error.issues, value)));
  return result.data;
}

/** The complaints of a schema in the provider's words. */
export function complaintsOf(issues: readonly Issue[], value: unknown): FieldComplaint[] {
  return issues.map((issue) => {
    const found = issue.path.reduce<unknown>((inner, key) => (isRecord(inner) ? inner[String(key)] : undefined), value);
    return { path: issue.path.map(String).join('.'), message: sentence(issue, found), code: codeOf(issue, found) };
  });
}

/** A part of the path that must be an id; throws the 400 when it can't be one. */
export function idParam(name: string, value: string): string {
  if (!uuid.safeParse(value).success) throw new Refusal(e5({ path: name, message: 'Invalid uuid', code: 'invalid_string' }));
  return value;
}

function codeOf(issue: Issue, found: unknown): string {
  if (found === undefined) return 'invalid_type';
  if (issue.code === 'invalid_value') return 'invalid_enum_value';
  if (issue.code === 'invalid_union') return 'invalid_union_discriminator';
  return issue.code === 'invalid_format' ? 'invalid_string' : issue.code;
}

function sentence(issue: Issue, found: unknown): string {
  if (found === undefined && issue.code !== 'custom') return 'Required';
  if (issue.code === 'invalid_union') return 'Invalid discriminator value';
  if (issue.code === 'invalid_type') return `Expected ${issue.expected}, received ${typeOf(found)}`;
  if (issue.code === 'invalid_value') return `Invalid enum value. Expected ${issue.values.map((one) => `'${String(one)}'`).join(' | ')}, received ${JSON.stringify(found)}`;
  if (issue.code === 'too_small' && issue.message.startsWith('Too small')) return `String must contain at least ${issue.minimum} character(s)`;
  if (issue.code === 'too_big' && issue.message.startsWith('Too big')) return `String must contain at most ${issue.maximum} character(s)`;
  return issue.message;
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object';
}
