/**
 * Who may know whom, as one table: a layer's files may import the layers listed for it (and their own).
 * `packages` names npm packages a layer may not touch (`deny`), or the few it alone may.
 */
export const layers = [
  { name: 'contract', under: 'preload/contract/', may: [], denyPackages: ['electron', 'node:', 'react', 'hono', 'keytar', 'pino'] },
  { name: 'preload', under: 'preload/', may: ['contract'], denyPackages: ['node:', 'react', 'hono', 'keytar', 'pino'] },
  { name: 'renderer', under: 'renderer/', may: ['contract'], denyPackages: ['electron', 'node:', 'hono', 'keytar', 'pino', 'better-sqlite3-multiple-ciphers', 'electron-store'] },
  { name: 'sandbox', under: 'main/sandbox/', may: [], denyPackages: ['electron', 'react'] },
  { name: 'shell', under: 'main/shell/', may: ['contract', 'settings', 'log'], denyPackages: ['react'] },
  { name: 'ipc', under: 'main/ipc/', may: ['contract', 'use-cases', 'backup', 'settings', 'vault', 'log', 'session'], denyPackages: ['react'] },
  { name: 'session', under: 'main/session/', may: ['contract', 'use-cases', 'backup', 'store', 'vault', 'providers', 'scanner', 'settings', 'log'], denyPackages: ['electron', 'react'] },
  { name: 'use-cases', under: 'main/customers/', may: ['contract', 'store', 'vault', 'providers', 'log'], denyPackages: ['electron', 'react'] },
  { name: 'use-cases', under: 'main/documents/', may: ['contract', 'store', 'vault', 'providers', 'scanner', 'log'], denyPackages: ['electron', 'react'] },
  { name: 'use-cases', under: 'main/payouts/', may: ['contract', 'store', 'vault', 'providers', 'log'], denyPackages: ['electron', 'react'] },
  { name: 'use-cases', under: 'main/accounts/', may: ['contract', 'store', 'vault', 'providers', 'log'], denyPackages: ['electron', 'react'] },
  { name: 'use-cases', under: 'main/recipients/', may: ['contract', 'store', 'vault', 'providers', 'log'], denyPackages: ['electron', 'react'] },
  { name: 'use-cases', under: 'main/audit/', may: ['contract', 'store', 'vault', 'log'], denyPackages: ['electron', 'react'] },
  { name: 'use-cases', under: 'main/away/', may: ['contract', 'store', 'vault', 'providers', 'log'], denyPackages: ['electron', 'react'] },
  { name: 'backup', under: 'main/backup/', may: ['contract', 'store', 'vault', 'log'], denyPackages: ['electron', 'react'] },
  { name: 'providers', under: 'main/providers/', may: ['contract', 'log'], denyPackages: ['electron', 'react'] },
  { name: 'scanner', under: 'main/scanner/', may: ['contract', 'log'], denyPackages: ['electron', 'react'] },
  { name: 'store', under: 'main/store/', may: ['contract', 'log'], denyPackages: ['electron', 'react'] },
  { name: 'vault', under: 'main/vault/', may: ['contract', 'log'], denyPackages: ['electron', 'react'] },
  { name: 'settings', under: 'main/settings/', may: ['contract', 'log'], denyPackages: ['react'] },
  { name: 'log', under: 'main/log/', may: ['contract'], denyPackages: ['electron', 'react'] },
  { name: 'main', under: 'main/', may: ['contract', 'shell', 'ipc', 'session', 'use-cases', 'backup', 'providers', 'scanner', 'store', 'vault', 'settings', 'log', 'sandbox'], denyPackages: ['react'] },
];

/** The layer a project-relative path belongs to, or null for what stands outside (build, test). */
export function layerOf(path) {
  return layers.find((layer) => path.startsWith(layer.under)) ?? null;
}

/** Why a file may not import something; null when it may. Paths are project-relative with forward slashes. */
export function complaint(file, specifier) {
  const from = layerOf(file);
  if (!from) return null;
  if (!specifier.startsWith('.')) return packageComplaint(from, specifier);
  const target = resolve(file, specifier);
  const to = layerOf(target);
  if (!to) return `${from.name} may not import ${target}, which is no part of the product.`;
  if (to.name === from.name || from.may.includes(to.name)) return null;
  return `${from.name} may not know ${to.name} (${target}).`;
}

function packageComplaint(from, specifier) {
  const denied = from.denyPackages.some((name) => (name.endsWith(':') ? specifier.startsWith(name) : specifier === name || specifier.startsWith(`${name}/`)));
  return denied ? `${from.name} may not import the package ${specifier}.` : null;
}

function resolve(file, specifier) {
  const parts = file.split('/').slice(0, -1);
  for (const step of specifier.split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '.') parts.push(step);
  }
  return parts.join('/');
}
