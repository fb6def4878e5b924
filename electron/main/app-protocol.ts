import { randomBytes, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { protocol } from 'electron';
import contentSecurityPolicy from '../../resources/content-security-policy.json';
import contentTypes from '../../resources/content-types.json';

/**
 * The built renderer is served from app://ledger instead of file://: module scripts, workers and IndexedDB
 * then behave as on a web origin, and no page can read the disk.
 */
export const APP_ORIGIN = 'app://ledger';

const rendererFolder = fileURLToPath(new URL('../renderer', import.meta.url));

const typeByExtension: Readonly<Record<string, string>> = contentTypes;

/** The page talks to the county server of its office, whose address nobody knows when the program is built. */
const countyServers = 'http: https:';

/**
 * Stricter than a static web server can be: each page has a word of its own that lets its style elements through, so
 * that no other inline style does.
 */
const policyWith = (styleNonce: string): string =>
  Object.entries({
    ...contentSecurityPolicy,
    'style-src': `'self' 'nonce-${styleNonce}'`,
    'connect-src': `${contentSecurityPolicy['connect-src']} ${countyServers}`,
  })
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');

export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ]);
}

/** Pages made for printing, by path; each is there only while it is printed. */
const printPages = new Map<string, string>();

export function servePrintPage(html: string): { readonly url: string; readonly forget: () => void } {
  const path = `/print/${randomUUID()}.html`;
  printPages.set(path, html);
  return { url: `${APP_ORIGIN}${path}`, forget: () => void printPages.delete(path) };
}

export function setupAppProtocol(): void {
  protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    if (`${url.protocol}//${url.host}` !== APP_ORIGIN) return new Response(null, { status: 404 });
    const printPage = printPages.get(url.pathname);
    if (printPage !== undefined) return pageResponse(printPage);
    const file = fileOf(url.pathname);
    if (file === null) return new Response(null, { status: 404 });
    try {
      const bytes = await readFile(file);
      if (extname(file) === '.html') return pageResponse(bytes.toString('utf8'));
      return new Response(new Uint8Array(bytes), { headers: headersOf(file, policyWith(newNonce())) });
    } catch {
      return new Response(null, { status: 404 });
    }
  });
}

/** Null when the address points outside the renderer's folder or cannot be decoded. */
function fileOf(pathname: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  const file = normalize(join(rendererFolder, decoded === '/' ? 'index.html' : decoded));
  return file.startsWith(rendererFolder + sep) && !decoded.includes('\0') ? file : null;
}

const newNonce = (): string => randomBytes(16).toString('base64');

/** The page finds its word in a `meta` element, whose attribute the browser hides from style sheets. */
function pageResponse(html: string): Response {
  const nonce = newNonce();
  const page = html
    .replace('<head>', `<head><meta property="csp-nonce" nonce="${nonce}">`)
    .replaceAll('<style>', `<style nonce="${nonce}">`);
  return new Response(page, { headers: headersOf('page.html', policyWith(nonce)) });
}

function headersOf(file: string, policy: string): Record<string, string> {
  return {
    'content-type': typeByExtension[extname(file)] ?? 'application/octet-stream',
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
  };
}
