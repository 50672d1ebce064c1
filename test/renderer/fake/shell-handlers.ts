import type { AppError } from '../../../preload/contract/errors.ts';
import { fail, ok, type Result } from '../../../preload/contract/result.ts';
import type { ConnectionCheck, Profile } from '../../../preload/contract/app.ts';
import { allScopes, builtInProfile } from './app-state.ts';
import { kiraPractice } from './kira-profiles.ts';
import type { Handlers } from './handlers.ts';
import { changed, freshId, say, setState, type World } from './world.ts';

const notFound: AppError = { code: 'not-found', message: 'It is not here any more.' };
const wrong: AppError = { code: 'wrong-passphrase', message: 'This is not the passphrase.', fix: 'Try again.' };

/** app.*, vault.* and profiles.* over a {@link World}. */
export function shellHandlers(world: World): Pick<Handlers, Extract<keyof Handlers, `app.${string}` | `vault.${string}` | `profiles.${string}`>> {
  return { ...appHandlers(world), ...vaultHandlers(world), ...profileHandlers(world) };
}

function appHandlers(world: World) {
  return {
    'app.state': () => ok(world.state),
    'app.savePreferences': (patch) => {
      const preferences = { ...world.state.preferences, ...Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) };
      setState(world, { preferences });
      return ok(preferences);
    },
    'app.window': () => ok(null),
    'app.openHelp': () => ok(null), 'app.sawUnknown': () => ok(null),
  } satisfies Partial<Handlers>;
}

function vaultHandlers(world: World) {
  const settle = () => setState(world, { phase: world.state.profile ? 'ready' : 'setup' });
  return {
    'vault.setUp': ({ mode, passphrase }) => {
      if (mode === 'keychain' && world.state.vault.keychain !== 'available') return fail<AppError>({ code: 'keychain-unavailable', message: 'This computer has no keychain that works.' });
      world.passphrase = passphrase ?? null;
      setState(world, { vault: { ...world.state.vault, phase: 'unlocked', mode, quality: mode === 'session-only' ? 'session-only' : 'persisted', needsPassphrase: passphrase !== undefined } });
      settle();
      return ok(world.state.vault);
    },
    'vault.unlock': ({ passphrase }) => {
      if (world.passphrase !== null && passphrase !== world.passphrase) return fail(wrong);
      setState(world, { vault: { ...world.state.vault, phase: 'unlocked' }, lock: null });
      settle();
      return ok(world.state.vault);
    },
    'vault.lock': ({ reason }) => {
      say(world, 'locking', {});
      setState(world, { phase: 'locked', vault: { ...world.state.vault, phase: 'locked' }, lock: { at: world.now(), reason } });
      return ok(world.state.vault);
    },
    'vault.changePassphrase': ({ current, next }) => {
      if (world.passphrase !== null && current !== world.passphrase) return fail(wrong);
      world.passphrase = next;
      return ok(setState(world, { vault: { ...world.state.vault, needsPassphrase: next !== null } }).vault);
    },
    'vault.flushed': () => ok(null),
    'vault.active': () => ok(null),
  } satisfies Partial<Handlers>;
}

function profileHandlers(world: World) {
  const edit = (id: string, change: Partial<Profile>): Result<Profile, AppError> => {
    const known = world.profiles.find((one) => one.id === id);
    if (!known) return fail(notFound);
    const next = { ...known, ...change };
    world.profiles = world.profiles.map((one) => (one.id === id ? next : one));
    if (world.state.profile?.id === id) setState(world, { profile: next });
    changed(world, ['profiles'], id);
    return ok(next);
  };
  const choose = (profile: Profile) => {
    setState(world, { profile, phase: 'ready' });
    changed(world, ['profiles']);
    return ok(profile);
  };
  return {
    'profiles.list': () => ok(world.profiles),
    'profiles.useSandbox': ({ provider }) => {
      const wanted = provider === 'kira' ? kiraPractice : builtInProfile;
      if (!world.profiles.some((one) => one.id === wanted.id)) world.profiles = [...world.profiles, wanted];
      return choose(wanted);
    },
    'profiles.add': (asked) => {
      const { provider, name, env, baseUrl, clientId } = asked;
      const added: Profile = {
        id: freshId(world, 'profile'), name, provider, env, builtIn: false, baseUrl, scopes: asked.provider === 'blaaiz' ? asked.scopes : [], clientIdHint: clientId.slice(-4),
        secretAddedAt: world.now(), hasWebhookSecret: false, kira: asked.provider === 'kira' ? asked.kira : null,
      };
      world.profiles = [...world.profiles, added];
      changed(world, ['profiles'], added.id);
      return ok(added);
    },
    'profiles.saveKira': ({ id, settings }) => edit(id, { kira: settings }),
    'profiles.rename': ({ id, name }) => edit(id, { name }),
    'profiles.replaceSecret': ({ id, field, value }) => {
      if (field === 'client_id') return edit(id, { clientIdHint: value.slice(-4), secretAddedAt: world.now() });
      return edit(id, field === 'webhook_secret' ? { hasWebhookSecret: true } : { secretAddedAt: world.now() });
    },
    'profiles.remove': ({ id }) => {
      world.profiles = world.profiles.filter((one) => one.id !== id);
      if (world.state.profile?.id === id) setState(world, { profile: null, phase: 'setup' });
      changed(world, ['profiles'], id);
      return ok(null);
    },
    'profiles.choose': ({ id }) => {
      const known = world.profiles.find((one) => one.id === id);
      return known ? choose(known) : fail(notFound);
    },
    'profiles.test': () => ok({ at: world.now(), checks: sampleChecks(), note: 'Dear Blaaiz team, add the scope fees:read to our credential.' }),
  } satisfies Partial<Handlers>;
}

/** A connection test with one thing to fix. */
function sampleChecks(): ConnectionCheck[] {
  const fine = (id: ConnectionCheck['id'], label: string, value: string): ConnectionCheck => ({ id, label, value, state: 'ok', fix: null });
  return [
    fine('dns', 'Address', '12 ms'), fine('tls', 'Secure connection', 'TLS 1.3'), fine('clock', 'Clock', '0.4 s off, at most 60 s'), fine('token', 'Keys', 'token for 60 min'),
    {
      id: 'scopes', label: 'Permissions', value: `${allScopes.length - 1} of ${allScopes.length}`, state: 'warn',
      fix: 'Reading fees is not allowed with these keys, so payouts cannot be priced. Ask Blaaiz to add the scope fees:read.',
    },
    fine('wallets', 'Wallets', '4 read'), fine('rate', 'Requests', '96 of 100'),
  ];
}
