import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DocumentSlot } from '../../../../preload/contract/documents.ts';
import { CameraDialog, type Shot } from '../../../../renderer/capture/camera/camera-dialog.tsx';
import { show } from '../../stage.tsx';
import { fakeMedia, goodReading, handFed, type FakeMedia } from './fake-media.ts';

const desk = [{ id: 'lid', label: 'Lid camera' }, { id: 'arm', label: 'Document camera', torch: true }];
const picture = Uint8Array.of(0xff, 0xd8, 0xff, 1, 2, 3);

beforeEach(() => {
  vi.stubGlobal('ImageCapture', class {
    getPhotoCapabilities() { return Promise.resolve({ imageWidth: { max: 4000 }, imageHeight: { max: 3000 } }); }
    takePhoto() { return Promise.resolve(new Blob([picture], { type: 'image/jpeg' })); }
  });
});
afterEach(() => { vi.unstubAllGlobals(); });

function open(media: FakeMedia, slot: DocumentSlot = 'identity') {
  const shots: Shot[] = [];
  const live = handFed();
  const onClose = vi.fn();
  const dialog = (opened: boolean) => (
    <CameraDialog open={opened} wanted={{ slot, idType: 'passport' }} onShot={(shot) => { shots.push(shot); }} onClose={onClose} media={media} read={live.read} />
  );
  const stage = show(dialog(true));
  const hold = () => { for (const at of [0, 250, 500, 750]) act(() => live.give({ ...goodReading, at })); };
  return { ...stage, shots, live, onClose, hold, close: () => stage.rerender(dialog(false)) };
}

const ready = async () => { await screen.findByRole('button', { name: 'Take picture' }); await waitFor(() => expect(screen.queryByText('The camera is starting.')).toBeNull()); };

describe('the camera dialog', () => {
  it('opens the camera without the microphone and names what is wanted', async () => {
    const media = fakeMedia(desk);
    open(media);
    await ready();
    expect(screen.getByRole('dialog', { name: 'Photograph: passport page' })).toBeDefined();
    expect(media.asked[0]?.audio).toBe(false);
    expect(media.open()).toEqual(['lid']);
  });

  it('takes the picture by itself when it is good and held still, once', async () => {
    const { hold, shots } = open(fakeMedia(desk));
    await ready();
    hold();
    await waitFor(() => expect(shots).toHaveLength(1));
    expect(shots[0]?.bytes).toEqual(picture);
    expect(shots[0]?.name).toMatch(/^Photo \d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d\.jpg$/);
  });

  it('leaves the shutter to the person where they want it', async () => {
    const { hold, shots, user } = open(fakeMedia(desk));
    await ready();
    await user.click(screen.getByRole('switch', { name: 'Take the picture by itself' }));
    hold();
    expect(shots).toHaveLength(0);
    expect(screen.getByText('Good. Take the picture.')).toBeDefined();
    expect(screen.queryByRole('progressbar', { name: 'Held still' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Take picture' }));
    await waitFor(() => expect(shots).toHaveLength(1));
  });

  it('never takes a face by itself', async () => {
    const { hold, shots } = open(fakeMedia(desk), 'liveness_check');
    await ready();
    hold();
    expect(shots).toHaveLength(0);
    expect(screen.queryByRole('switch', { name: 'Take the picture by itself' })).toBeNull();
  });

  it('says what stands in the way', async () => {
    const { live } = open(fakeMedia(desk));
    await ready();
    act(() => live.give({ ...goodReading, glare: 0.2 }));
    expect(screen.getByText('A lamp shines on it. Tilt it a little.')).toBeDefined();
    act(() => live.give({ ...goodReading, area: null, at: 40 }));
    expect(screen.getByText('Lay the document in the picture.')).toBeDefined();
  });

  it('changes cameras and closes the one before', async () => {
    const media = fakeMedia(desk);
    const { user } = open(media);
    await ready();
    await user.click(await screen.findByRole('button', { name: /Camera/ }));
    await user.click(screen.getByRole('option', { name: 'Document camera' }));
    await waitFor(() => expect(media.open()).toEqual(['arm']));
  });

  it('lights the lamp of a camera that has one', async () => {
    const media = fakeMedia([{ id: 'arm', label: 'Document camera', torch: true }]);
    const { user } = open(media);
    await ready();
    await user.click(await screen.findByRole('switch', { name: 'Lamp of the camera' }));
    expect(media.lamp).toEqual([true]);
  });

  it.each([
    ['NotAllowedError', 'This computer doesn’t let Bursar use the camera.'], ['NotFoundError', 'No camera was found.'],
    ['NotReadableError', 'The camera is used by another program, or does not answer.'], ['TypeError', 'The camera did not start.'],
  ])('says in words why no camera opens: %s; and tries again', async (name, words) => {
    let refusal: string | null = name;
    const media = fakeMedia(desk, () => refusal);
    const { user } = open(media);
    expect(await screen.findByText(words)).toBeDefined();
    refusal = null;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(media.open()).toEqual(['lid']));
  });

  it('says so when the camera is pulled out', async () => {
    const media = fakeMedia(desk);
    open(media);
    await ready();
    act(() => media.unplug());
    expect(await screen.findByText('The camera was unplugged, or another program took it.')).toBeDefined();
  });

  it('lets go of the camera when it is closed', async () => {
    const media = fakeMedia(desk);
    const { close, live } = open(media);
    await ready();
    close();
    await waitFor(() => expect(media.open()).toEqual([]));
    expect(live.stopped()).toBeGreaterThan(0);
  });

  it('lets go of a camera that only opened after it was closed', async () => {
    const media = fakeMedia(desk);
    const { close } = open(media);
    close();
    await waitFor(() => expect(media.open()).toEqual([]));
  });

  it('says so when the camera gives no picture', async () => {
    vi.stubGlobal('ImageCapture', class {
      takePhoto() { return Promise.reject(new Error('no')); }
      grabFrame() { return Promise.reject(new Error('no')); }
    });
    const { user, shots } = open(fakeMedia(desk));
    await ready();
    await user.click(screen.getByRole('button', { name: 'Take picture' }));
    expect(await screen.findByText('The picture was not taken: the camera gave none.')).toBeDefined();
    expect(shots).toHaveLength(0);
  });
});
