import { openFaceFinder, type FindFaces } from './find-faces.ts';

const addresses = import.meta.glob<string>('../../../node_modules/@mediapipe/face_detection/face_detection_short_range.tflite', { query: '?url', import: 'default', eager: true });
let finder: Promise<FindFaces> | null = null;

/** The face finder with the model that comes with the app; it is read once. Works in a worker too. */
export function faceFinder(): Promise<FindFaces> {
  finder ??= load();
  return finder;
}

async function load(): Promise<FindFaces> {
  const [address] = Object.values(addresses);
  if (address === undefined) throw new Error('The face model is missing from the build.');
  const reply = await fetch(address);
  if (!reply.ok) throw new Error('The face model can\u2019t be read.');
  return openFaceFinder(await reply.arrayBuffer());
}
