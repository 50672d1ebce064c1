import type { AppError } from '../../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import { t } from '../../text.ts';
import { cameraRefusal, noCamera, shotFailed } from './camera-errors.ts';

/** A camera that can be chosen. */
export type CameraChoice = { readonly id: string; readonly label: string };

/** The lamp of a camera, where it has one. */
export type Torch = { readonly set: (on: boolean) => Promise<void> };

/** A camera that is open: it holds the device until it is closed. */
export type OpenCamera = {
  readonly id: string;
  readonly stream: MediaStream;
  readonly track: MediaStreamTrack;
  readonly torch: Torch | null;
  /** Takes a picture at the camera's best size, as a JPEG. */
  readonly shoot: () => Promise<Result<{ readonly name: string; readonly bytes: Uint8Array }, AppError>>;
  readonly close: () => void;
};

/** The part of the browser that is needed. */
export type Media = Pick<MediaDevices, 'getUserMedia' | 'enumerateDevices'>;

/** The size that is asked for: the most a usual document camera gives; the browser takes what is nearest. */
const wanted = { width: { ideal: 3840 }, height: { ideal: 2160 }, frameRate: { ideal: 30 } } as const;

/** Every camera by name; names are only known once one has been open. */
export async function listCameras(media: Media): Promise<readonly CameraChoice[]> {
  const devices = await media.enumerateDevices().catch(() => []);
  return devices.filter(({ kind }) => kind === 'videoinput').map(({ deviceId, label }, index) => ({ id: deviceId, label: label || t('Camera {n}', { n: index + 1 }) }));
}

/** Opens a camera, the one that looks away from the person where nothing is chosen. Errors: camera, in words. */
export async function openCamera(media: Media, choice: string | null, clock: () => number): Promise<Result<OpenCamera, AppError>> {
  try {
    const which = choice === null ? { facingMode: { ideal: 'environment' } } : { deviceId: { exact: choice } };
    const stream = await media.getUserMedia({ audio: false, video: { ...wanted, ...which } });
    const [track] = stream.getVideoTracks();
    if (!track) return fail(noCamera());
    return ok(opened(stream, track, clock));
  } catch (error) {
    return fail(cameraRefusal(error));
  }
}

function opened(stream: MediaStream, track: MediaStreamTrack, clock: () => number): OpenCamera {
  return {
    id: track.getSettings().deviceId ?? '', stream, track, torch: torchOf(track),
    close: () => { for (const one of stream.getTracks()) one.stop(); },
    shoot: async () => {
      const picture = (await photographsLarger(track) ? await photo(track) : null) ?? await grabbed(track);
      return picture === null ? fail(shotFailed()) : ok({ name: nameAt(clock()), bytes: new Uint8Array(await picture.arrayBuffer()) });
    },
  };
}

function torchOf(track: MediaStreamTrack): Torch | null {
  // The lamp is known to browsers and not yet to the types.
  const { torch } = track.getCapabilities() as { torch?: boolean };
  if (!torch) return null;
  return { set: (on) => track.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] }) };
}

/** Whether the camera's own photos are larger than its film: only then are they worth their time, a second or two. */
async function photographsLarger(track: MediaStreamTrack): Promise<boolean> {
  try {
    const { imageWidth, imageHeight } = await new ImageCapture(track).getPhotoCapabilities();
    const { width = 0, height = 0 } = track.getSettings();
    return (imageWidth?.max ?? 0) * (imageHeight?.max ?? 0) > width * height;
  } catch {
    return false;
  }
}

/** How long the camera may take for a picture of its own, in ms; some never answer. */
const photoTime = 2_500;

/** The camera's own photo, which may be larger than its film; null when it gives none. */
async function photo(track: MediaStreamTrack): Promise<Blob | null> {
  const given = new ImageCapture(track).takePhoto().catch(() => null);
  const waited = new Promise<null>((give) => { setTimeout(() => give(null), photoTime); });
  const blob = await Promise.race([given, waited]);
  return blob !== null && blob.size > 0 ? blob : null;
}

/** The film's frame as a JPEG. */
async function grabbed(track: MediaStreamTrack): Promise<Blob | null> {
  try {
    const bitmap = await new ImageCapture(track).grabFrame();
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
    bitmap.close();
    return await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 });
  } catch {
    return null;
  }
}

/** What a photo is called: when it was taken, in this computer's time. */
function nameAt(at: number): string {
  const day = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  const date = [day.getFullYear(), two(day.getMonth() + 1), two(day.getDate())].join('-');
  return t('Photo {when}.jpg', { when: `${date} ${[day.getHours(), day.getMinutes(), day.getSeconds()].map(two).join('.')}` });
}
