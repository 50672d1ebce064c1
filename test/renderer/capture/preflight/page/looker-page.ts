import type { CaptureEdit } from '../../../../../preload/contract/captures.ts';
import { pageLooker } from '../../../../../renderer/capture/preflight/looker.ts';
import type { Looker, Made, Original, Wanted } from '../../../../../renderer/capture/preflight/port.ts';

/** What Node asks this page for: the app's own looker, with files that are fetched from the test's server, and pictures as plain facts. */
export type LookerPage = {
  readonly looker: Looker;
  readonly file: (name: string, address: string, page?: number) => Promise<Original>;
  /** Ends the looker and begins another. */
  readonly fresh: () => void;
  readonly open: (name: string, address: string) => ReturnType<Looker['open']>;
  readonly look: (name: string, address: string, wanted: Wanted, edit: CaptureEdit | null, page?: number) => ReturnType<Looker['look']>;
  /** The page as it shows: its size and the colours at fractions of it, three numbers each. */
  readonly show: (name: string, address: string, at: readonly (readonly [number, number])[], page?: number, turn?: CaptureEdit['turn'], most?: number) => Promise<unknown>;
  /** Opens, shows and looks; every call must end in a value or a refusal in words: their codes, `ok` for values. And how long each took, in ms. */
  readonly everything: (name: string, address: string) => Promise<{ readonly codes: readonly string[]; readonly times: readonly number[]; readonly words: readonly string[] }>;
};

let looker = pageLooker();
let last: Original | null = null;
let lastAddress = '';

/** The same bytes for the same address, as a screen that holds an original has them. */
async function file(name: string, address: string, page = 1): Promise<Original> {
  if (last && lastAddress === address) return { ...last, name, page };
  last = { name, page, bytes: new Uint8Array(await (await fetch(address)).arrayBuffer()) };
  lastAddress = address;
  return last;
}

const desk: LookerPage = {
  get looker() { return looker; },
  file,
  fresh: () => {
    looker.close();
    looker = pageLooker();
  },
  open: async (name, address) => looker.open(await file(name, address)),
  look: async (name, address, wanted, edit, page) => looker.look(await file(name, address, page), wanted, edit),
  show: async (name, address, at, page = 1, turn = 0, most = 4096) => {
    const shown = await looker.show(await file(name, address, page), turn, most);
    if (!shown.ok) return shown;
    const { width, height } = shown.value;
    const colours = at.map(([x, y]) => colourAt(shown.value, Math.min(width - 1, Math.floor(x * width)), Math.min(height - 1, Math.floor(y * height))));
    shown.value.close();
    return { ok: true, value: { width, height, colours } };
  },
  everything: async (name, address) => {
    const original = await file(name, address);
    const [codes, times, words]: [string[], number[], string[]] = [[], [], []];
    const calls = [() => looker.open(original), () => looker.show(original, 90, 600), () => looker.look(original, { slot: 'identity', idType: 'passport' }, null), () => looker.make(original, { turn: 0, corners: null, even: false })];
    for (const call of calls) {
      const began = performance.now();
      const answer = await call();
      times.push(performance.now() - began);
      codes.push(answer.ok ? 'ok' : answer.error.code);
      words.push(answer.ok ? '' : `${answer.error.message} ${answer.error.fix ?? ''}`);
    }
    return { codes, times, words };
  },
};

function colourAt(bitmap: ImageBitmap, x: number, y: number): readonly number[] {
  const brush = new OffscreenCanvas(1, 1).getContext('2d');
  brush?.drawImage(bitmap, -x, -y);
  return [...(brush?.getImageData(0, 0, 1, 1).data ?? [])].slice(0, 3);
}

/** What a picture that was made is, with its bytes as base64 for Node. */
export type MadeFacts = Omit<Made, 'bytes'> & { readonly base64: string };

Object.assign(globalThis, { desk });
