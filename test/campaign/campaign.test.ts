import { expect, test } from 'vitest';
import { foundWords } from '../../main/payouts/words.ts';
import { playCampaign } from './campaign.ts';
import { createRig } from './rig/rig.ts';

test('sixty runs of killed processes and spoilt answers send nothing twice, lose nothing and leave nothing open', async () => {
  const told: string[] = [];
  const { result, times } = await playCampaign({ rig: await createRig(), runs: 60, seed: 5, abreast: 2, tell: (line) => { told.push(line); } });
  const { kills, faults, intents, ...counts } = result;
  expect({ ...counts, told: counts.ok ? [] : told }).toEqual({ runs: 60, sent_twice: 0, lost: 0, unresolved_without_person: 0, ok: true, told: [] });
  expect(Math.min(kills, faults, intents)).toBeGreaterThan(20);
  // It was no fair weather, and no idle one: payouts were sent, cut off, found, not found, refused, decided about.
  expect([...times.keys()]).toEqual(expect.arrayContaining(['Accepted', 'Outcome unknown', foundWords, 'Looked: not found', 'Refused', 'Sent again', 'Not sent, ready again']));
}, 600_000);
