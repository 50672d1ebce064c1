import { useCallback, useEffect, useRef, useState } from 'react';
import type { AppError } from '../../../preload/contract/errors.ts';
import { cameraGone } from './camera-errors.ts';
import { listCameras, openCamera, type CameraChoice, type Media, type OpenCamera } from './camera.ts';

/** The camera as the dialog sees it. */
export type CameraState = {
  readonly camera: OpenCamera | null;
  readonly cameras: readonly CameraChoice[];
  readonly error: AppError | null;
  readonly choose: (id: string) => void;
  readonly tryAgain: () => void;
};

/** Which camera is wished for, null for any; each wish opens anew. */
type Wish = { readonly id: string | null; readonly turn: number };

/** Keeps one camera open while the component is there; another one is opened when chosen, and all are closed when it goes. */
export function useCamera(media: Media = navigator.mediaDevices): CameraState {
  const [wish, setWish] = useState<Wish>({ id: null, turn: 0 });
  const [seen, setSeen] = useState<{ readonly wish: Wish; readonly camera: OpenCamera | null; readonly error: AppError | null } | null>(null);
  const [cameras, setCameras] = useState<readonly CameraChoice[]>([]);
  const current = useRef(0);

  useEffect(() => {
    const mine = (current.current += 1);
    let mineOpen: OpenCamera | null = null;
    void openCamera(media, wish.id, Date.now).then(async (opened) => {
      if (!opened.ok) {
        if (mine === current.current) setSeen({ wish, camera: null, error: opened.error });
        return;
      }
      // Closed, or another one chosen, while the system asked.
      if (mine !== current.current) {
        opened.value.close();
        return;
      }
      mineOpen = opened.value;
      mineOpen.track.addEventListener('ended', () => { if (mine === current.current) setSeen({ wish, camera: null, error: cameraGone() }); });
      setSeen({ wish, camera: mineOpen, error: null });
      const all = await listCameras(media);
      if (mine === current.current) setCameras(all);
    });
    return () => {
      current.current += 1;
      mineOpen?.close();
    };
  }, [media, wish]);

  const choose = useCallback((id: string) => setWish(({ turn }) => ({ id, turn: turn + 1 })), []);
  const tryAgain = useCallback(() => setWish(({ turn }) => ({ id: null, turn: turn + 1 })), []);
  // What was seen through another choice is over.
  const now = seen?.wish === wish ? seen : null;
  return { camera: now?.camera ?? null, cameras, error: now?.error ?? null, choose, tryAgain };
}
