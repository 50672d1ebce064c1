import type { z } from 'zod';
import { type FieldErrors, invalid } from './errors.ts';

type Issue = z.core.$ZodIssue;

/** A JSON object as it arrived. */
export type Body = Readonly<Record<string, unknown>>;

/** A field that is text or a number, as text; undefined when it is absent or anything else. */
export function said(body: Body, name: string): string | undefined {
  const value = body[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** Trims texts and drops empty ones and nulls, as Laravel's input middleware does. */
export function normalise(value: unknown): unknown {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return value.map(normalise);
  if (value === null || typeof value !== 'object') return value;
  const kept = Object.entries(value).map(([key, inner]) => [key, normalise(inner)] as const);
  return Object.fromEntries(kept.filter(([, inner]) => inner !== null && inner !== ''));
}

/** Complaints about `body` under `schema`, worded like Laravel; empty when it is fine. */
export function complaints(schema: z.ZodType, body: Body): FieldErrors {
  const result = schema.safeParse(body);
  if (result.success) return {};
  const errors: Record<string, string[]> = {};
  for (const issue of result.error.issues) {
    const path = issue.path.map(String).join('.');
    errors[path] = [...(errors[path] ?? []), sentence(issue, path, valueAt(body, issue.path))];
  }
  return errors;
}

/** Joins complaints of several checks, field by field. */
export function mergeErrors(...parts: readonly FieldErrors[]): FieldErrors {
  const merged: Record<string, string[]> = {};
  for (const part of parts) {
    for (const [field, texts] of Object.entries(part)) merged[field] = [...(merged[field] ?? []), ...texts];
  }
  return merged;
}

/** Throws the 422 when there is any complaint. */
export function refuseIfAny(errors: FieldErrors): void {
  if (Object.keys(errors).length > 0) throw invalid(errors);
}

/** Parses `body`, adding complaints found elsewhere to the schema's own; throws one 422 with all of them. */
export function parse<T extends z.ZodType>(schema: T, body: Body, ...others: readonly FieldErrors[]): z.infer<T> {
  refuseIfAny(mergeErrors(complaints(schema, body), ...others));
  return schema.parse(body);
}

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (isRecord(value) ? value[String(key)] : undefined), body);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object';
}

function sentence(issue: Issue, path: string, value: unknown): string {
  const field = path.replaceAll('_', ' ');
  if (value === undefined && issue.code !== 'custom') return `The ${field} field is required.`;
  if (issue.code === 'invalid_type') return `The ${field} field must be ${typeName(issue.expected)}.`;
  if (issue.code === 'invalid_value') return `The selected ${field} is invalid.`;
  if (issue.code === 'too_big') return `The ${field} field must not be greater than ${issue.maximum} ${unit(issue.origin)}.`;
  if (issue.code === 'too_small') return `The ${field} field must be at least ${issue.minimum} ${unit(issue.origin)}.`;
  return issue.code === 'custom' ? issue.message.replace(':attribute', field) : formatSentence(issue, field);
}

function formatSentence(issue: Issue, field: string): string {
  if (issue.code === 'invalid_format' && issue.format === 'email') {
    return `The ${field} field must be a valid email address.`;
  }
  return issue.code === 'invalid_format' ? `The ${field} field format is invalid.` : `The ${field} field is invalid.`;
}

function typeName(expected: string): string {
  const names: Readonly<Record<string, string>> = {
    string: 'a string', number: 'a number', int: 'an integer', boolean: 'true or false', array: 'an array',
  };
  return names[expected] ?? `a valid ${expected}`;
}

function unit(origin: string): string {
  return origin === 'string' ? 'characters' : origin === 'array' ? 'items' : '';
}
