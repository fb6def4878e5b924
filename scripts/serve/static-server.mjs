import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, relative, sep } from 'node:path';

/** @type {Readonly<Record<string, string>>} */
const contentTypes = JSON.parse(
  readFileSync(new URL('../../resources/content-types.json', import.meta.url), 'utf8'),
);

/** Where a running ledger says who it is, so that a second start can tell it from another program. */
export const identityPath = '/.well-known/two-new-ledger';

/**
 * @typedef {object} Asset
 * @property {Buffer} body
 * @property {Record<string, string>} headers
 */

/**
 * Serves a built folder, read into memory once: a rebuild cannot swap files under an open page, and no
 * request ever touches the disk, so no address can lead outside the folder.
 * @param {{ folder: string, policy: Record<string, string>, identity: string }} options
 *   `policy`: content security policy by directive; `identity`: answered at `identityPath`
 */
export function createStaticServer({ folder, policy, identity }) {
  const assets = loadAssets(folder);
  const common = {
    'content-security-policy': Object.entries(policy)
      .map(([directive, value]) => `${directive} ${value}`)
      .join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
  };
  assets.set(identityPath, {
    body: Buffer.from(identity),
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });
  return createServer((request, response) => {
    const port = request.socket.localPort;
    const host = request.headers.host;
    if (host === `localhost:${port}`) {
      // Browsers keep data per address: under two names the same register would look like two.
      response.writeHead(307, { location: `http://127.0.0.1:${port}${request.url ?? '/'}` }).end();
    } else if (host !== `127.0.0.1:${port}`) {
      response.writeHead(421, common).end();
    } else {
      answer(request, response, { assets, common });
    }
  });
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {{ assets: Map<string, Asset>, common: Record<string, string> }} site
 */
function answer(request, response, { assets, common }) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { ...common, allow: 'GET, HEAD' }).end();
    return;
  }
  const asset = assets.get(pathOf(request.url ?? '/'));
  if (asset === undefined) {
    response.writeHead(404, common).end();
    return;
  }
  const headers = { ...common, ...asset.headers };
  if (asset.headers['etag'] !== undefined && request.headers['if-none-match'] === asset.headers['etag']) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(200, { ...headers, 'content-length': asset.body.length });
  response.end(request.method === 'HEAD' ? undefined : asset.body);
}

/**
 * The path as it is keyed in the asset table; an undecodable one matches nothing.
 * @param {string} url
 */
function pathOf(url) {
  const path = url.replace(/[?#].*$/, '');
  try {
    return path === '/' ? '/index.html' : decodeURIComponent(path);
  } catch {
    return '';
  }
}

/**
 * @param {string} folder
 * @returns {Map<string, Asset>} by absolute path within the site
 */
function loadAssets(folder) {
  /** @type {Map<string, Asset>} */
  const assets = new Map();
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = `/${relative(folder, file).split(sep).join('/')}`;
    const body = readFileSync(file);
    // Vite puts a content hash into every name under assets/, so those never change.
    const isHashed = path.startsWith('/assets/');
    assets.set(path, {
      body,
      headers: {
        'content-type': contentTypes[extname(entry.name)] ?? 'application/octet-stream',
        'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
        etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
      },
    });
  }
  return assets;
}
