import { readdirSync, realpathSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, isAbsolute, join, relative, sep } from 'node:path';
import { protocol } from 'electron';

/**
 * Our own protocol `app://deskbook/` (trust.md E2, E4): it serves the files of out/renderer from a list made at start
 * and nothing else. A path that is not in the list does not exist, whatever it decodes to.
 */

export const ORIGIN = 'app://deskbook';

/** Sent with every answer (trust.md E2), plus own fonts; nothing inline, nothing from elsewhere, no workers. */
export const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "font-src 'self'",
  "worker-src 'none'",
].join('; ');

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wav': 'audio/wav',
};

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Request path → file, for every file of a known type whose real place is inside `root`. */
export function listFiles(root: string): Map<string, string> {
  const home = realpathSync(root);
  const files = new Map<string, string>();
  for (const entry of readdirSync(home, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !TYPES[extname(entry.name)]) continue;
    const file = realpathSync(join(entry.parentPath, entry.name));
    const inside = relative(home, file);
    if (inside.startsWith('..') || isAbsolute(inside)) continue;
    files.set(`/${inside.split(sep).join('/')}`, file);
  }
  return files;
}

const headersFor = (type: string): Record<string, string> => ({
  'content-type': type,
  'content-security-policy': CSP,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
});
const notFound = (): Response =>
  new Response('not found', { status: 404, headers: headersFor('text/plain; charset=utf-8') });

/** The listed file a URL names, or null: wrong host, undecodable, credentials, or simply not in the list. */
export function fileFor(url: string, files: ReadonlyMap<string, string>): string | null {
  try {
    const { protocol: scheme, host, username, password, port, pathname } = new URL(url);
    if (scheme !== 'app:' || host !== 'deskbook' || username || password || port) return null;
    const path = decodeURIComponent(pathname);
    return files.get(path === '/' ? '/index.html' : path) ?? null;
  } catch {
    return null;
  }
}

/** Serves `root` to this app's windows. */
export function serve(root: string): void {
  const files = listFiles(root);
  protocol.handle('app', async (request) => {
    const file = request.method === 'GET' ? fileFor(request.url, files) : null;
    if (!file) return notFound();
    return new Response(new Uint8Array(await readFile(file)), { headers: headersFor(TYPES[extname(file)]!) });
  });
}
