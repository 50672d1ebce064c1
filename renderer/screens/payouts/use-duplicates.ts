import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Radar } from '../../../preload/contract/radar.ts';
import { useCall } from '../../api.ts';
import type { Review } from './use-review.ts';

/** What looks like the payout under review, and the comparing of it. */
export type Duplicates = {
  readonly radar: Radar | null;
  /** Somebody must say why before it goes. */
  readonly asks: boolean;
  readonly open: boolean;
  readonly show: () => void;
  readonly close: () => void;
  /** Presses on only when nothing asks or it was answered; opens the comparison otherwise. */
  readonly guard: (onSend: () => void) => () => void;
  /** It goes all the same: keeps the answer and goes on. */
  readonly answer: (reason: string) => void;
};

/** Compares before sending. `onSend` goes on once the answer is kept. */
export function useDuplicates(id: string, review: Review, onSend: () => void): Duplicates {
  const client = useQueryClient();
  const radar = useCall('payouts.radar', { id }).data ?? null;
  const [open, setOpen] = useState(false);
  const [answered, setAnswered] = useState<string | null>(null);
  const [seen, setSeen] = useState(review.suspected);
  if (seen !== review.suspected) {
    setSeen(review.suspected);
    setAnswered(null);
    setOpen(true);
  }
  useEffect(() => {
    if (review.suspected > 0) void client.invalidateQueries({ queryKey: ['payouts.radar'] });
  }, [client, review.suspected]);
  const asks = radar !== null && radar.ask && radar.key !== answered;
  return {
    radar, asks, open,
    show: () => setOpen(true),
    close: () => setOpen(false),
    guard: (go) => () => {
      if (asks) setOpen(true);
      else go();
    },
    answer: (reason) => {
      if (radar === null) return;
      review.decide({ key: radar.key, reason });
      setAnswered(radar.key);
      setOpen(false);
      onSend();
    },
  };
}
