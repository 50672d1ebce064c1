import { useEffect, useState } from 'react';

/** The present moment (epoch ms), renewed every `ms`; 10 s is right for ages, 1 s for countdowns, null stands still. */
export function useNow(ms: number | null = 10_000): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (ms === null) return;
    const timer = setInterval(() => setNow(Date.now()), ms);
    return () => clearInterval(timer);
  }, [ms]);
  return now;
}
