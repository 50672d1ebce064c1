import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A keychain for one test alone, which may be taken away and brought back; `env` is how an app finds it. */
export type OwnKeyring = {
  readonly env: Readonly<Record<string, string>>;
  /** Ends the keychain's service, as a crash would; what it had written stays. */
  readonly takeAway: () => Promise<void>;
  /** Starts it again, unlocked, on what it had written. */
  readonly bringBack: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const names = ['DBUS_SESSION_BUS_ADDRESS', 'HOME', 'XDG_DATA_HOME', 'XDG_CONFIG_HOME', 'XDG_CACHE_HOME', 'XDG_RUNTIME_DIR'];

// The service is asked for by name, so that the shell needs to know nothing of who started it.
const script = `
${names.map((name) => `echo "${name}=$${name}"`).join('\n')}
echo ready
pid() { gdbus call --session --dest org.freedesktop.DBus --object-path / --method org.freedesktop.DBus.GetConnectionUnixProcessID org.freedesktop.secrets 2>/dev/null | tr -dc '0-9 ' | awk '{print $NF}'; }
while read -r order; do
  case $order in
    away) kill -KILL "$(pid)" ;;
    back) printf 'a test password' | gnome-keyring-daemon --replace --unlock --components=secrets >/dev/null 2>&1; gdbus wait --session --timeout 10 org.freedesktop.secrets ;;
  esac
  echo ready
done
kill "$(pid)"
`;

/** Starts a keychain with a session bus of its own. */
export async function startOwnKeyring(): Promise<OwnKeyring> {
  const keyring = fileURLToPath(new URL('../../support/keyring.sh', import.meta.url));
  const child = spawn('sh', [keyring, 'sh', '-c', script], { stdio: ['pipe', 'pipe', 'ignore'] });
  const ended = new Promise<void>((resolve) => { child.once('close', () => { resolve(); }); });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const untilReady = async (): Promise<readonly string[]> => {
    const told: string[] = [];
    for (;;) {
      const { value, done } = await lines.next();
      if (done) throw new Error('The keychain did not come up');
      if (value === 'ready') return told;
      told.push(value);
    }
  };
  const order = async (word: string): Promise<void> => {
    child.stdin.write(`${word}\n`);
    await untilReady();
  };
  const env = Object.fromEntries((await untilReady()).map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
  return {
    env, takeAway: () => order('away'), bringBack: () => order('back'),
    close: async () => {
      child.stdin.end();
      await ended;
    },
  };
}
