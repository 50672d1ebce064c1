import { useCallback, useRef, useState } from 'react';
import type { CustomerFields, LikelyTwin } from '../../../preload/contract/customers.ts';
import { ask } from '../../call.ts';
import type { CustomerEditor } from './customer-editor.ts';

/** What a search for the same person depends on, as one text; null while there is nothing to search by. */
export function twinQuestion({ firstName, lastName, dob, email, idNumber }: CustomerFields): string | null {
  const name = `${firstName} ${lastName}`.trim().toLowerCase();
  const person = firstName.trim() !== '' && lastName.trim() !== '' && dob !== '' ? `${name} ${dob}` : '';
  const parts = [person, email.includes('@') ? email.trim().toLowerCase() : '', idNumber.replaceAll(/[^\p{L}\p{N}]/gu, '').toLowerCase()];
  return parts.every((part) => part === '') ? null : parts.join('|');
}

/** People who may be the one in the form. */
export type Twins = {
  /** Those found and not yet told apart. */
  readonly found: readonly LikelyTwin[];
  /** Looks if something changed that it depends on; gives those not yet told apart. What can't be asked counts as none found. */
  readonly look: () => Promise<readonly LikelyTwin[]>;
  /** The person says that none of those shown is the same. */
  readonly tellApart: () => void;
};

/** Looks for the same person among the kept customers and at the provider, once a question. */
export function useTwins(editor: CustomerEditor): Twins {
  const [found, setFound] = useState<readonly LikelyTwin[]>([]);
  const asked = useRef<{ readonly question: string | null; readonly answer: Promise<readonly LikelyTwin[]> }>({ question: null, answer: Promise.resolve([]) });
  const others = useRef(new Set<string>());
  const open = useCallback((list: readonly LikelyTwin[]) => list.filter(({ customer }) => !others.current.has(customer.id)), []);

  const look = useCallback(async () => {
    const question = twinQuestion(editor.store.getState().fields);
    if (question !== asked.current.question) asked.current = { question, answer: question === null ? Promise.resolve([]) : askNow(editor) };
    const mine = asked.current;
    const list = open(await mine.answer);
    if (mine === asked.current) setFound(list);
    return list;
  }, [editor, open]);
  const tellApart = useCallback(() => {
    setFound((list) => {
      for (const { customer } of list) others.current.add(customer.id);
      return [];
    });
  }, []);
  return { found, look, tellApart };
}

async function askNow(editor: CustomerEditor): Promise<readonly LikelyTwin[]> {
  if (!(await editor.flush())) return [];
  const { id } = editor.store.getState();
  if (id === null) return [];
  const answer = await ask('customers.twins', { id });
  return answer.ok ? answer.value.filter(({ customer }) => customer.id !== id) : [];
}
