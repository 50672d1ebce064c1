import { z } from 'zod';

/** How fast the built-in sandbox's people and banks are: four times the real pace, so that a first payout takes a minute or two. */
const practicePace = 4;

const overridesSchema = z.strictObject({ port: z.int().min(0).max(65_535), timeScale: z.number().positive(), controls: z.boolean() }).partial();

/** The options of the built-in sandbox: its state file, the practice pace, and what a developer sets as JSON in BURSAR_SANDBOX
 *  (`port`, `timeScale`, `controls`). It concerns the sandbox alone; anything else in it is ignored. */
export function sandboxOptions(stateFile: string, override: string | undefined): Readonly<Record<string, unknown>> {
  const given = overridesSchema.safeParse(readJson(override));
  return { stateFile, timeScale: practicePace, ...(given.success ? given.data : {}) };
}

/** The same options without the state file: for a vault that keeps nothing, the sandbox keeps nothing either. */
export function forgetful({ stateFile: _kept, ...options }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return options;
}

function readJson(text: string | undefined): unknown {
  try {
    return text === undefined ? {} : JSON.parse(text);
  } catch {
    return {};
  }
}
