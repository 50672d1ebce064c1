/** What a decoder may ask of its surroundings. */
export type Tools = {
  /** Runs something of ours (a module or an engine's code that is fetched, measures on pixels that are decoded already); the clock of the call stands
   *  still meanwhile. When it fails, the file is not to blame. */
  readonly ours: <T>(work: () => Promise<T>) => Promise<T>;
};
