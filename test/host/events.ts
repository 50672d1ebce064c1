/** An event whose default action a listener may prevent, with the fields that Electron puts on it. */
export type Preventable<T> = T & { preventDefault(): void; readonly defaultPrevented: boolean };

/** Makes such an event. */
export function preventable<T extends object>(fields: T): Preventable<T> {
  let prevented = false;
  return Object.defineProperties({ ...fields }, {
    preventDefault: { value: () => void (prevented = true) },
    defaultPrevented: { get: () => prevented },
  }) as Preventable<T>;
}

/** Writes one line about the host itself to the error stream. */
export function note(text: string): void {
  process.stderr.write(`[host] ${text}\n`);
}
