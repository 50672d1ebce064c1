import { afterEach, describe, expect, it, vi } from 'vitest';
import { openCamera } from '../../../../renderer/capture/camera/camera.ts';
import { fakeMedia } from './fake-media.ts';

afterEach(() => { vi.unstubAllGlobals(); });

/** Shoots with a camera whose film is 1,920 by 1,080 and whose own photos are so large (null: it doesn't say); gives which of them was taken. */
async function shotBy(photo: { readonly width: number; readonly height: number } | null): Promise<string> {
  vi.stubGlobal('ImageCapture', class {
    getPhotoCapabilities() { return photo === null ? Promise.reject(new Error('no')) : Promise.resolve({ imageWidth: { max: photo.width }, imageHeight: { max: photo.height } }); }
    takePhoto() { return Promise.resolve(new Blob(['photo'])); }
    grabFrame() { return Promise.resolve({ width: 1920, height: 1080, close: () => undefined }); }
  });
  vi.stubGlobal('OffscreenCanvas', class {
    getContext() { return { drawImage: () => undefined }; }
    convertToBlob() { return Promise.resolve(new Blob(['film'])); }
  });
  const camera = await openCamera(fakeMedia([{ id: 'lid', label: 'Lid camera' }]), null, () => 0);
  if (!camera.ok) throw new Error(camera.error.message);
  const shot = await camera.value.shoot();
  camera.value.close();
  return shot.ok ? new TextDecoder().decode(shot.value.bytes) : shot.error.code;
}

describe('a shot', () => {
  it('is the camera’s own photo where that is larger than its film', async () => {
    expect(await shotBy({ width: 4000, height: 3000 })).toBe('photo');
  });

  it('is the frame on the screen where a photo would be no larger, for that is there at once', async () => {
    expect(await shotBy({ width: 1920, height: 1080 })).toBe('film');
    expect(await shotBy(null)).toBe('film');
  });
});
