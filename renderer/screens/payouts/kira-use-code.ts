import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import type { CodeState } from '../../../preload/contract/accounts.ts';
import type { AppError } from '../../../preload/contract/errors.ts';
import type { Payout } from '../../../preload/contract/payouts.ts';
import { useAct, useCall } from '../../api.ts';
import { codeIn, type CodeFieldHandle } from '../../components/code-field.tsx';
import { useNow } from '../../components/use-now.ts';
import { useAppPart } from '../../state/app-state.ts';
import { t } from '../../text.ts';
import { kiraOf } from '../../state/kira-edits.ts';

/** How long a code is good for where Kira doesn't say, in ms (Kira guide: One-time codes). */
const usualLife = 5 * 60_000;

/** Where the code stands, at a moment: `none` before one was mailed. */
export type CodePhase = 'none' | 'valid' | 'expired' | 'blocked';

/** Until when a mailed code is good (epoch ms); null before one was mailed. */
export function goodUntil({ sentAt, expiresAt }: Pick<CodeState, 'sentAt' | 'expiresAt'>): number | null {
  return sentAt === null ? null : (expiresAt ?? sentAt + usualLife);
}

/** Where the code stands now. */
export function phaseOf(state: CodeState, now: number): CodePhase {
  if (state.blockedUntil !== null && state.blockedUntil > now) return 'blocked';
  const until = goodUntil(state);
  if (until === null) return 'none';
  return until > now ? 'valid' : 'expired';
}

/** Whether releasing this payout asks for a code: only from a balance, by the profile or because Kira asked for one. Null until it is known. */
export function useCodeNeeded({ provider, draft }: Pick<Payout, 'provider' | 'draft'>): boolean | null {
  const fiat = provider === 'kira' && kiraOf(draft).mode === 'fiat';
  const noted = useAppPart((app) => app.profile?.kira?.codeNeeded ?? true);
  const state = useCall('payouts.codeState', {}, { enabled: fiat });
  if (!fiat) return false;
  return state.data?.needed ?? (state.error ? noted : null);
}

/** A code being typed: where it stands, what went wrong with it, and the digits. */
export type CodeEntry = {
  readonly state: CodeState | null;
  readonly phase: CodePhase;
  readonly now: number;
  /** Who gets the mail, in words. */
  readonly mailbox: string;
  readonly asking: boolean;
  readonly askError: AppError | null;
  readonly mail: () => void;
  readonly digits: string;
  readonly type: (digits: string) => void;
  readonly error: string | null;
  /** The code was refused: says why, empties the field and puts the focus into it. */
  readonly refuse: (error: AppError) => void;
  readonly field: RefObject<CodeFieldHandle | null>;
  /** What was done last, in words for a screen reader. */
  readonly said: string;
};

/** Asks for a code when none is good, takes what is typed or pasted anywhere. `problem` is what a payout came back with. */
export function useCode(payoutId: string, problem: AppError | null): CodeEntry {
  const { state, refresh, keep } = useCodeState();
  const now = useNow(1_000);
  const noted = useAppPart((app) => app.profile?.kira?.codeMailbox ?? '');
  const [digits, setDigits] = useState('');
  const [error, setError] = useState<string | null>(problem?.code === 'code-wrong' ? problem.message : null);
  const [said, setSaid] = useState('');
  const field = useRef<CodeFieldHandle>(null);
  const type = useCallback((next: string) => {
    setDigits(next);
    setError(null);
  }, []);
  const mailing = useMailing(payoutId, state, (fresh) => {
    keep(fresh);
    type('');
    setSaid(t('A new code is on its way.'));
    if (!typingElsewhere()) field.current?.focus();
  });
  usePastedCode((code) => {
    if (code === null) return setError(t('There is no six-digit code in what was pasted.'));
    type(code);
    field.current?.focus();
  });
  const refuse = useCallback((wrong: AppError) => {
    setDigits('');
    setError([wrong.message, wrong.code === 'code-wrong' ? null : wrong.fix].filter(Boolean).join(' '));
    refresh();
    field.current?.focus();
  }, [refresh]);
  const mailbox = state?.mailbox || noted || t('the address that Kira has on file');
  return { state, phase: state ? phaseOf(state, now) : 'none', now, mailbox, ...mailing, digits, type, error, refuse, field, said };
}

/** Whether a person is writing in another field: a mail that arrives by itself must not take the focus out of their hands. */
function typingElsewhere(): boolean {
  const field = document.activeElement;
  return field instanceof HTMLElement && /^(input|textarea)$/i.test(field.tagName) && field.getAttribute('autocomplete') !== 'one-time-code';
}

/** The state of the code as main has it, and the ways to renew it. */
function useCodeState() {
  const client = useQueryClient();
  const state = useCall('payouts.codeState', {}).data ?? null;
  const refresh = useCallback(() => void client.invalidateQueries({ queryKey: ['payouts.codeState'] }), [client]);
  const keep = useCallback((fresh: CodeState) => {
    client.setQueryData(['payouts.codeState', {}], fresh);
    // The mail of the code before is no longer the newest; until it is read again, none is shown.
    void client.resetQueries({ queryKey: ['practice.mailbox'] });
  }, [client]);
  return { state, refresh, keep };
}

/** Has a code mailed: by itself once, when the sheet opens and none is good; later only when asked. */
function useMailing(payoutId: string, state: CodeState | null, onMailed: (fresh: CodeState) => void) {
  const latest = useRef(onMailed);
  useEffect(() => {
    latest.current = onMailed;
  });
  const { mutate, isPending, error } = useAct('payouts.requestCode');
  const mail = useCallback(() => mutate({ id: payoutId }, { onSuccess: (fresh) => latest.current(fresh) }), [mutate, payoutId]);
  const known = state !== null;
  const opened = useRef(false);
  useEffect(() => {
    if (!known || opened.current) return;
    opened.current = true;
    const phase = phaseOf(state, Date.now());
    if (phase === 'none' || phase === 'expired') mail();
  }, [known, state, mail]);
  return { asking: isPending, askError: error, mail };
}

/** A code pasted anywhere while the sheet is open; null when what was pasted holds none. */
function usePastedCode(onCode: (code: string | null) => void): void {
  const latest = useRef(onCode);
  useEffect(() => {
    latest.current = onCode;
  });
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const target = event.target;
      // Other fields of the dialog keep what is pasted into them; the code's own field takes digits only.
      if (target instanceof HTMLElement && /^(input|textarea)$/i.test(target.tagName) && target.getAttribute('autocomplete') !== 'one-time-code') return;
      event.preventDefault();
      latest.current(codeIn(event.clipboardData?.getData('text') ?? ''));
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, []);
}
