import { useEffect, useState } from 'react';
import { latin } from '../../latin.ts';

const apart = '\u0000';

/** How banks write each text; null for one that stays as it is, and until it is known. */
export function useLatin(texts: readonly string[]): readonly (string | null)[] {
  const [written, setWritten] = useState<ReadonlyMap<string, string>>(new Map());
  // As one text, so that the same texts are not asked for twice.
  const wanted = texts.filter((text) => text !== '').join(apart);
  useEffect(() => {
    let here = true;
    const list = wanted.split(apart);
    void Promise.all(list.map(async (text) => [text, (await latin(text)).trim()] as const)).then((pairs) => {
      if (here) setWritten(new Map(pairs));
    });
    return () => {
      here = false;
    };
  }, [wanted]);
  return texts.map((text) => {
    const plain = written.get(text);
    return plain === undefined || plain === text.trim() ? null : plain;
  });
}
