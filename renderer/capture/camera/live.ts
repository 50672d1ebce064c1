import type { Wanted } from '../preflight/port.ts';
import type { Reading } from './reading.ts';

/** Reads a stream frame by frame in a worker, as many as it manages: late frames are dropped, none is queued. Gives the way to stop. */
export function readLive(track: MediaStreamTrack, wanted: Wanted, onReading: (reading: Reading) => void): () => void {
  const worker = new Worker(new URL('./meter-worker.ts', import.meta.url), { type: 'module', name: 'live-meter' });
  worker.addEventListener('message', ({ data }: MessageEvent<Reading>) => { onReading(data); });
  // A copy, so that ending the reading doesn't end the picture on the screen.
  const copy = track.clone();
  const frames = new MediaStreamTrackProcessor({ track: copy, maxBufferSize: 1 }).readable;
  worker.postMessage({ frames, wanted }, [frames]);
  return () => {
    copy.stop();
    worker.terminate();
  };
}

declare class MediaStreamTrackProcessor {
  constructor(init: { readonly track: MediaStreamTrack; readonly maxBufferSize: number });
  readonly readable: ReadableStream<VideoFrame>;
}
