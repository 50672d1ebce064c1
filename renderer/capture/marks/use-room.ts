import { useLayoutEffect, useState, type RefObject } from 'react';

/** How large an element is, in CSS pixels; before it is laid out, the size it was designed with. */
export function useRoom(place: RefObject<HTMLElement | null>): { readonly width: number; readonly height: number } {
  const [room, setRoom] = useState({ width: 640, height: 380 });
  useLayoutEffect(() => {
    const box = place.current;
    if (!box) return;
    const measure = () => {
      const [width, height] = [box.clientWidth, box.clientHeight];
      if (width > 0 && height > 0) setRoom((now) => (now.width === width && now.height === height ? now : { width, height }));
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(box);
    return () => watch.disconnect();
  }, [place]);
  return room;
}
