/** What the campaign comes to. */
export type Result = {
  readonly runs: number; readonly kills: number; readonly faults: number; readonly intents: number;
  readonly sent_twice: number; readonly lost: number; readonly unresolved_without_person: number; readonly ok: boolean;
};

/** The counts of one run or of several. */
export type Tally = Omit<Result, 'ok'>;

/** Nothing counted yet. */
export const nothing: Tally = { runs: 0, kills: 0, faults: 0, intents: 0, sent_twice: 0, lost: 0, unresolved_without_person: 0 };

/** Adds counts up. */
export function added(...tallies: readonly Tally[]): Tally {
  const sum = (name: keyof Tally) => tallies.reduce((total, tally) => total + tally[name], 0);
  return {
    runs: sum('runs'), kills: sum('kills'), faults: sum('faults'), intents: sum('intents'),
    sent_twice: sum('sent_twice'), lost: sum('lost'), unresolved_without_person: sum('unresolved_without_person'),
  };
}

/** The result of all counts; it is good when nothing was sent twice, lost or left without a way out. */
export function resultOf(tally: Tally): Result {
  return { ...added(tally), ok: tally.runs > 0 && tally.sent_twice === 0 && tally.lost === 0 && tally.unresolved_without_person === 0 };
}
