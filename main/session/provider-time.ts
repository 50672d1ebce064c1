/** What time it is by the provider's clock; null before it told. */
export type ProviderTime = {
  /** Hears from an answer what time it is there (epoch ms). */
  readonly hear: (at: number) => void;
  readonly now: () => number | null;
  /** Another provider answers from now on. */
  readonly forget: () => void;
};

/** Makes the {@link ProviderTime} of a session; between two answers this computer's clock (epoch ms) counts on. */
export function createProviderTime(clock: () => number): ProviderTime {
  let ahead: number | null = null;
  return {
    hear: (at) => { ahead = at - clock(); },
    now: () => (ahead === null ? null : clock() + ahead),
    forget: () => { ahead = null; },
  };
}
