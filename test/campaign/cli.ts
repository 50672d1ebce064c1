import { parseArgs } from 'node:util';
import { playCampaign } from './campaign.ts';
import { createRig } from './rig/rig.ts';

// The campaign on its own: one JSON line on stdout, everything for people on stderr. Exit code 1 when something was sent twice, lost or left open, 2 for
// arguments that can't be.
const { values } = parseArgs({ options: { runs: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' }, only: { type: 'string' }, abreast: { type: 'string', default: '2' } } });
const whole = (name: string, text: string, least: number): number => {
  const number = Number(text);
  if (Number.isInteger(number) && number >= least) return number;
  process.stderr.write(`--${name} takes a whole number from ${least} on.\n`);
  return process.exit(2);
};

const { result } = await playCampaign({
  rig: await createRig(), runs: whole('runs', values.runs, 1), seed: whole('seed', values.seed, 0), abreast: whole('abreast', values.abreast, 1),
  ...(values.only === undefined ? {} : { only: whole('only', values.only, 0) }), tell: (line) => { process.stderr.write(`${line}\n`); },
});
process.stdout.write(`${JSON.stringify(result)}\n`);
process.exit(result.ok ? 0 : 1);
