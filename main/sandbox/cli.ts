import { parseArgs } from 'node:util';
import { profiles } from './kira/profile.ts';
import type { SandboxOptions } from './options.ts';
import { startSandbox } from './server.ts';

const usage = `Usage: npm run sandbox -- [options]
  --port N           port on 127.0.0.1; 0 (the default) takes any free one
  --https-upload     serve upload addresses over TLS, with an authority of the sandbox's own
  --legacy-key       accept the x-blaaiz-api-key header beside OAuth
  --strict-uploads   refuse an upload that leaves out a header named with its address
  --time-scale N     divide every waiting time by N
  --controls         open the controls under /__sandbox/
  --kira-profile P   generation of Kira's API: G1 (the default), G2 or G3
  --state FILE       keep the state in FILE across restarts`;

/** Reads the command line; text when it can't be understood. */
export function readArguments(args: readonly string[]): SandboxOptions | string {
  try {
    const { values } = parseArgs({
      args: [...args], strict: true, allowPositionals: false,
      options: {
        port: { type: 'string', default: '0' }, 'https-upload': { type: 'boolean', default: false },
        'legacy-key': { type: 'boolean', default: false }, 'strict-uploads': { type: 'boolean', default: false },
        'time-scale': { type: 'string', default: '1' }, controls: { type: 'boolean', default: false }, state: { type: 'string' },
        'kira-profile': { type: 'string' },
      },
    });
    if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65535) return `--port ${values.port}: a port is 0 to 65535`;
    const timeScale = Number(values['time-scale']);
    if (!(timeScale > 0 && Number.isFinite(timeScale))) return `--time-scale ${values['time-scale']}: a number above 0`;
    const profile = profiles.find((one) => one === values['kira-profile']);
    if (values['kira-profile'] !== undefined && !profile) return `--kira-profile ${values['kira-profile']}: G1, G2 or G3`;
    return {
      port: Number(values.port), httpsUpload: values['https-upload'], legacyKey: values['legacy-key'], timeScale,
      controls: values.controls, strictUploads: values['strict-uploads'],
      ...(values.state === undefined ? {} : { stateFile: values.state }), ...(profile ? { kiraProfile: profile } : {}),
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function run(): Promise<void> {
  const options = readArguments(process.argv.slice(2));
  if (typeof options === 'string') {
    process.stderr.write(`${options}\n${usage}\n`);
    process.exit(2);
  }
  const sandbox = await startSandbox({ ...options, log: (line) => { process.stderr.write(`${line}\n`); } });
  const end = (): void => { void sandbox.close().then(() => process.exit(0)); };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  const { url, blaaiz, kira, ca_cert } = sandbox;
  process.stdout.write(`${JSON.stringify({ url, blaaiz, kira, ca_cert })}\n`);
}

if (import.meta.main) {
  run().catch((error: unknown) => {
    process.stderr.write(`The sandbox did not start: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  });
}
