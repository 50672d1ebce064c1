import type { Media } from '../../../../renderer/capture/camera/camera.ts';
import type { readLive } from '../../../../renderer/capture/camera/live.ts';
import type { Reading } from '../../../../renderer/capture/camera/reading.ts';

/** A camera on the desk of a test. */
export type FakeCamera = { readonly id: string; readonly label: string; readonly torch?: boolean };

/** What became of the fake cameras. */
export type FakeMedia = Media & {
  readonly asked: MediaStreamConstraints[];
  /** Ids of the cameras that are open now. */
  readonly open: () => readonly string[];
  readonly unplug: () => void;
  readonly lamp: boolean[];
};

/** Cameras that behave as the browser says; `refuse` is the name of the error that opening ends in. */
export function fakeMedia(cameras: readonly FakeCamera[], refuse: () => string | null = () => null): FakeMedia {
  const asked: MediaStreamConstraints[] = [];
  const running = new Map<EventTarget, string>();
  const lamp: boolean[] = [];
  const track = (camera: FakeCamera) => Object.assign(new EventTarget(), {
    getSettings: () => ({ deviceId: camera.id, width: 1920, height: 1080 }),
    getCapabilities: () => ({ torch: camera.torch ?? false }),
    applyConstraints: ({ advanced }: { readonly advanced: readonly { readonly torch: boolean }[] }) => { lamp.push(advanced[0]?.torch ?? false); return Promise.resolve(); },
    stop() { running.delete(this as unknown as EventTarget); },
  });
  return {
    asked, lamp,
    open: () => [...running.values()],
    unplug: () => { for (const one of running.keys()) one.dispatchEvent(new Event('ended')); },
    enumerateDevices: () => Promise.resolve(cameras.map(({ id, label }) => ({ kind: 'videoinput', deviceId: id, label }) as MediaDeviceInfo)),
    getUserMedia: (constraints = {}) => {
      asked.push(constraints);
      const error = refuse();
      if (error !== null) return Promise.reject(Object.assign(new Error('refused'), { name: error }));
      const chosen = (constraints.video as MediaTrackConstraints).deviceId as { readonly exact: string } | undefined;
      const camera = cameras.find(({ id }) => id === chosen?.exact) ?? cameras[0];
      if (!camera) return Promise.reject(Object.assign(new Error('none'), { name: 'NotFoundError' }));
      const one = track(camera);
      running.set(one, camera.id);
      return Promise.resolve(Object.assign(new MediaStream(), { getVideoTracks: () => [one], getTracks: () => [one] }) as unknown as MediaStream);
    },
  };
}

/** A live reading that a test feeds by hand. */
export function handFed(): { readonly read: typeof readLive; readonly give: (reading: Reading) => void; readonly stopped: () => number } {
  let listener: (reading: Reading) => void = () => undefined;
  let stops = 0;
  return {
    read: (_track, _wanted, onReading) => {
      listener = onReading;
      return () => { stops += 1; };
    },
    give: (reading) => listener(reading),
    stopped: () => stops,
  };
}

const corners = [{ x: 0.1, y: 0.1 }, { x: 0.9, y: 0.1 }, { x: 0.9, y: 0.9 }, { x: 0.1, y: 0.9 }] as const;
/** A frame that nothing has to change in. */
export const goodReading: Reading = { at: 0, took: 8, area: [...corners], fills: 0.64, dpi: 320, sharpness: 80, glare: 0, mean: 140, moved: 0.001 };
