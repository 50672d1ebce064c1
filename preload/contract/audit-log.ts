import { z } from 'zod';

/** How the audit log stands: `holds` when every row follows from the one before it and the chain ends where the keychain says; `unanchored` when the
 *  chain holds but nothing outside the data could be asked yet where it ended; `broken` names the first row that doesn't fit, where there is one. */
export const auditVerdicts = ['unchecked', 'checking', 'holds', 'unanchored', 'broken'] as const;
/** How the audit log stands. */
export type AuditVerdict = (typeof auditVerdicts)[number];

/** What broke: a row was changed (`row`), a row doesn't continue the one before it (`order`), the end was cut off (`tail`), the data is an older copy
 *  (`older-copy`), the chain fits but isn't the one that was noted (`rewritten`), or the note of its end is gone (`note-gone`, which names no row). */
export const auditBreaks = ['row', 'order', 'tail', 'older-copy', 'rewritten', 'note-gone'] as const;

/** Where the note of the chain's end stands: the system's keychain, the sealed file beside the data (vaults with only a passphrase), or nowhere. */
export const auditPlaces = ['keychain', 'sealed-file', 'none'] as const;

/** The audit log at a glance. `rows` and `head` (SHA-256 in hex) are the chain's end; `anchored` is what the note at `place` says; times are epoch
 *  ms. While it is broken and not yet `accepted` by a person, nothing is sent. */
export const auditStateSchema = z.strictObject({
  verdict: z.enum(auditVerdicts), checkedAt: z.number().nullable(), rows: z.number().int(), head: z.string(), place: z.enum(auditPlaces),
  anchored: z.strictObject({ rows: z.number().int(), head: z.string(), at: z.number().nullable() }).nullable(),
  brokenAt: z.number().int().nullable(), what: z.enum(auditBreaks).nullable(), words: z.string().nullable(),
  accepted: z.strictObject({ reason: z.string(), by: z.string(), at: z.number() }).nullable(),
});
/** The audit log at a glance. */
export type AuditState = Readonly<z.infer<typeof auditStateSchema>>;

/** One row for the screen; `facts` are what was written down with it, as name and text. */
export const auditRowSchema = z.strictObject({
  number: z.number().int(), at: z.number(), actor: z.string(), what: z.string(), words: z.string(), subjectKind: z.string(), subjectId: z.string(), hash: z.string(),
  facts: z.array(z.strictObject({ name: z.string(), value: z.string() })),
});
/** One row of the audit log. */
export type AuditLine = Readonly<z.infer<typeof auditRowSchema>>;
