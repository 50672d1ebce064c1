import type { FieldNames } from './field-names.ts';

/** What was being done, for the words of an error: `failed` is its first part without a full stop ("The wallets were not read"), `fields` our
 *  names of its wire fields, `fix` what to do when the provider refuses it. */
export type Act = { readonly failed: string; readonly fields?: FieldNames; readonly fix?: string };
