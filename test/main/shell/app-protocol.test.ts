import { mkdtemp, mkdir, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createAppProtocol } from '../../../main/shell/app-protocol.ts';
import { contentSecurityPolicy } from '../../../main/shell/csp.ts';

let serve: (request: Request) => Promise<Response>;
const get = (path: string, init?: RequestInit) => serve(new Request(`app://bursar${path}`, init));

beforeAll(async () => {
  const top = await mkdtemp(join(tmpdir(), 'bursar-protocol-'));
  const root = join(top, 'renderer');
  await mkdir(join(root, 'assets'), { recursive: true });
  await writeFile(join(root, 'index.html'), '<!doctype html>');
  await writeFile(join(root, 'assets', 'app.js'), '1');
  await writeFile(join(top, 'renderer-secrets.html'), 'no');
  await writeFile(join(root, 'notes.txt'), 'no');
  await symlink('/etc', join(root, 'etc')).catch(() => null);
  serve = createAppProtocol(root);
});

describe('the app protocol', () => {
  it('serves the index with the exact content security policy', async () => {
    const response = await get('/');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('serves scripts with their type', async () => {
    expect((await get('/assets/app.js')).headers.get('content-type')).toContain('text/javascript');
  });

  it.each(['/..%2frenderer-secrets.html', '/%2e%2e/renderer-secrets.html', '/..%5crenderer-secrets.html', '/%00index.html', '/%zz'])(
    'lets nothing outside the folder out: %s',
    async (path) => { expect((await get(path)).status).toBeGreaterThanOrEqual(403); },
  );

  it('refuses file types that we do not ship', async () => {
    expect((await get('/notes.txt')).status).toBe(403);
    expect((await get('/etc/passwd')).status).toBe(403);
  });

  it('answers 404 for what is missing, 405 for other methods and 403 for other hosts', async () => {
    expect((await get('/missing.js')).status).toBe(404);
    expect((await get('/', { method: 'POST', body: 'x' })).status).toBe(405);
    expect((await serve(new Request('app://other/'))).status).toBe(403);
  });

  it('allows no inline code, no evaluated strings and no network in its policy', () => {
    expect(contentSecurityPolicy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
    expect(contentSecurityPolicy).toContain("default-src 'none'");
    expect(contentSecurityPolicy).toContain("connect-src 'self'");
  });
});
