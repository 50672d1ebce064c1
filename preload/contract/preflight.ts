import { z } from 'zod';
import type { CustomerFields } from './customers.ts';
import type { DocumentSlot, IdType } from './documents.ts';
import { areaSchema, type Evidence } from './evidence.ts';

/** What a check makes of a page: use it, take another look, or don't send it at all; gravest last. */
export const verdicts = ['pass', 'look-again', 'stop'] as const;
/** What a check makes of a page. */
export type Verdict = (typeof verdicts)[number];

/** Every check, in the order in which its finding is shown. */
export const checkIds = [
  'sharp', 'glare', 'exposure', 'contrast', 'corners', 'resolution', 'covered', 'genuine',
  'kind', 'readable', 'checks', 'issuer', 'name', 'birth', 'number', 'expiry', 'face', 'back', 'better',
] as const;
/** One check. */
export type CheckId = (typeof checkIds)[number];

/**
 * One check's finding. `label` and `value` are for the list ("Glare", "6.4%, at most 2%"), `cause` and `remedy` for the banner, empty when it passes
 * (but `better` always says in `remedy` what a further refusal risks). `areas` are where it shows on page `page` (from 0). `field` is the form's field it
 * speaks of. `overridable` tells whether a written reason lets it go: never for what says `stop`.
 */
export const findingSchema = z.strictObject({
  id: z.enum(checkIds), verdict: z.enum(verdicts), label: z.string(), value: z.string(), cause: z.string(), remedy: z.string(),
  page: z.number().int(), areas: z.array(areaSchema), field: z.string().nullable(), overridable: z.boolean(),
});
/** One check's finding. */
export type Finding = Readonly<z.infer<typeof findingSchema>>;

/** A reason that a person wrote for keeping a page in spite of a finding. */
export const overrideSchema = z.strictObject({ id: z.enum(checkIds), reason: z.string(), at: z.number(), actor: z.string() });
/** A reason that a person wrote. */
export type Override = Readonly<z.infer<typeof overrideSchema>>;

/** What a refusal by the provider was about, as its words tell. */
export const refusalCauses = ['blur', 'glare', 'dark', 'crop', 'covered', 'copy', 'wrong-type', 'wrong-country', 'expired', 'name', 'birth', 'number', 'face', 'back', 'address', 'unknown'] as const;
/** What a refusal was about. */
export type RefusalCause = (typeof refusalCauses)[number];

/** One point of a refusal in the provider's words, what we take it for, and the slots it is about (all of them when it doesn't say). */
export const refusalPointSchema = z.strictObject({ text: z.string(), cause: z.enum(refusalCauses), slots: z.array(z.string()) });
/** One point of a refusal. */
export type RefusalPoint = Readonly<z.infer<typeof refusalPointSchema>>;

/** Everything the judge weighs; `today` is YYYY-MM-DD. `documents` holds each filled slot's pages. `refused` is the last refusal, null without one:
 *  its number (1 is the first), its points, and what the refused documents' pixels said. */
export type Judged = {
  readonly idType: IdType;
  readonly fields: CustomerFields;
  readonly today: string;
  readonly documents: Readonly<Partial<Record<DocumentSlot, readonly Evidence[]>>>;
  readonly refused: {
    readonly count: number; readonly points: readonly RefusalPoint[];
    readonly before: Readonly<Partial<Record<DocumentSlot, readonly Evidence[]>>>;
  } | null;
};
