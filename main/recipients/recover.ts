import { change, type Context } from './context.ts';
import { perhapsMade } from './errors.ts';

/** After a start: of what was being sent it isn't known whether it arrived. Gives how many there were. */
export function recover(context: Context): number {
  const left = context.rows.inStates(['sending']).filter(({ id }) => !context.running.has(id));
  for (const { id } of left) change(context, id, { state: 'unknown', problem: perhapsMade('Bursar stopped before the answer came') });
  return left.length;
}
