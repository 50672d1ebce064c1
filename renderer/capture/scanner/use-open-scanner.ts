import { useCallback, useRef, useState } from 'react';
import type { Request } from '../../../preload/contract/api.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import type { ScannerInfo } from '../../../preload/contract/scanning.ts';
import { ask } from '../../call.ts';

/** Which scanner is asked: one of the list, or a typed address. */
export type At = Request<'scanners.open'>['at'];

/** The scanner that is chosen: `info` once it has answered. */
export type OpenedScanner = {
  readonly at: At | null;
  readonly info: ScannerInfo | null;
  readonly busy: boolean;
  readonly error: AppError | null;
  /** Asks a scanner what it can; `trust` takes its new certificate. */
  readonly open: (at: At, trust?: boolean) => Promise<ScannerInfo | null>;
  readonly close: () => void;
};

type State = Pick<OpenedScanner, 'at' | 'info' | 'busy' | 'error'>;
const none: State = { at: null, info: null, busy: false, error: null };

/** Asks scanners what they can, the one chosen last. */
export function useOpenScanner(): OpenedScanner {
  const [state, setState] = useState<State>(none);
  const last = useRef(0);
  const open = useCallback(async (at: At, trust = false) => {
    const mine = ++last.current;
    setState({ at, info: null, busy: true, error: null });
    const answer = await ask('scanners.open', { at, trust });
    // Another one was chosen meanwhile.
    if (mine !== last.current) return null;
    setState({ at: answer.ok ? { id: answer.value.id } : at, info: answer.ok ? answer.value : null, busy: false, error: answer.ok ? null : answer.error });
    return answer.ok ? answer.value : null;
  }, []);
  const close = useCallback(() => {
    last.current += 1;
    setState(none);
  }, []);
  return { ...state, open, close };
}
