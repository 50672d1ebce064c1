/** What a decoder may ask of its surroundings. */
export type Tools = {
  /** Fetches something of ours (a module, an engine's code); the clock of the call stands still meanwhile. */
  readonly fetched: <T>(load: () => Promise<T>) => Promise<T>;
};
