import { parseArgs } from 'node:util';
import { advertise } from './advertise.ts';
import { startScannerServer } from './server.ts';

const usage = `Usage: node test/scanner-server/cli.ts [options]
  --port N      port on 127.0.0.1; 0 (the default) takes any free one
  --tls         speak TLS with a certificate of its own
  --sheets N    sheets in the feeder (3)
  --quiet       don't show itself by mDNS
Switch it while it runs:
  curl -X PUT http://127.0.0.1:PORT/__switches -d '{"trouble":{"after":2,"state":"Jam"}}'`;

const { values } = parseArgs({
  options: { port: { type: 'string', default: '0' }, tls: { type: 'boolean', default: false }, sheets: { type: 'string', default: '3' }, quiet: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
});
if (values.help) {
  console.log(usage);
} else {
  const server = await startScannerServer({ port: Number(values.port), tls: values.tls, switches: { sheets: Number(values.sheets) } });
  const { make, uuid } = server.switches;
  const txt = { txtvers: '1', rs: 'eSCL', ty: make, pdl: 'image/jpeg,application/pdf', is: 'platen,adf', cs: 'color,grayscale', duplex: 'T', ...(uuid === null ? {} : { uuid }) };
  const advert = values.quiet ? null : advertise({ name: make, port: server.port, secure: values.tls, txt });
  console.log(server.url);
  process.once('SIGINT', () => { void Promise.all([server.close(), advert?.close()]).then(() => process.exit(0)); });
}
