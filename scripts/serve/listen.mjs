import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { identityPath } from './static-server.mjs';

const preferredPort = 5717;
const portsToTry = 20;

/**
 * @typedef {{ kind: 'listening', port: number, isUsual: boolean }
 *   | { kind: 'running', port: number, isOutdated: boolean }
 *   | { kind: 'busy', port: number }} Listening
 *   `isUsual` is false when the usual port was taken by another program and a neighbour is used this time;
 *   `isOutdated` when the ledger already running was built from other sources than these.
 */

/**
 * Opens the server where this copy of the ledger was found last time. Browsers keep the register per address,
 * so another port would show an empty one: the first port that worked is remembered and always tried first.
 * @param {import('node:http').Server} server
 * @param {{ memory: string, identity: string, onlyPort: number | null }} options
 *   `memory`: file holding the usual port; `onlyPort`: take this one or fail
 * @returns {Promise<Listening>}
 */
export async function listen(server, { memory, identity, onlyPort }) {
  const remembered = onlyPort === null ? readPort(memory) : null;
  const usual = onlyPort ?? remembered ?? preferredPort;
  const last = onlyPort === null ? usual + portsToTry : usual;
  for (let port = usual; port <= last; port += 1) {
    if (await tryListen(server, port)) {
      if (onlyPort === null && remembered === null) rememberPort(memory, port);
      return { kind: 'listening', port, isUsual: remembered === null || port === usual };
    }
    const other = await identityAt(port);
    if (other?.split(' ')[0] === identity.split(' ')[0]) {
      return { kind: 'running', port, isOutdated: other !== identity };
    }
  }
  return { kind: 'busy', port: usual };
}

/**
 * Names one copy of the project and one build of it, without telling its path to whoever asks.
 * @param {string} root
 * @param {string} buildHash
 */
export function identityOf(root, buildHash) {
  const copy = createHash('sha256').update(root).digest('hex').slice(0, 16);
  return `two-new-ledger:${copy} ${buildHash}`;
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @returns {Promise<boolean>} false when something else has it
 */
function tryListen(server, port) {
  return new Promise((resolve, reject) => {
    /** @param {NodeJS.ErrnoException} error */
    const onError = (error) => {
      server.off('listening', onListening);
      // EACCES: Windows reserves whole ranges of ports.
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(error);
    };
    const onListening = () => {
      server.off('error', onError);
      resolve(true);
    };
    server.once('error', onError);
    server.once('listening', onListening);
    server.listen(port, '127.0.0.1');
  });
}

/**
 * @param {number} port
 * @returns {Promise<string | null>}
 */
async function identityAt(port) {
  try {
    const response = await fetch(`http://127.0.0.1:${port}${identityPath}`, {
      signal: AbortSignal.timeout(1000),
    });
    return response.ok ? await response.text() : null;
  } catch {
    return null;
  }
}

/**
 * @param {string} memory
 * @returns {number | null}
 */
function readPort(memory) {
  const port = existsSync(memory) ? Number(readFileSync(memory, 'utf8')) : Number.NaN;
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : null;
}

/**
 * @param {string} memory
 * @param {number} port
 */
function rememberPort(memory, port) {
  mkdirSync(dirname(memory), { recursive: true });
  writeFileSync(memory, String(port));
}
