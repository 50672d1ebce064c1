import type { CaptureEdit } from '../../../../../preload/contract/captures.ts';
import type { AppError } from '../../../../../preload/contract/errors.ts';
import type { Result } from '../../../../../preload/contract/result.ts';
import { pageLooker } from '../../../../../renderer/capture/preflight/looker.ts';
import type { Looker, Made, Original, Wanted } from '../../../../../renderer/capture/preflight/port.ts';

/** A picture that was made, its bytes as base64. */
export type MadeText = Omit<Made, 'bytes'> & { readonly base64: string };

/** A page as it shows: its size and the colours at some places. */
export type Shown = { readonly width: number; readonly height: number; readonly colours: readonly (readonly number[])[] };

/** How a call ended: `ok`, or the code of the refusal with its words; and how long it took, in ms. */
export type Ended = { readonly code: string; readonly words: string; readonly time: number };

/** What Node asks this page for: the app's own looker. Files are addresses on the test's server. */
export type LookerPage = {
  readonly open: (name: string, address: string) => ReturnType<Looker['open']>;
  readonly look: (name: string, address: string, page: number, wanted: Wanted, edit: CaptureEdit | null) => ReturnType<Looker['look']>;
  /** `at` are fractions of the picture's width and height. */
  readonly show: (name: string, address: string, page: number, turn: CaptureEdit['turn'], most: number, at: readonly (readonly [number, number])[]) => Promise<Result<Shown, AppError>>;
  readonly make: (name: string, address: string, page: number, edit: CaptureEdit) => Promise<Result<MadeText, AppError>>;
  readonly merge: (pictures: readonly MadeText[]) => Promise<Result<string, AppError>>;
  /** Opens, shows and makes, all at once, and looks where asked. */
  readonly everything: (name: string, address: string, looks: boolean) => Promise<readonly Ended[]>;
  /** Ends the looker in the middle of a call and gives how the call ended; the next call has a new one. */
  readonly closed: (name: string, address: string) => Promise<string>;
};

let looker = pageLooker();
let last: { readonly address: string; readonly bytes: Uint8Array } | null = null;

/** The same bytes for the same address, as a screen that holds an original has them. */
async function file(name: string, address: string, page: number): Promise<Original> {
  if (last?.address !== address) last = { address, bytes: new Uint8Array(await (await fetch(address)).arrayBuffer()) };
  return { name, page, bytes: last.bytes };
}

const text = (bytes: Uint8Array) => btoa(Array.from({ length: Math.ceil(bytes.length / 8_192) }, (_, index) => String.fromCharCode(...bytes.subarray(index * 8_192, (index + 1) * 8_192))).join(''));
const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

function colourAt(bitmap: ImageBitmap, [x, y]: readonly [number, number]): readonly number[] {
  const brush = new OffscreenCanvas(1, 1).getContext('2d');
  brush?.drawImage(bitmap, -Math.min(bitmap.width - 1, Math.floor(x * bitmap.width)), -Math.min(bitmap.height - 1, Math.floor(y * bitmap.height)));
  return [...(brush?.getImageData(0, 0, 1, 1).data ?? [])].slice(0, 3);
}

async function ended(call: () => Promise<Result<unknown, AppError>>): Promise<Ended> {
  const began = performance.now();
  const answer = await call();
  const time = performance.now() - began;
  return answer.ok ? { code: 'ok', words: '', time } : { code: answer.error.code, words: `${answer.error.message} ${answer.error.fix ?? ''}`, time };
}

const desk: LookerPage = {
  open: async (name, address) => looker.open(await file(name, address, 1)),
  look: async (name, address, page, wanted, edit) => looker.look(await file(name, address, page), wanted, edit),
  show: async (name, address, page, turn, most, at) => {
    const shown = await looker.show(await file(name, address, page), turn, most);
    if (!shown.ok) return shown;
    const { width, height } = shown.value;
    const colours = at.map((place) => colourAt(shown.value, place));
    shown.value.close();
    return { ok: true, value: { width, height, colours } };
  },
  make: async (name, address, page, edit) => {
    const made = await looker.make(await file(name, address, page), edit);
    if (!made.ok) return made;
    const { bytes, ...facts } = made.value;
    return { ok: true, value: { ...facts, base64: text(bytes) } };
  },
  merge: async (pictures) => {
    const merged = await looker.merge(pictures.map(({ base64, ...facts }) => ({ ...facts, bytes: bytesOf(base64) })));
    return merged.ok ? { ok: true, value: text(merged.value) } : merged;
  },
  everything: async (name, address, looks) => {
    const original = await file(name, address, 1);
    return Promise.all([
      ended(() => looker.open(original)),
      ended(async () => {
        const shown = await looker.show(original, 90, 600);
        if (shown.ok) shown.value.close();
        return shown;
      }),
      ended(() => looker.make(original, { turn: 0, corners: null, even: false })),
      ...(looks ? [ended(() => looker.look(original, { slot: 'identity', idType: 'passport' }, null))] : []),
    ]);
  },
  closed: async (name, address) => {
    const call = looker.look(await file(name, address, 1), { slot: 'identity', idType: 'passport' }, null);
    setTimeout(() => looker.close(), 20);
    const answer = await call;
    looker = pageLooker();
    return answer.ok ? 'ok' : answer.error.code;
  },
};

Object.assign(globalThis, { desk });
