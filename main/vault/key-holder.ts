/** Holds the data key while the vault is open and wipes it afterwards. */
export type KeyHolder = {
  /** Takes over `key`; the caller must not use or keep the buffer any more. */
  readonly put: (key: Buffer) => void;
  /** Whether a key is held. */
  readonly held: () => boolean;
  /** Lends the key for the length of `work`; `undefined` if none is held. The key stays whole until `work` has ended, even if it is dropped meanwhile. */
  readonly lend: <T>(work: (key: Buffer) => T | Promise<T>) => Promise<{ readonly value: T } | undefined>;
  /** Stops lending at once; resolves when the last use has ended and the bytes are zero. */
  readonly drop: () => Promise<void>;
};

type Held = { readonly key: Buffer; uses: number; dropped: (() => void) | undefined };

/** Creates an empty {@link KeyHolder}. */
export function createKeyHolder(): KeyHolder {
  let current: Held | undefined;

  const release = (held: Held): void => {
    held.uses -= 1;
    if (held.uses === 0) held.dropped?.();
  };

  const drop = (): Promise<void> => {
    const held = current;
    current = undefined;
    if (!held) return Promise.resolve();
    return new Promise((resolve) => {
      held.dropped = () => {
        held.key.fill(0);
        resolve();
      };
      if (held.uses === 0) held.dropped();
    });
  };

  return {
    put: (key) => {
      void drop();
      current = { key, uses: 0, dropped: undefined };
    },
    held: () => current !== undefined,
    lend: async (work) => {
      const held = current;
      if (!held) return undefined;
      held.uses += 1;
      try {
        return { value: await work(held.key) };
      } finally {
        release(held);
      }
    },
    drop,
  };
}
