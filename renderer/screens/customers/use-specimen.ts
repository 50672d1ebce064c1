import { useState } from 'react';
import { dayOf } from '../../../preload/contract/calendar.ts';
import type { DocumentSlot } from '../../../preload/contract/documents.ts';
import { useAppPart } from '../../state/app-state.ts';
import { toast } from '../../state/toasts.ts';
import { t } from '../../text.ts';
import type { Against } from './judged.ts';

/** Draws a specimen for the slot and hands it over; `drawing` while it does. */
export type SpecimenWay = { readonly take: () => void; readonly drawing: boolean };

/** Gives whoever practises a paper to practise with, so that nobody photographs a real one; null in every profile with a provider of the world. */
export function useSpecimen(slot: DocumentSlot, { fields, now }: Against, onPaper: (paper: File) => void): SpecimenWay | null {
  const practice = useAppPart((state) => state.profile?.builtIn ?? false);
  const [drawing, setDrawing] = useState(false);
  // One invented person for all slots, until the form says who it is.
  const [seed] = useState(() => crypto.randomUUID());
  if (!practice) return null;
  const draw = async () => {
    setDrawing(true);
    try {
      const { practicePaper } = await import('../../capture/specimen/practice.ts');
      onPaper(await practicePaper({ slot, fields, today: dayOf(now), seed }));
    } catch {
      toast(t('The specimen could not be drawn.'));
    }
    setDrawing(false);
  };
  return { drawing, take: () => void draw() };
}
