import { useEffect, useRef, type RefObject } from 'react';

/** The button that had the focus goes when something comes or goes; the focus stays in its place. The place can take it. */
export function useFocusKept(place: RefObject<HTMLElement | null>, what: string): void {
  const inside = useRef(false);
  useEffect(() => {
    const note = () => { inside.current = place.current?.contains(document.activeElement) ?? false; };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, [place]);
  const first = useRef(what);
  useEffect(() => {
    if (first.current === what) return;
    first.current = what;
    if (inside.current && !place.current?.contains(document.activeElement)) place.current?.focus();
  }, [what, place]);
}
